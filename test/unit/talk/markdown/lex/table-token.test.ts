import { expect, test } from 'vitest';
import { listCellPlaces } from '../../../../../src/talk/markdown/lex/table-token.ts';
import type { TableToken } from '../../../../../src/talk/model/token.ts';
import { lexPlaced, printSpan, typesOf, parseSlide } from '../parse.ts';

function tableOf(text: string): TableToken {
  const table = lexPlaced(text).find((token): token is TableToken => token.type === 'table');
  if (!table) throw new Error('There is no table.');
  return table;
}

const places = (text: string) =>
  listCellPlaces(tableOf(text)).map(({ source, row, column }) => `${row}:${column} ${source}`);

test('places the cells of each row, with pipes at the edges or without', () => {
  expect(places('| a | bc |\n|---|---|\n| d |  e |')).toEqual([
    '0:2 a',
    '0:6 bc',
    '2:2 d',
    '2:7 e',
  ]);
  expect(places('a | b\n--|--\nc | d')).toEqual(['0:0 a', '0:4 b', '2:0 c', '2:4 d']);
});

test('a pipe in a value is a filter', () => {
  const text = '| a |\n|---|\n| {{ x | round }} |';
  expect(places(text)[1]).toBe('2:2 {{ x | round }}');
  expect(tableOf(text).rows[0]?.[0]?.text).toBe('{{ x | round }}');
});

test('knows where an escaped pipe has its backslash', () => {
  const [, cell] = listCellPlaces(tableOf('| a |\n|---|\n| b\\|c\\|d |'));
  expect([cell?.source, cell?.escapes]).toEqual(['b\\|c\\|d', [1, 3]]);
  const [inner] = tableOf('| a |\n|---|\n| b\\|`c` |').rows[0]?.[0]?.tokens.slice(1) ?? [];
  expect(printSpan(inner?.span)).toBe('3:6+3');
});

test('a missing cell has an empty place', () => {
  const cells = listCellPlaces(tableOf('| a | b |\n|---|---|\n| c |'));
  expect(cells.at(-1)).toMatchObject({ source: '', row: 2, column: 0 });
});

test('ends at a mark of a vertical slide, and is none without a row of dashes', () => {
  expect(typesOf(parseSlide('| a |\n|---|\n| b |\n--\nc'))).toEqual(['table']);
  expect(typesOf(parseSlide('| a |\n| b |'))).toEqual(['paragraph']);
});
