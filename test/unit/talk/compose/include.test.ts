import { expect, test } from 'vitest';
import { parseInclude } from '../../../../src/talk/compose/include.ts';

const parse = (text: string, quotes = 0) => {
  const span = { file: 'a.md', line: 2, column: 6, length: text.length + quotes };
  const { path, ids } = parseInclude(text, span);
  return { path, ids: ids?.map(({ id, span: at }) => `${id} ${at.column}+${at.length}`) ?? null };
};

test('a path alone brings all slides', () => {
  expect(parse('../library/a.md')).toEqual({ path: '../library/a.md', ids: null });
});

test('each id has its place', () => {
  expect(parse('a.md#one, two')).toEqual({ path: 'a.md', ids: ['one 11+3', 'two 16+3'] });
  expect(parse('a.md#one', 2).ids).toEqual(['one 12+3']);
});

test('empty ids are left out', () => {
  expect(parse('a.md#').ids).toEqual([]);
  expect(parse('a.md#,one,').ids).toEqual(['one 12+3']);
});

test('a value that is written in another way has its whole place', () => {
  expect(parse('a.md#one', 5).ids).toEqual(['one 6+13']);
});
