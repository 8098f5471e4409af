import { expect, test } from 'vitest';
import { logos } from '../../../../src/talk/blocks/logos.ts';
import type { BlockContext } from '../../../../src/talk/model/block.ts';
import { compileBlock, viewOf } from '../../../support/block.ts';

const FIRMS = viewOf(
  'firms',
  [
    { name: 'Google', role: 'sponsor', icon: 'google', url: 'https://g.example' },
    { name: 'A & B', role: 'support', icon: null, url: 'javascript:1' },
    { name: 'Odd', role: 'support', icon: 'odd', url: null },
  ],
  { key: 'name' },
);
const ICONS: Record<string, string> = { google: 'M0 0h24', odd: '"><script>' };
const icon: BlockContext['icon'] = (name) => ICONS[name];
const compile = (yaml: string): ReturnType<typeof compileBlock> =>
  compileBlock(logos, yaml, { datasets: [FIRMS], icon });

test('always shows names as text, with a sign where there is one', () => {
  const html = compile('data: firms').output?.html ?? '';
  expect(html.match(/<svg/g)).toHaveLength(1);
  expect(html).toContain('<path d="M0 0h24"');
  expect(html).toContain('<span>A &amp; B</span>');
});

test('takes nothing for a sign that is no path, and links only to http(s)', () => {
  const html = compile('data: firms').output?.html ?? '';
  expect(html).not.toContain('script');
  expect(html).toContain('href="https://g.example"');
});

test('parts logos into groups, also as text', () => {
  expect(compile('data: firms\ngroup: role').output?.text).toBe(
    '**sponsor**\n\n- [Google](https://g.example)\n\n**support**\n\n- A & B\n- Odd',
  );
});

test('reports more than fits', () => {
  const rows = Array.from({ length: 80 }, (_, index) => ({ name: `Company ${index}` }));
  const { problems } = compileBlock(logos, 'data: many', { datasets: [viewOf('many', rows)] });
  expect(problems[0]?.code).toBe('too-much-to-show');
});

test('reports once that signs are not installed, and only where rows name one', () => {
  const bare = compileBlock(logos, 'data: firms', { datasets: [FIRMS] });
  expect(bare.problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['missing-icons', 'warning'],
  ]);
  expect(bare.output?.html).toContain('<span>Google</span>');
  const plain = viewOf('plain', [{ name: 'Google', icon: null }]);
  expect(compileBlock(logos, 'data: plain', { datasets: [plain] }).problems).toEqual([]);
  expect(compile('data: firms').problems).toEqual([]);
});
