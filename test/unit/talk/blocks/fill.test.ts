import { expect, test } from 'vitest';
import type { BlockContext } from '../../../../src/talk/model/block.ts';
import type { Problem } from '../../../../src/talk/model/problem.ts';
import { computeValue, fillText, isExactKind } from '../../../../src/talk/blocks/fill.ts';
import { META } from '../../../support/meta.ts';
import { viewOf } from '../../../support/block.ts';

const DATA = viewOf('d', [{ name: 'a', n: 12345, kind: 'exact' }], { key: 'name' });

function contextOf() {
  const problems: Problem[] = [];
  const context = {
    asOf: '2024-09-18',
    talk: META,
    dataset: (name: string) => (name === 'd' ? DATA : undefined),
    spanOf: (path: string[]) => ({ file: path.join('.'), line: 1, column: 1, length: 1 }),
    report: (problem: Problem) => problems.push(problem),
  } as unknown as BlockContext;
  return { context, codes: () => problems.map(({ code, span }) => `${code} ${span?.file}`) };
}

test('fills values into a text', () => {
  const { context, codes } = contextOf();
  expect(fillText('{{ d.n }} of {{talk.title}}', ['label'], context)?.text).toBe(
    '12\u202f345 of A talk',
  );
  expect([fillText('plain', ['label'], context)?.uses, codes()]).toEqual([[], []]);
});

test('a wrong value leaves nothing and is reported at its key', () => {
  const { context, codes } = contextOf();
  expect(fillText('a {{ d.m }}', ['label'], context)).toBeNull();
  expect(codes()).toEqual(['unknown-column label']);
});

test('a missing dataset is reported by the block that asks, not twice', () => {
  const { context, codes } = contextOf();
  expect([computeValue('e.n', ['value'], context), codes()]).toEqual([null, []]);
});

test('knows whether a version must match exactly', () => {
  const { context } = contextOf();
  expect(
    ['d["a"].n', 'd.n', 'talk.title', 'd'].map((text) => isExactKind(text, ['value'], context)),
  ).toEqual([true, true, false, false]);
});
