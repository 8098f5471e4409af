import { expect, test } from 'vitest';
import {
  advance,
  areaOfLines,
  nestArea,
  rowPlace,
  spanAt,
  spanFrom,
  START,
  textArea,
} from '../../../../src/talk/markdown/position.ts';
import { printSpan } from './parse.ts';

const AREA = areaOfLines('a.md', 10, 3);

test('counts lines from the first line of an area', () => {
  expect(AREA.places.map(({ line, column }) => `${line}:${column}`)).toEqual([
    '10:1',
    '11:1',
    '12:1',
  ]);
  expect(rowPlace(AREA, 1).line).toBe(11);
});

test('takes the last row for one below the area, and the start for an area of nothing', () => {
  expect(rowPlace(AREA, 9).line).toBe(12);
  expect(rowPlace({ file: 'a.md', places: [] }, 0)).toEqual({ line: 1, column: 1 });
});

test('a span is one line, begins at its words and ends before blanks', () => {
  expect(printSpan(spanAt('  ab  \ncd', AREA, START))).toBe('10:3+2');
  expect(printSpan(spanAt('\n\n ab', AREA, START))).toBe('12:2+2');
  expect(printSpan(spanAt('ab', AREA, { row: 1, column: 4 }))).toBe('11:5+2');
  expect(printSpan(spanAt('   ', AREA, START))).toBe('10:1+0');
});

test('keeps leading spaces where places count from the first character', () => {
  expect(printSpan(spanFrom('  ab', AREA, START))).toBe('10:1+4');
});

test('never begins left of the margin', () => {
  const area = { file: 'a.md', places: [{ line: 1, column: -3 }] };
  expect(printSpan(spanFrom('a', area, START))).toBe('1:1+1');
});

test('counts the backslashes that a text lost', () => {
  const area = { file: 'a.md', places: [{ line: 1, column: 1 }], escapes: [1] };
  expect(printSpan(spanFrom('a|b', area, START))).toBe('1:1+4');
  expect(printSpan(spanFrom('b', area, { row: 0, column: 2 }))).toBe('1:4+1');
  expect(printSpan(spanFrom('a', area, START))).toBe('1:1+1');
});

test('advances over lines and along the last of them', () => {
  const cursor = { row: 2, column: 5 };
  advance(cursor, 'ab');
  expect(cursor).toEqual({ row: 2, column: 7 });
  advance(cursor, 'x\n\nabc');
  expect(cursor).toEqual({ row: 4, column: 3 });
  advance(cursor, '\n');
  expect(cursor).toEqual({ row: 5, column: 0 });
});

test('maps the lines of a quotation to where their words are', () => {
  const area = nestArea(AREA, START, '> a\n>   b', 'a\n  b');
  expect(area.places).toEqual([
    { line: 10, column: 3 },
    { line: 11, column: 3 },
  ]);
});

test('maps the first line from the cursor and the others from the margin', () => {
  const area = nestArea(AREA, { row: 0, column: 4 }, 'a\nb', 'a\nb');
  expect(area.places.map(({ column }) => column)).toEqual([5, 1]);
});

test('a line that was indented further than in the file begins left of its margin', () => {
  expect(nestArea(AREA, START, 'a', '  a').places).toEqual([{ line: 10, column: -1 }]);
});

test('skips the blank lines with which the pieces of a paragraph are joined', () => {
  const area = textArea(AREA, START, 'a\n b', 'a\n\nb');
  expect([area.places[0], area.places[2]]).toEqual([
    { line: 10, column: 1 },
    { line: 11, column: 2 },
  ]);
});
