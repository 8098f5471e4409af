import { expect, test } from 'vitest';
import { VALUE_WORDS } from '../../../../../src/talk/problems/value/value-words.ts';
import { findValue, countValue } from '../../../../../src/talk/data/value/find.ts';
import { findRow, selectPath } from '../../../../../src/talk/data/value/select.ts';
import { parseExpression } from '../../../../../src/talk/data/value/expression.ts';
import { faultAt } from '../../../../../src/talk/data/value/found.ts';
import { makeContext, readDataset } from '../context.ts';

const SOURCES = { s: { name: 'S', url: 'https://s.example' } };
const RELEASES = readDataset('releases', {
  title: 'Releases',
  sources: SOURCES,
  key: 'version',
  rows: [
    { version: '1', lines: 10, source: 's', asOf: '2024-01-01', flags: { a: true } },
    { version: '2', lines: 20, source: 's', asOf: '2024-06-01' },
  ],
});

function parse(text: string) {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`"${text}" is no expression.`);
  return parsed.expression;
}

const context = (asOf = '2024-09-18') => makeContext(asOf, [RELEASES]);
const SPAN = { file: 'a.md', line: 1, column: 1, length: 1 };

/** Finds a value: its cell, or the code and the place of the problem. */
function find(text: string, asOf?: string) {
  const found = findValue(parse(text), context(asOf), null);
  if (found.ok) return found.value.cell;
  const { offset, length, at } = found.problem;
  return `${offset}+${length} ${at(SPAN, VALUE_WORDS).code}`;
}

test('selects the newest row, one by its key, or the last', () => {
  expect([
    find('releases.lines'),
    find('releases["1"].lines'),
    find('releases.last.lines'),
  ]).toEqual([20, 10, 20]);
  expect(find('releases.lines', '2024-02-01')).toBe(10);
});

test('follows a path into a cell', () => {
  expect(find('releases["1"].flags.a')).toBe(true);
  expect(find('releases["2"].flags.a')).toBeNull();
});

test('a wrong part is reported at its place', () => {
  expect(find('relases.lines')).toBe('0+7 unknown-dataset');
  expect(find('releases.line')).toBe('9+4 unknown-column');
  expect(find('releases["9"].lines')).toMatch(/^\d+\+\d+ unknown-row$/);
  expect(find('releases["1"].flags.b')).toBe('20+1 unknown-column');
});

test('knows the talk', () => {
  expect([find('talk.event'), find('talk.asOf')]).toEqual(['LPC 2024', '2024-09-18']);
  expect(find('talk.title.x')).toBe('11+1 unknown-column');
});

test('counts rows on the day', () => {
  const count = (asOf: string) => {
    const found = countValue(parse('releases'), context(asOf));
    return found.ok && found.value.cell;
  };
  expect([count('2024-09-18'), count('2024-02-01')]).toEqual([2, 1]);
});

test('before the first row there is none', () => {
  const row = findRow(RELEASES, '2020-01-01', selectPath(parse('releases.lines'), RELEASES));
  expect(row.ok).toBe(false);
});

test('a fault keeps the place of its part', () => {
  const part = { text: 'ab', offset: 3, length: 2 };
  const { problem } = faultAt(part, (span) => ({ ...span }) as never);
  expect([problem.offset, problem.length, problem.at(SPAN, VALUE_WORDS)]).toEqual([3, 2, SPAN]);
});
