import { expect, test } from 'vitest';
import { BOUNDS } from '../../../../../src/talk/data/update/arrive.ts';
import { supersede, type Stamps } from '../../../../../src/talk/data/update/supersede.ts';
import type { Dataset, DatasetKind, Row } from '../../../../../src/talk/model/dataset.ts';
import type { Arrival } from '../../../../../src/talk/model/live-shape.ts';

function datasetOf(rows: Row[], kind: DatasetKind = 'series', key: string | null = null): Dataset {
  const about = { name: 'd', file: '', title: 'd', unit: null, sources: {}, columns: ['count'] };
  return { ...about, kind, key, rows, editions: [] };
}

function arrivalOf(rows: Row[], arrival: Partial<Arrival> = {}): Arrival {
  const about = { editions: [], sources: {}, isWhole: false, stamp: null, dropped: [] };
  return { rows, ...about, ...arrival };
}

const DAY = { asOf: '2026-01-01', count: 1 };

test('adds new facts and replaces known ones', () => {
  const result = supersede(
    datasetOf([DAY]),
    arrivalOf([
      { ...DAY, count: 2 },
      { asOf: '2026-01-02', count: 3 },
    ]),
    new Map(),
  );
  expect(result.dataset.rows.map(({ count }) => count)).toEqual([2, 3]);
  expect(result.changed).toBe(2);
});

test('an arrival that says nothing new changes nothing', () => {
  const dataset = datasetOf([DAY]);
  expect(supersede(dataset, arrivalOf([{ ...DAY }]), new Map()).dataset).toBe(dataset);
});

test('an older telling of a fact never replaces a newer one', () => {
  const stamps: Stamps = new Map();
  const first = supersede(
    datasetOf([DAY]),
    arrivalOf([{ ...DAY, count: 9 }], { stamp: 9 }),
    stamps,
  );
  const second = supersede(first.dataset, arrivalOf([{ ...DAY, count: 8 }], { stamp: 8 }), stamps);
  expect(second).toMatchObject({ changed: 0, older: 1 });
  expect(second.dataset.rows).toEqual([{ ...DAY, count: 9 }]);
});

test('a row that was read earlier never replaces one that was read later', () => {
  const known = { ...DAY, retrieved: '2026-02' };
  const told = { ...DAY, count: 5, retrieved: '2026-01' };
  expect(supersede(datasetOf([known]), arrivalOf([told]), new Map()).dataset.rows).toEqual([known]);
});

test('any order of the same arrivals, however often, ends in the same rows', () => {
  const arrivals = [3, 1, 2, 5, 4].map((stamp) =>
    arrivalOf([{ asOf: `2026-01-0${(stamp % 2) + 1}`, count: stamp }], { stamp }),
  );
  const orders = [arrivals, [...arrivals].reverse(), [...arrivals, ...arrivals]];
  const results = orders.map((order) => {
    const stamps: Stamps = new Map();
    const end = order.reduce((last, one) => supersede(last, one, stamps).dataset, datasetOf([]));
    return [...end.rows].sort((a, b) => String(a.asOf).localeCompare(String(b.asOf)));
  });
  expect(results[0]?.map(({ count }) => count)).toEqual([4, 5]);
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
});

test('what a source no longer tells is kept', () => {
  const rows = [DAY, { asOf: '2026-01-02', count: 2 }];
  const whole = arrivalOf([{ asOf: '2026-01-02', count: 3 }], { isWhole: true });
  expect(supersede(datasetOf(rows), whole, new Map()).dataset.rows).toHaveLength(2);
});

test('rows without date and key are replaced all at once, and never by half of them', () => {
  const list = datasetOf([{ name: 'a' }, { name: 'b' }, { name: 'c' }], 'list');
  const next = arrivalOf([{ name: 'x' }, { name: 'y' }], { isWhole: true });
  expect(supersede(list, next, new Map()).dataset.rows).toEqual(next.rows);
  const half = arrivalOf([{ name: 'x' }], { isWhole: true });
  expect(supersede(list, half, new Map()).dataset).toBe(list);
  expect(supersede(list, { ...next, isWhole: false }, new Map()).dataset).toBe(list);
});

test('an edition with less than half of the rows is left out', () => {
  const edition = { asOf: '2026-01', rows: [{ a: 1 }, { a: 2 }, { a: 3 }] };
  const dataset = { ...datasetOf([], 'editions'), editions: [edition] };
  const half = { asOf: '2026-02', rows: [{ a: 1 }] };
  const good = { asOf: '2026-02', rows: [{ a: 1 }, { a: 2 }] };
  const take = (editions: Arrival['editions']): number =>
    supersede(dataset, arrivalOf([], { editions }), new Map()).dataset.editions.length;
  expect(take([half])).toBe(1);
  expect(take([good])).toBe(2);
});

test('rows never grow without end: the newest are kept', () => {
  const rows = Array.from({ length: BOUNDS.rows }, (_, index) => ({
    asOf: new Date(index * 86_400_000).toISOString().slice(0, 10),
    count: index,
  }));
  const result = supersede(
    datasetOf(rows),
    arrivalOf([{ asOf: '2026-01-01', count: 1 }]),
    new Map(),
  );
  expect(result.dataset.rows).toHaveLength(BOUNDS.rows);
  expect(result.dataset.rows.at(-1)?.asOf).toBe('2026-01-01');
});

test('a file that is newer than the page counts whole, with its corrections by hand', () => {
  const known = datasetOf([
    { ...DAY, retrieved: '2026-01-05' },
    { ...DAY, count: 2, since: '2026-02' },
  ]);
  const stamps: Stamps = new Map();
  const file = { isWhole: true, writtenAt: 5 };
  const edited = supersede(known, arrivalOf([{ ...DAY, count: 7 }], file), stamps);
  expect(edited.dataset.rows).toEqual([{ ...DAY, count: 7 }]);
  const earlier = arrivalOf([DAY], { ...file, writtenAt: 4 });
  expect(supersede(edited.dataset, earlier, stamps)).toMatchObject({ changed: 0, older: 1 });
  const faulty = arrivalOf([{ ...DAY, count: 9 }], { ...file, dropped: ['it is bad'] });
  expect(supersede(known, faulty, stamps)).toMatchObject({ older: 1 });
});
