import { expect, test } from 'vitest';
import { collectHistory } from '../../../../src/talk/data/history.ts';
import { cutDataset } from '../../../../src/talk/data/view.ts';
import { toDataset } from '../../../../src/talk/data/to-dataset.ts';
import type { Dataset, Row } from '../../../../src/talk/model/dataset.ts';

const series = (rows: Row[]): Dataset => ({
  name: 'list',
  file: 'data/list.json',
  kind: 'series',
  title: 'List',
  unit: null,
  key: null,
  sources: {},
  columns: ['count'],
  rows,
  editions: [],
});

test('a series whose rows were never corrected needs no more than its view', () => {
  const rows = [
    { asOf: '2023', count: 1 },
    { asOf: '2024', count: 2 },
    { asOf: '2026', count: 3 },
  ];
  expect(collectHistory(series(rows), '2025-01-01')).toBeNull();
});

test('corrected rows are kept, and give the same earlier views as the whole dataset', () => {
  const dataset = series([
    { asOf: '2023', count: 1 },
    { asOf: '2023', since: '2024-06-01', count: 5 },
    { asOf: '2023', since: '2026-06-01', count: 9 },
  ]);
  const history = collectHistory(dataset, '2025-01-01');
  expect(history?.rows.map(({ count }) => count)).toEqual([1, 5]);
  const onPage = { ...toDataset(cutDataset(dataset, '2025-01-01')), ...history };
  for (const day of ['2022-01-01', '2023-05-01', '2024-07-01', '2025-01-01'])
    expect(cutDataset(onPage, day)).toEqual(cutDataset(dataset, day));
});
