import { expect, test } from 'vitest';
import { findOutputFault } from '../../../../../../src/talk/render/elements/block/block-output.ts';
import type { Block } from '../../../../../../src/talk/model/block.ts';
import type { Problem } from '../../../../../../src/talk/model/problem.ts';

const BLOCK = { name: 'own' } as Block;
const OUTPUT = { html: '<p>a</p>', steps: 0, text: 'a', uses: [] };
const find = (output: unknown, block: Partial<Block> = {}, problems: Problem[] = []) =>
  findOutputFault(output, { ...BLOCK, ...block } as Block, problems);

test('finds nothing wrong with what a block returns', () => {
  expect(find(OUTPUT)).toBeNull();
});

test.each([
  ['nothing', undefined, 'undefined'],
  ['a text', 'a', 'string'],
  ['null without a problem', null, 'reported nothing'],
  ['HTML that is no text', { ...OUTPUT, html: 1 }, '"html"'],
  ['half a step', { ...OUTPUT, steps: 0.5 }, '"steps"'],
  ['fewer steps than none', { ...OUTPUT, steps: -1 }, '"steps"'],
  ['text that is none', { ...OUTPUT, text: null }, '"text"'],
  ['uses that are no list', { ...OUTPUT, uses: {} }, '"uses"'],
])('finds %s', (_, output, words) => {
  expect(find(output)).toContain(words);
});

test('null is fine where the block reported why', () => {
  const span = { file: 'a.md', line: 1, column: 1, length: 1 };
  const problem: Problem = {
    code: 'wrong-value',
    severity: 'error',
    message: 'a',
    span,
  } as Problem;
  expect(find(null, {}, [problem])).toBeNull();
});

test('an element needs its tag and its data', () => {
  const block = { element: './own.ts' } as Partial<Block>;
  expect(find(OUTPUT, block)).toContain('<rostrum-own>');
  expect(find({ ...OUTPUT, html: '<rostrum-own>' }, block)).toContain('data-block');
  expect(find({ ...OUTPUT, html: '<rostrum-own data-block="{}">' }, block)).toBeNull();
});
