import { type Every } from '../../../../../src/talk/data/periods/period-words.ts';
import { describe, expect, test } from 'vitest';
import { cutView } from '../../../../../src/talk/data/periods/cut-view.ts';
import { keyOfPeriod, periodOf, readRowDate } from '../../../../../src/talk/data/periods/every.ts';
import { printPeriodOf } from '../../../../../src/talk/data/periods/period-name.ts';
import { nameView, parseViewName, rootOfView } from '../../../../../src/talk/data/periods/plan.ts';
import { parseTake, takeValues } from '../../../../../src/talk/data/periods/take.ts';
import { isShort, isWindow } from '../../../../../src/talk/data/periods/window.ts';
import { clockAt, toZone } from '../../../../../src/talk/data/zone.ts';
import type { DatasetView, Row } from '../../../../../src/talk/model/dataset.ts';

function periodName(text: string, every: Every, zone = 'UTC'): string {
  const [placed] = toZone({ rows: [{ asOf: text }], editions: [] }, zone).rows;
  const date = readRowDate(placed?.asOf);
  return date ? printPeriodOf(keyOfPeriod(periodOf(date.day, every), every), every) : 'none';
}

test('a date is in the period that contains it', () => {
  expect(periodName('2026-03-18', 'year')).toBe('2026');
  expect(periodName('2026-03-18', 'quarter')).toBe('Q1 2026');
  expect(periodName('2026-12', 'quarter')).toBe('Q4 2026');
  expect(periodName('2026-03', 'month')).toBe('March 2026');
  expect(periodName('2026-03-18', 'day')).toBe('18 March 2026');
  expect(periodName('2026-03-18T23:59:59Z', 'hour')).toBe('18 March 2026 23:00');
  expect(periodName('soon', 'month')).toBe('none');
});

test('weeks are those of ISO 8601: they begin on Monday, and belong to the year of their Thursday', () => {
  expect(periodName('2026-03-02', 'week')).toBe('week 10 of 2026');
  expect(periodName('2026-03-01', 'week')).toBe('week 9 of 2026');
  expect(periodName('2024-12-30', 'week')).toBe('week 1 of 2025');
  expect(periodName('2027-01-03', 'week')).toBe('week 53 of 2026');
  expect(periodName('1969-12-29', 'week')).toBe('week 1 of 1970');
});

test('a time is in the period of the calendar of the talk', () => {
  const vienna = 'Europe/Vienna';
  expect(periodName('2026-02-28T23:30Z', 'month', vienna)).toBe('March 2026');
  expect(periodName('2026-02-28T22:30Z', 'month', vienna)).toBe('February 2026');
  expect(periodName('2026-07-31T22:30Z', 'month', vienna)).toBe('August 2026');
  expect(periodName('2026-03-01T01:30+05:30', 'day')).toBe('28 February 2026');
  expect(periodName('2026-02-28T23:30', 'month', vienna)).toBe('February 2026');
  // The clocks change at 01:00 UTC.
  expect(periodName('2026-03-29T00:30Z', 'hour', vienna)).toBe('29 March 2026 01:00');
  expect(periodName('2026-03-29T01:30Z', 'hour', vienna)).toBe('29 March 2026 03:00');
  // A day without a time is the same everywhere.
  expect(periodName('2026-03-01', 'day', vienna)).toBe('1 March 2026');
});

test('what is taken of values is written as precisely as they are', () => {
  const values = [3, 1, 4, 1.5];
  const taken = ['sum', 'mean', 'median', 'min', 'max', 'first', 'last', 'p25', 'p90'];
  expect(taken.map((by) => takeValues(by, values))).toEqual([
    9.5, 2.38, 2.25, 1, 4, 3, 1.5, 1.38, 3.7,
  ]);
  expect(takeValues('sum', [0.1, 0.2])).toBe(0.3);
  expect(takeValues('sum', [])).toBe(null);
  expect(takeValues('sum', [1e308, 1e308])).toBe(null);
  expect(
    takeValues(
      'max',
      Array.from({ length: 300_000 }, (_, index) => index),
    ),
  ).toBe(299_999);
});

test('a function may name its column', () => {
  expect(parseTake('sum', 'riders')).toEqual({ by: 'sum', of: 'riders' });
  expect(parseTake('p90 time of a ride', 'x')).toEqual({ by: 'p90', of: 'time of a ride' });
  expect(parseTake('count', 'riders')).toEqual({ by: 'count', of: null });
  for (const wrong of ['total', 'p0', 'p100', '', 'toString']) {
    expect(parseTake(wrong, 'x')).toBe(null);
  }
});

test('the name of a view says what it shows', () => {
  const plan = { of: 'riders', date: null, last: '24h' };
  expect(parseViewName(nameView(plan))).toEqual(plan);
  expect(rootOfView(nameView(plan))).toBe('riders');
  expect([parseViewName('riders'), rootOfView('riders')]).toEqual([null, 'riders']);
});

