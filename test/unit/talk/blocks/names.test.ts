import { expect, test } from 'vitest';
import { names } from '../../../../src/talk/blocks/names.ts';
import { compileBlock, viewOf } from '../../../support/block.ts';

const people = (count: number): ReturnType<typeof viewOf> =>
  viewOf(
    'people',
    Array.from({ length: count }, (_, index) => ({ name: `Some Person <${index}>`, note: null })),
    { key: 'name' },
  );
const compile = (yaml: string, count = 10): ReturnType<typeof compileBlock> =>
  compileBlock(names, yaml, { datasets: [people(count)] });
const sizeOf = (html = ''): number => Number(/--size: (\d+)px/.exec(html)?.[1]);

test('fills columns downwards and escapes names', () => {
  const { output } = compile('data: people', 40);
  const [first = ''] = output?.html.split('</ul>') ?? [];
  expect(first).toContain('Some Person &lt;1&gt;');
  expect(output?.steps).toBe(0);
});

test('makes few names larger than many, and none smaller than can be read', () => {
  const sizes = [5, 40, 80, 116].map((count) =>
    sizeOf(compile('data: people', count).output?.html),
  );
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(sizes.at(-1)).toBeGreaterThanOrEqual(18);
});

test('three names are as large as a title', () => {
  expect(sizeOf(compile('data: people', 3).output?.html)).toBe(48);
});

test('names that words stand beside stay beside them', () => {
  expect(sizeOf(compile('data: people\nnote: note', 3).output?.html)).toBe(30);
});

test('ends with what its author wants to say of the others', () => {
  expect(compile('data: people\nmore: and more', 2).output?.text).toBe(
    '- Some Person <0>\n- Some Person <1>\n- and more',
  );
});

test('sets notes beside names', () => {
  const data = viewOf('areas', [{ name: 'Block', note: 'stage 1' }], { key: 'name' });
  const { output } = compileBlock(names, 'data: areas\nnote: note', { datasets: [data] });
  expect(output?.text).toBe('- Block (stage 1)');
  expect(output?.html).toContain('<span>stage 1</span>');
});

test('reports more names than fit, columns that are not there, and nothing to show', () => {
  const codes = (yaml: string, count: number): string[] =>
    compile(yaml, count).problems.map(({ code }) => code);
  expect(codes('data: people', 400)).toEqual(['too-much-to-show']);
  expect(codes('data: people\nheight: 80', 40)).toEqual(['too-much-to-show']);
  expect(codes('data: people\ncolumn: nam', 2)).toEqual(['unknown-column']);
  expect(codes('data: people', 0)).toEqual(['nothing-to-show']);
});
