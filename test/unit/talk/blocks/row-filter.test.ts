import { expect, test } from 'vitest';
import type { BlockContext } from '../../../../src/talk/model/block.ts';
import type { Problem } from '../../../../src/talk/model/problem.ts';
import { cellAt, textAt } from '../../../../src/talk/data/row-cells.ts';
import { filterRows } from '../../../../src/talk/data/row-cells.ts';
import { chooseRows, type RowSpec } from '../../../../src/talk/blocks/row-filter.ts';
import { viewOf } from '../../../support/block.ts';

const ROWS = [
  { name: 'a', version: '1.10', size: 3, in: { x: true } },
  { name: 'b', version: '1.9', size: 20 },
  { name: 'c', version: '1.9', size: 100 },
];
const DATA = viewOf('d', ROWS);

/** Chooses rows: their names, or what is reported with its path. */
function choose(spec: Omit<RowSpec, 'data'>): string[] {
  const problems: Problem[] = [];
  const context = {
    dataset: () => DATA,
    spanOf: (path: string[]) => ({ file: path.join('.'), line: 1, column: 1, length: 1 }),
    report: (problem: Problem) => problems.push(problem),
  } as unknown as BlockContext;
  const chosen = chooseRows({ data: 'd', ...spec }, context, 'table');
  return (
    chosen?.rows.map(({ name }) => String(name)) ??
    problems.map(({ code, span }) => `${code} ${span?.file}`)
  );
}

test('selects rows by their cells, and by several for one', () => {
  expect(choose({ where: { version: '1.9' } })).toEqual(['b', 'c']);
  expect(choose({ where: { name: ['a', 'c'] } })).toEqual(['a', 'c']);
  expect(choose({ where: { 'in.x': true } })).toEqual(['a']);
  expect(filterRows(ROWS)).toHaveLength(3);
});

test('sorts numbers and versions by their value', () => {
  expect(choose({ sort: 'size', order: 'desc' })).toEqual(['c', 'b', 'a']);
  expect(choose({ sort: 'version' })).toEqual(['b', 'c', 'a']);
  expect(choose({ sort: 'size', limit: 1 })).toEqual(['a']);
});

test('reports columns that there are not, each at its key', () => {
  expect(choose({ where: { colour: 'red' }, sort: 'weight' })).toEqual([
    'unknown-column where.colour',
    'unknown-column sort',
  ]);
  expect(choose({ where: { name: 'z' } })).toEqual(['nothing-to-show data']);
});

test('follows a path into a cell', () => {
  const [row = {}] = ROWS;
  expect([cellAt(row, 'in.x'), cellAt(row, 'in.y'), cellAt(row, 'size.x')]).toEqual([
    true,
    null,
    null,
  ]);
  expect([textAt(row, 'name'), textAt(row, 'size'), cellAt(row, 'constructor')]).toEqual([
    'a',
    null,
    null,
  ]);
});