const BASE: DatasetView = {
  name: 'riders',
  kind: 'series',
  title: 'Riders',
  unit: 'riders',
  key: null,
  sources: { a: { name: 'A' }, b: { name: 'B' } },
  rows: [],
  columns: ['n'],
  asOf: null,
};

interface Cut {
  every?: Every;
  by?: string[];
  take?: string;
  last?: string;
  asOf?: string;
  now?: string;
  timezone?: string;
  date?: string;
}

function cut(
  rows: Row[],
  { every, by = [], take = 'sum', last, asOf = '2026-12-31', date, ...rest }: Cut,
) {
  const sums = every && { every, take: { n: { by: take, of: 'n' } }, by, where: {} };
  const plan = {
    of: 'riders',
    date: date ?? null,
    ...(last ? { last } : {}),
    ...(sums && { sums }),
  };
  const { now, timezone = 'UTC' } = rest;
  const placed = toZone({ rows, editions: [] }, timezone).rows;
  const result = cutView({ ...BASE, rows: placed }, plan, {
    asOf,
    now: now === undefined ? null : clockAt(Date.parse(now), timezone),
  });
  if (!result.ok) return result.fault;
  const { view } = result;
  return {
    rows: view.rows.map(({ asOf: day, n, ...more }) => [
      day ?? more[date ?? ''],
      ...by.map((column) => more[column]),
      n,
    ]),
    remarks: view.part?.remarks,
    uses: view.part?.uses,
    view,
  };
}

const daily = (from: string, count: number): Row[] =>
  Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10);
    return { asOf: day, n: 1, source: 'a' };
  });

describe('rows by period', () => {
  test('are summed up, and a period without rows has no data', () => {
    const rows = [...daily('2026-01-01', 31), ...daily('2026-03-01', 31)];
    expect(cut(rows, { every: 'month' })).toMatchObject({
      rows: [
        ['2026-01', 31],
        ['2026-02', null],
        ['2026-03', 31],
      ],
      remarks: [],
    });
    const alone = [{ asOf: '2026-01', n: null }];
    expect(cut(alone, { every: 'year' })).toMatchObject({ rows: [['2026', null]] });
  });

  test('are those of each group', () => {
    const rows = [
      { asOf: '2026-01', city: 'Graz', n: 1 },
      { asOf: '2026-01', city: 'Wien', n: 2 },
      { asOf: '2026-02', city: 'Wien', n: 3 },
    ];
    expect(cut(rows, { every: 'month', by: ['city'] })).toMatchObject({
      rows: [
        ['2026-01', 'Graz', 1],
        ['2026-01', 'Wien', 2],
        ['2026-02', 'Graz', null],
        ['2026-02', 'Wien', 3],
      ],
    });
  });

  test('say where the data of the first and of the last period begin and end', () => {
    const remarks = (from: string, count: number, every: Every, asOf = '2026-12-31') =>
      (cut(daily(from, count), { every, asOf }) as { remarks: string[] }).remarks;
    expect(remarks('2026-01-01', 59, 'month')).toEqual([]);
    expect(remarks('2026-01-01', 58, 'month')).toEqual(['February 2026: data to 27 February']);
    expect(remarks('2026-01-02', 58, 'month')).toEqual(['January 2026: data from 2 January']);
    expect(remarks('2026-01-02', 20, 'month')).toEqual([
      'January 2026: data from 2 January to 21 January',
    ]);
    expect(remarks('2026-01-05', 10, 'week')).toEqual(['week 3 of 2026: data to 14 January']);
    const weekly = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30'];
    const rows = weekly.map((asOf) => ({ asOf, n: 1 }));
    expect(cut(rows, { every: 'month' })).toMatchObject({ remarks: [] });
    expect(cut(rows, { every: 'month', asOf: '2026-03-30' })).toMatchObject({
      remarks: ['March 2026: data to 30 March'],
    });
    const months = ['2026-01', '2026-02'].map((asOf) => ({ asOf, n: 1 }));
    expect(cut(months, { every: 'quarter' })).toMatchObject({
      remarks: ['Q1 2026: data to 28 February'],
    });
    expect(cut(months, { every: 'month', asOf: '2026-02-10' })).toMatchObject({ remarks: [] });
  });

  test('keep what is inexact, their sources and the newest date', () => {
    const rows = [
      { asOf: '2026-01-03', n: 1, source: 'a', exact: false },
      { asOf: '2026-01-04', n: 1, source: 'a' },
      { asOf: '2026-02-01', n: 1, source: 'a' },
      { asOf: '2026-02-09', n: 1, source: 'b' },
    ];
    const { view, uses } = cut(rows, { every: 'month' }) as { view: DatasetView; uses: unknown };
    expect(view.rows).toEqual([
      { asOf: '2026-01', n: 2, source: 'a', exact: false },
      { asOf: '2026-02', n: 2 },
    ]);
    expect(view.asOf).toBe('2026-02-09');
    expect(uses).toEqual([
      { dataset: 'riders', source: { name: 'A' }, asOf: '2026-01-03', exact: false },
      { dataset: 'riders', source: { name: 'A' }, asOf: '2026-02-01', exact: true },
      { dataset: 'riders', source: { name: 'B' }, asOf: '2026-02-09', exact: true },
    ]);
  });

  test('of a list are those of a column of dates, up to the day of the talk', () => {
    const rows = ['2026-02-01', '2026-01-15', '2027-01-01'].map((day) => ({ day, n: 1 }));
    expect(cut(rows, { every: 'month', date: 'day' })).toMatchObject({
      rows: [
        ['2026-01', 1],
        ['2026-02', 1],
      ],
    });
  });

  test('are refused where a date does not say in which period it is, and where there are too many', () => {
    const mixed = [{ asOf: '2026', n: 1 }, ...daily('2026-01-01', 3)];
    expect(cut(mixed, { every: 'month' })).toEqual({
      kind: 'coarse',
      date: '2026',
      every: 'month',
    });
    expect(cut([{ asOf: '2026-03', n: 1 }], { every: 'week' })).toMatchObject({ kind: 'coarse' });
    expect(cut([{ n: 1 }], { every: 'week' })).toEqual({ kind: 'undated' });
    const far = [{ asOf: '2020-01-01', n: 1 }, ...daily('2026-01-01', 1)].map((row) => ({
      ...row,
      time: `${row.asOf}T00:00`,
    }));
    expect(cut(far, { every: 'hour', date: 'time' })).toMatchObject({
      kind: 'many',
      count: 52_609,
    });
    expect(cut([], { every: 'hour' })).toMatchObject({ rows: [] });
  });
});

