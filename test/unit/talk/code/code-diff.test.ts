import { expect, test } from 'vitest';
import { diffCode, pickPair } from '../../../../src/talk/code/code-diff.ts';
import type { CodePart } from '../../../../src/talk/model/code/code.ts';

const FILES = { before: 'a.c at v1', after: 'a.c at v2' };
const SPAN = { file: 'a.md', line: 1, column: 1, length: 1 };

/** Compares a part of two files of one letter a line, as `sign number letter`. */
function compare(before: string, after: string, part: CodePart): string[] | string {
  const pair = pickPair([...before], [...after], part, FILES);
  if (typeof pair === 'function') return pair(SPAN).code;
  return diffCode(pair.before, pair.after).map(
    ({ kind, number, text }) => `${{ same: ' ', gone: '-', added: '+' }[kind]}${number}${text}`,
  );
}

const lines = (first: number, last: number): CodePart => ({ kind: 'lines', first, last });

test('numbers lines that went as in the older file, all others as in the newer one', () => {
  expect(compare('abc', 'axyc', { kind: 'all' })).toEqual([' 1a', '-2b', '+2x', '+3y', ' 4c']);
});

test('takes the lines from the first change to the last, with three around', () => {
  expect(compare('0123456789', '01234x6789', { kind: 'all' })).toEqual(
    [' 3 2', ' 4 3', ' 5 4', '-6 5', '+6 x', ' 7 6', ' 8 7', ' 9 8'].map((line) =>
      line.replace(/ (?=\S$)/, ''),
    ),
  );
  expect(compare('ab', 'ab', { kind: 'all' })).toEqual([' 1a', ' 2b']);
});

test('takes lines of the newer file, with those that went right above them', () => {
  expect(compare('abcd', 'xabd', lines(2, 3))).toEqual([' 2a', ' 3b']);
  expect(compare('abcd', 'axcd', lines(2, 3))).toEqual(['-2b', '+2x', ' 3c']);
  expect(compare('abcd', 'ad', lines(2, 2))).toEqual(['-2b', '-3c', ' 2d']);
  expect(compare('ab', 'ab', lines(2, 3))).toBe('missing-lines');
});

test('shows a file that came as added, and one that went as removed', () => {
  expect(compare('', 'ab', { kind: 'all' })).toEqual(['+1a', '+2b']);
  expect(compare('ab', '', { kind: 'all' })).toEqual(['-1a', '-2b']);
});

test('takes a region by its name on both sides', () => {
  const region = (body: string[]): string[] => ['// #region r', ...body, '// #endregion'];
  const part: CodePart = { kind: 'region', name: 'r' };
  const pair = pickPair(['z', ...region(['a'])], region(['b', 'c']), part, FILES);
  expect(pair).toEqual({
    before: { first: 3, lines: ['a'] },
    after: { first: 2, lines: ['b', 'c'] },
  });
  const missing = pickPair(['z'], region(['b']), part, FILES);
  expect(typeof missing === 'function' && missing(SPAN).message).toContain('a.c at v1');
});
