import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followParts } from '../../../../src/browser/live/live-parts.ts';
import { createDataStore } from '../../../../src/browser/page/data.ts';
import { cutView } from '../../../../src/talk/data/periods/cut-view.ts';
import { nameView, type Plan } from '../../../../src/talk/data/periods/plan.ts';
import type { DatasetView, Row } from '../../../../src/talk/model/dataset.ts';

const SUMS: Plan = {
  of: 'riders',
  date: null,
  sums: { every: 'month', take: { n: { by: 'sum', of: 'n' } }, by: [], where: {} },
};
const WINDOW: Plan = { of: 'riders', date: 'time', last: '24h' };

const viewOf = (rows: Row[]): DatasetView => ({
  name: 'riders',
  kind: 'series',
  title: 'Riders',
  unit: null,
  key: null,
  sources: {},
  rows,
  columns: ['n'],
  asOf: null,
});

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-03-20T12:00Z') }));
afterEach(() => void vi.useRealTimers());

function open(plan: Plan, rows: Row[]) {
  const store = createDataStore();
  store.asOf = '2026-03-20';
  const compile = (all: Row[]): DatasetView => {
    const part = cutView(viewOf(all), plan, { asOf: store.asOf });
    if (!part.ok) throw new Error(part.fault.kind);
    return part.view;
  };
  store.set(viewOf(rows));
  store.set(compile(rows));
  const dropped: string[] = [];
  const parts = followParts({
    store,
    timezone: 'UTC',
    today: () => new Date().toISOString().slice(0, 10),
    onDrop: (_, reason) => dropped.push(reason),
  });
  let changes = 0;
  const id = nameView(plan);
  store.subscribe(id, () => changes++);
  return { store, parts, compile, dropped, shown: () => store.get(id), changes: () => changes };
}

test('a new row changes the sum of its period, as a fresh build would', () => {
  const rows = ['2026-02-03', '2026-03-04'].map((asOf) => ({ asOf, n: 2 }));
  const { store, parts, compile, shown, changes } = open(SUMS, rows);
  for (const asOf of ['2026-03-20', '2026-02-01', '2025-12-31']) {
    rows.push({ asOf, n: 3 });
    store.set(viewOf(rows));
    parts.refresh('riders');
    expect(shown()).toEqual(compile(rows));
  }
  expect(shown()?.rows.map(({ n }) => n)).toEqual([3, null, 5, 5]);
  expect(changes()).toBe(3);
  parts.refresh('riders');
  parts.refresh('others');
  expect(changes()).toBe(3);
});

test('a window of hours slides with the clock when nothing new comes', () => {
  const rows = Array.from({ length: 36 }, (_, index) => ({
    time: new Date(Date.UTC(2026, 2, 19, index)).toISOString(),
    n: index,
  }));
  const { parts, shown, changes } = open(WINDOW, rows);
  const span = () => [shown()?.rows[0]?.['n'], shown()?.rows.at(-1)?.['n']];
  expect(span()).toEqual([12, 35]);
  vi.advanceTimersByTime(3 * 3_600_000);
  parts.slide();
  expect([...span(), changes()]).toEqual([16, 35, 1]);
  parts.slide();
  expect(changes()).toBe(1);
});

test('rows that cannot be sorted into periods change nothing, and are reported', () => {
  const { store, parts, dropped, shown } = open(SUMS, [{ asOf: '2026-03', n: 2 }]);
  store.set(viewOf([{ asOf: '2026', n: 2 }]));
  parts.refresh('riders');
  expect(shown()?.rows).toHaveLength(1);
  expect(dropped).toEqual(['a row has no date by which it could be sorted']);
});