describe('a window of time', () => {
  const rows = daily('2026-01-01', 90);
  const spanOf = (last: string, more: Cut = {}) => {
    const { rows: found } = cut(more.date ? [] : rows, { last, asOf: '2026-03-31', ...more }) as {
      rows: unknown[][];
    };
    return [found[0]?.[0], found.at(-1)?.[0], found.length];
  };

  test('ends with the day of the talk', () => {
    expect(spanOf('30d')).toEqual(['2026-03-02', '2026-03-31', 30]);
    expect(spanOf('1mo')).toEqual(['2026-03-01', '2026-03-31', 31]);
    expect(spanOf('2 weeks')).toEqual(['2026-03-18', '2026-03-31', 14]);
    expect(spanOf('5y')).toEqual(['2026-01-01', '2026-03-31', 90]);
    // Without new rows it is shorter.
    expect(spanOf('30d', { asOf: '2026-04-10' })).toEqual(['2026-03-12', '2026-03-31', 20]);
  });

  test('begins with a whole period', () => {
    expect(spanOf('2mo', { every: 'month', asOf: '2026-03-18' })).toEqual([
      '2026-02',
      '2026-03',
      2,
    ]);
    expect(spanOf('12 months', { every: 'month' })).toEqual(['2026-01', '2026-03', 3]);
    expect(spanOf('14d', { every: 'week' })).toEqual(['2026-03-23', '2026-03-30', 2]);
  });

  test('of hours ends with the time it is, else with what is known of the day', () => {
    const hours = Array.from({ length: 72 }, (_, index) => ({
      n: index,
      time: new Date(Date.UTC(2026, 2, 1, index)).toISOString().slice(0, 16),
    }));
    const shown = (asOf: string, more: Cut = {}) => {
      const found = cut(hours, { last: '24h', asOf, date: 'time', ...more }) as {
        rows: unknown[][];
      };
      return [found.rows[0]?.at(-1), found.rows.at(-1)?.at(-1), found.rows.length];
    };
    expect(shown('2026-03-02')).toEqual([24, 47, 24]);
    expect(shown('2026-03-03')).toEqual([48, 71, 24]);
    expect(shown('2026-03-04')).toEqual([undefined, undefined, 0]);
    expect(shown('2026-03-03', { now: '2026-03-03T23:30Z' })).toEqual([48, 71, 24]);
    expect(shown('2026-03-04', { now: '2026-03-04T10:30Z' })).toEqual([59, 71, 13]);
    const vienna = { timezone: 'Europe/Vienna', now: '2026-03-04T10:30Z' };
    expect(shown('2026-03-04', vienna)).toEqual([60, 71, 12]);
  });

  test('is written with one of the units of time', () => {
    for (const good of ['24h', '30d', '12 months', '5y', '90min', '2 weeks']) {
      expect(isWindow(good), good).toBe(true);
    }
    for (const bad of ['0d', 'month', '-3d', '1.5y', '12 moons']) {
      expect(isWindow(bad), bad).toBe(false);
    }
    expect([isShort('24h'), isShort('2d')]).toEqual([true, false]);
  });
});
