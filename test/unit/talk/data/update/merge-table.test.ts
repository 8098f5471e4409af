import { expect, test } from 'vitest';
import { mergeTable } from '../../../../../src/talk/data/update/merge-table.ts';
import type { Row } from '../../../../../src/talk/model/dataset.ts';
import { readDataset } from '../context.ts';

const OPTIONS = {
  id: 'a',
  today: '2026-11-22',
  now: '2026-11-22T14:05Z',
  key: 'team',
  updateDays: 7,
  blank: {},
};
const sources = { a: { name: 'A' } };

/** Returns the edits of a table beside one edition. */
function merge(rows: object[], table: Row[]) {
  const editions = [{ asOf: '2026-11-01', rows }];
  const dataset = readDataset('d', { title: 'D', key: 'team', sources, editions });
  return mergeTable(dataset, { asOf: '2026-11-22', table }, OPTIONS);
}

test('a table that differs in pinned rows alone is no new edition', () => {
  const rows = [
    { team: 'red', n: 3, pinned: 'counted' },
    { team: 'blue', n: 1 },
  ];
  expect(
    merge(rows, [
      { team: 'red', n: 9 },
      { team: 'blue', n: 1 },
    ]),
  ).toEqual([]);
  expect(
    merge(rows, [
      { team: 'red', n: 9 },
      { team: 'blue', n: 2 },
    ]),
  ).toHaveLength(1);
});
