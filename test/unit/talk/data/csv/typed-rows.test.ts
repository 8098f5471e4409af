import * as v from 'valibot';
import { expect, test } from 'vitest';
import { listColumnKinds } from '../../../../../src/talk/data/csv/column-kinds.ts';
import { parseCsv } from '../../../../../src/talk/data/csv/csv.ts';
import { findCell } from '../../../../../src/talk/data/csv/csv-records.ts';
import { readTypedRows } from '../../../../../src/talk/data/csv/typed-rows.ts';

const SCHEMA = v.object({
  number: v.nullable(v.pipe(v.number(), v.integer())),
  choice: v.union([v.literal(1), v.literal(2), v.null()]),
  level: v.picklist(['high', 'low']),
  isDone: v.optional(v.boolean()),
  text: v.string(),
  list: v.array(v.string()),
  mixed: v.union([v.string(), v.number()]),
});

test('a schema says what the cells of its columns are', () => {
  const kinds = {
    number: 'number',
    choice: 'number',
    level: 'text',
    isDone: 'truth',
    text: 'text',
  };
  expect(Object.fromEntries(listColumnKinds(SCHEMA))).toEqual(kinds);
  expect(Object.fromEntries(listColumnKinds(v.array(SCHEMA)))).toEqual(kinds);
});

const read = (text: string) =>
  readTypedRows(parseCsv(text), { kinds: listColumnKinds(SCHEMA), decimal: null });

test('cells have the types of the schema', () => {
  expect(read('number,isDone,text,mixed\n-3,yes,5,5\n?,False,,\n')).toEqual([
    { number: -3, isDone: true, text: '5', mixed: '5' },
    { number: null, isDone: false, text: null, mixed: null },
  ]);
  expect(() => read('isDone,text\nperhaps,1\n')).toThrow(
    '"perhaps" in the column "isDone" is neither',
  );
});

test('a column may have the name of something that each object has', () => {
  const [row] = read('__proto__,constructor\na,b\n');
  expect(Object.entries(row ?? {})).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ]);
});

test('a cell is found in the text by its column', () => {
  const text = 'sep=;\na;b\n"x;y";2\n';
  const { rows, separator } = parseCsv(text);
  const [row] = rows;
  if (!row) throw new Error('There is no row.');
  const cellAt = (column: number): string => {
    const { start, end } = findCell(text, row, { separator, column });
    return text.slice(start, end);
  };
  expect([row.line, cellAt(0), cellAt(1)]).toEqual([3, '"x;y"', '2']);
});
