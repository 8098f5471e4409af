import { expect, test } from 'vitest';
import {
  dedentLines,
  limitLines,
  MAX_CODE_LINES,
  pickLines,
  splitCode,
} from '../../../../src/talk/code/code-lines.ts';
import type { CodePart } from '../../../../src/talk/model/code/code.ts';

const SPAN = { file: 'a.md', line: 1, column: 1, length: 1 };

/** What is picked of a text: its first number and its lines, or the code and message of the problem. */
function pick(text: string, part: CodePart): unknown {
  const picked = pickLines(splitCode(text), part, 'a.c');
  if (typeof picked !== 'function') return [picked.first, ...picked.lines];
  const { code, message } = picked(SPAN);
  return `${code}: ${message}`;
}

const region = (name: string): CodePart => ({ kind: 'region', name });

test('splits files with any line ends; the last one begins no line', () => {
  expect(splitCode('\uFEFFa\r\nb\n')).toEqual(['a', 'b']);
  expect(splitCode('a\n\n')).toEqual(['a', '']);
  expect(splitCode('')).toEqual([]);
});

test('takes lines that there are, and says how many there are', () => {
  const lines = (first: number, last: number): CodePart => ({ kind: 'lines', first, last });
  expect(pick('a\nb\nc\n', lines(2, 3))).toEqual([2, 'b', 'c']);
  expect(pick('a\nb\n', { kind: 'all' })).toEqual([1, 'a', 'b']);
  expect(pick('a\nb\n', lines(2, 3))).toBe(
    'missing-lines: These lines are not in a.c, which has 2 lines.',
  );
  expect(pick('', { kind: 'all' })).toContain('which has 0 lines');
});

test('takes regions as editors and mdBook mark them', () => {
  expect(pick('x\n// #region a\n1\n2\n// #endregion\ny', region('a'))).toEqual([3, '1', '2']);
  expect(pick('# region a\n1\n# endregion a', region('a'))).toEqual([2, '1']);
  expect(pick('#pragma region a\n1\n#pragma endregion', region('a'))).toEqual([2, '1']);
  expect(pick('<!-- #region a -->\n1\n<!-- #endregion -->', region('a'))).toEqual([2, '1']);
  const nested = '// #region a\n1\n// #region b\n2\n// #endregion\n3\n// #endregion';
  expect(pick(nested, region('b'))).toEqual([4, '2']);
  expect(pick(nested, region('a'))).toContain('3');
  const book = '// ANCHOR: a\n1\n// ANCHOR: b\n2\n// ANCHOR_END: a\n3\n// ANCHOR_END: b';
  expect(pick(book, region('b'))).toEqual([4, '2', '// ANCHOR_END: a', '3']);
});

test('reports regions that are not there, do not end or hold nothing', () => {
  expect(pick('// #region a\n1\n// #endregion', region('b'))).toContain('There is no region "b"');
  expect(pick('// #region a\n1', region('a'))).toContain('The region "a" of a.c does not end.');
  expect(pick('// #region a\n// #endregion', region('a'))).toContain('missing-lines');
});

test('draws no more lines than a slide can have', () => {
  const lines = Array.from({ length: MAX_CODE_LINES + 1 }, String);
  expect(typeof limitLines({ first: 1, lines })).toBe('function');
  expect(typeof limitLines({ first: 1, lines: lines.slice(1) })).toBe('object');
});

test('removes the indentation that all lines share, not that of blank ones', () => {
  expect(dedentLines([['\t\ta', '', '\tb']])).toEqual([['\ta', '', 'b']]);
  expect(dedentLines([['  a'], ['    b']])).toEqual([['a'], ['  b']]);
  expect(dedentLines([['\ta', '    b']])).toEqual([['\ta', '    b']]);
  expect(dedentLines([[]])).toEqual([[]]);
});
