import { expect, test } from 'vitest';
import { VALUE_WORDS } from '../../../../src/talk/problems/value/value-words.ts';
import { toDataset } from '../../../../src/talk/data/to-dataset.ts';
import { cutDataset, useRows, viewDataset } from '../../../../src/talk/data/view.ts';
import { readDataset } from './context.ts';

const sources = { a: { name: 'A' }, b: { name: 'B' } };

const series = readDataset('series', {
  title: 'Series',
  sources,
  rows: [
    { asOf: '2024-09', n: 536, source: 'b' },
    { asOf: '2023-09', n: 460, exact: false, source: 'a' },
    { asOf: '2024-03-15', n: null, source: 'a' },
  ],
});

const editions = readDataset('editions', {
  title: 'Editions',
  sources,
  editions: [
    { asOf: '2026-06', source: 'b', rows: [{ name: 'new' }] },
    { asOf: '2024-09', source: 'a', rows: [{ name: 'old' }, { name: 'other', source: 'b' }] },
  ],
});

const list = readDataset('list', {
  title: 'List',
  key: 'id',
  sources: { a: sources.a },
  rows: [
    { id: 'x', text: 'planned', since: '2024-09' },
    { id: 'x', text: 'landed', since: '2025-01-19' },
    { id: 'y', text: 'always' },
  ],
});

function figures(asOf: string) {
  return cutDataset(series, asOf).rows.map((row) => row['n']);
}

test('a series shows the rows known on the day, oldest first, gaps kept', () => {
  expect(figures('2024-09-18')).toEqual([460, null, 536]);
  expect(figures('2024-09-01')).toEqual([460, null, 536]);
  expect(figures('2024-08-31')).toEqual([460, null]);
  expect(figures('2024-03-14')).toEqual([460]);
});

test('a view says when its newest row was true', () => {
  expect(cutDataset(series, '2030-01-01').asOf).toBe('2024-09');
  expect(cutDataset(editions, '2025-01-01').asOf).toBe('2024-09');
  expect(cutDataset(list, '2025-01-01').asOf).toBeNull();
});

test('of editions the newest that was known is shown, each row with its source', () => {
  expect(cutDataset(editions, '2024-09-18').rows).toEqual([
    { name: 'old', source: 'a' },
    { name: 'other', source: 'b' },
  ]);
  expect(cutDataset(editions, '2026-06-01').rows).toEqual([{ name: 'new', source: 'b' }]);
});

test('a list shows everything that was known since then', () => {
  const texts = (asOf: string) => cutDataset(list, asOf).rows.map((row) => row['text']);
  expect(texts('2024-08-31')).toEqual(['always']);
  expect(texts('2024-09-18')).toEqual(['planned', 'always']);
});

test('a corrected fact replaces the other from the day it is known', () => {
  const texts = cutDataset(list, '2025-01-19').rows.map((row) => row['text']);
  expect(texts).toEqual(['landed', 'always']);
});

test('nothing known on the day is a problem that names the earliest date', () => {
  const span = { file: 'f', line: 1, column: 1, length: 1 };
  for (const dataset of [series, editions]) {
    const result = viewDataset(dataset, '2020-01-01');
    expect(result.ok).toBe(false);
    if (result.ok) continue;
    expect(result.problem(span, VALUE_WORDS)).toMatchObject({ code: 'no-row-before', span });
    expect(result.problem(span, VALUE_WORDS).message).toMatch(/2023-09|2024-09/);
  }
});

test('what a view rests on is told once for each source and date', () => {
  expect(useRows(cutDataset(editions, '2024-09-18'))).toEqual([
    { dataset: 'editions', source: { name: 'A' }, asOf: '2024-09', exact: true },
    { dataset: 'editions', source: { name: 'B' }, asOf: '2024-09', exact: true },
  ]);
  expect(useRows(cutDataset(series, '2023-12-01'))).toEqual([
    { dataset: 'series', source: { name: 'A' }, asOf: '2023-09', exact: false },
  ]);
});

test('a view can be made a dataset again, with the same view', () => {
  for (const dataset of [series, editions, list]) {
    const view = cutDataset(dataset, '2024-09-18');
    expect(cutDataset(toDataset(view), '2024-09-18')).toEqual(view);
  }
});

test('the dataset itself is left as it was', () => {
  const before = JSON.stringify(series);
  cutDataset(series, '2024-09-18');
  expect(JSON.stringify(series)).toBe(before);
});
