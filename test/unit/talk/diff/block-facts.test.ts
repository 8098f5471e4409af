import { expect, test } from 'vitest';
import { readFacts } from '../../../../src/talk/diff/block-facts.ts';

const facts = (text: string) =>
  readFacts(text).facts.map(({ key, column, value }) => [key, column, value].join(' | '));

test('cells of a table are figures by row and column, and its caption is none', () => {
  const table = 'Users\n\n| year | users | new |\n| --- | ---: | ---: |\n| 2023 | 5 | 1 |\n';
  expect(facts(table)).toEqual(['2023 | users | 5', '2023 | new | 1']);
  expect(readFacts(table).rest).toBe('Users');
});

test('a row that comes twice is told apart', () => {
  expect(facts('| a | b |\n| --- | --- |\n| x | 1 |\n| x | 2 |')).toEqual([
    'x | b | 1',
    'x (2) | b | 2',
  ]);
});

test('named lines and a number with what it counts are figures', () => {
  expect(facts('- **6.13**: released 19 January 2025')).toEqual([
    '6.13 |  | released 19 January 2025',
  ]);
  expect(facts('**536** people on the list, from ~460')).toEqual([
    'people on the list |  | 536, from ~460',
  ]);
});

test('a table of one column is a list, other lines are words', () => {
  const { facts, rest } = readFacts('| name |\n| --- |\n| Ada |\n\n- Grace');
  expect(facts).toEqual([]);
  expect(rest).toBe('- Ada\n\n- Grace');
});
