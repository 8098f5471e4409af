import { expect, test } from 'vitest';
import { mergeFresh } from '../../../../../src/talk/data/update/merge.ts';
import type { MergeOptions } from '../../../../../src/talk/data/update/dataset-edit.ts';
import type { Row } from '../../../../../src/talk/model/dataset.ts';
import { viewDataset } from '../../../../../src/talk/data/view.ts';
import { readDataset } from '../context.ts';

const OPTIONS: MergeOptions = {
  id: 's',
  today: '2026-11-22',
  now: '2026-11-22T14:05Z',
  key: null,
  updateDays: 1,
  blank: {},
  history: { column: null },
};

function open(rows: readonly Row[], key?: string) {
  return readDataset('d', {
    title: 'D',
    ...(key ? { key } : {}),
    sources: { s: { name: 'S' } },
    rows: rows.map((row) => ({ source: 's', ...row })),
  });
}

/** Returns the rows that a merge adds or corrects, without the bookkeeping of the source. */
function merge(known: readonly Row[], fresh: Row[], options: Partial<MergeOptions> = {}) {
  const dataset = open(known, options.key ?? undefined);
  return mergeFresh(dataset, { rows: fresh }, { ...OPTIONS, ...options }).flatMap((edit) => {
    if (!('row' in edit)) return [];
    const { source: _source, retrieved: _retrieved, ...row } = edit.row;
    return [row];
  });
}

test('rows of the past are known from their own dates on', () => {
  const fresh = [
    { asOf: '2024-09', n: 1 },
    { asOf: '2025-09', n: 2 },
  ];
  expect(merge([{ asOf: '2026-10', n: 3 }], fresh)).toEqual(fresh);
  const rows = [...merge([{ asOf: '2026-10', n: 3 }], fresh), { asOf: '2026-10', n: 3 }];
  const past = viewDataset(open(rows), '2025-01-01');
  expect(past.ok && past.view.rows.map(({ n }) => n)).toEqual([1]);
  const without = mergeFresh(
    open([{ asOf: '2026-10', n: 3 }]),
    { rows: fresh },
    {
      id: 's',
      today: '2026-11-22',
      now: '2026-11-22T14:05Z',
      key: null,
      updateDays: 1,
      blank: {},
    },
  );
  expect(without.map((edit) => 'row' in edit && edit.row.since)).toEqual([
    '2026-11-22',
    '2026-11-22',
  ]);
});

test('a column names the day from which a row was known, which is never after today', () => {
  const options = { key: 'version', history: { column: 'released' } };
  const fresh = [
    { version: '1', released: '2024-03-10' },
    { version: '2', released: '2027-01-01' },
    { version: '3', released: null },
  ];
  expect(
    merge([{ version: '0', since: '2020' }], fresh, options).map(({ since }) => since),
  ).toEqual(['2024-03-10', '2026-11-22', '2026-11-22']);
  expect(
    merge([{ version: '0' }], [{ version: '1', since: '2025-01' }], { key: 'version' }),
  ).toEqual([{ version: '1', since: '2025-01' }]);
});

test('known rows that were filled in late are moved back, with a trace', () => {
  const late = [{ asOf: '2024-09', n: 1, since: '2026-11-20' }];
  const fresh = [{ asOf: '2024-09', n: 1 }];
  expect(merge(late, fresh)).toEqual([
    { asOf: '2024-09', n: 1, corrected: [{ since: '2026-11-20' }] },
  ]);
  expect(merge(merge(late, fresh), fresh)).toEqual([]);
});

test('a correction, a pinned row and one that was known earlier stay as they are', () => {
  const fresh = [{ asOf: '2024-09', n: 2 }];
  const versions = [
    { asOf: '2024-09', n: 1 },
    { asOf: '2024-09', n: 2, since: '2026-11-20' },
  ];
  expect(merge(versions, fresh)).toEqual([]);
  expect(
    merge([{ asOf: '2024-09', n: 2, since: '2026-11-20', pinned: 'By hand.' }], fresh),
  ).toEqual([]);
  const options = { key: 'v', history: { column: 'on' } };
  const early = [{ v: '1', on: '2025-05-05', since: '2024' }];
  expect(merge(early, [{ v: '1', on: '2025-05-05' }], options)).toEqual([]);
});
