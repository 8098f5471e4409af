import { type Every } from '../../data/periods/period-words.ts';
import type { Cell, Row } from '../../model/dataset.ts';
import { clockDay, isPartialDate, precisionOf, printDate } from '../../data/date.ts';
import { printPeriodOf } from '../../data/periods/period-name.ts';
import type { ChartReadings, Reading } from './chart-rows.ts';
import type { ChartSpec } from './chart-spec.ts';
import { memoize } from '../../text/memoize.ts';
import { printValue } from '../../text/value/value-text.ts';

/** A place along the chart: a date, perhaps with a time, or the name of a bar. */
export interface ChartPlace {
  /** The cell as text: `2024-09`, `6.11`. */
  key: string;
  /** Written out: "September 2024". */
  label: string;
  /** Where the room is small: "Sep 2024". */
  short: string;
  /** Days since 1970 of a date, with a fraction for its time by the clock of the talk's zone; null for a name. */
  day: number | null;
}

const MONTH = /([A-Z][a-z]{2})[a-z]+/;
const YEAR_OF_TIME = / \d{4}(?= \d\d:)/;

/** Lists the places of a chart in display order. */
export function toPlaces(spec: ChartSpec, chart: ChartReadings): ChartPlace[] {
  const keys = sortKeys(spec, chart);
  const { every } = chart;
  const isTime: boolean = keys.length > 0 && keys.every(isPartialDate);
  const toTime = every === null ? toDate : (key: string) => toPeriod(key, every);
  const places = isTime ? leaveYearOut(keys.map(toTime)) : keys.map(toName);
  if (spec.type === 'slope') return pickEnds(places, spec);
  if (spec.limit === undefined) return places;
  return isTime ? places.slice(-spec.limit) : places.slice(0, spec.limit);
}

/** Writes a date so that it fits under a column: "18 Sep 2024". */
function shorten(date: string): string {
  return date.replace(MONTH, '$1');
}

/** Leaves the year out of times, where all are of one. */
function leaveYearOut(places: ChartPlace[]): ChartPlace[] {
  const years = new Set(places.map(({ key }) => key.slice(0, 4)));
  if (years.size > 1) return places;
  return places.map((place) => ({ ...place, short: place.short.replace(YEAR_OF_TIME, '') }));
}

function toName(key: string): ChartPlace {
  return { key, label: key, short: key, day: null };
}

function toPeriod(key: string, every: Every): ChartPlace {
  const label = printPeriodOf(key, every);
  return { ...toDate(key), label, short: shorten(label) };
}

const toDate = memoize({ texts: 500, length: 30 }, (key): ChartPlace => {
  const label = printDate(key);
  const short = precisionOf(key) === 'year' ? label : shorten(label);
  return { key, label, short, day: clockDay(key) };
});

function sortKeys(spec: ChartSpec, { columns, readings, rows }: ChartReadings): string[] {
  const keys = orderNames(readings);
  if (spec.sort === undefined) return spec.order === 'desc' ? keys.reverse() : keys;
  if (spec.sort === 'label') return order(keys, (key) => key, spec.order ?? 'asc');
  const column = spec.sort === 'value' ? (columns.values[0] ?? '') : spec.sort;
  // When a name has several rows, the last one is the newest and is the one shown.
  const newest = new Map<string, Row>();
  rows.forEach((row, index) => {
    const key = readings[index * columns.values.length]?.key;
    if (key !== undefined) newest.set(key, row);
  });
  const direction = spec.order ?? (spec.sort === 'value' ? 'desc' : 'asc');
  return order(keys, (key) => newest.get(key)?.[column] ?? null, direction);
}

/**
 * Lists the names along a chart as its rows have them. Where a series has them in another order than their first rows,
 * because earlier ones lack some, those are before the name that follows them in their own series.
 */
function orderNames(readings: readonly Reading[]): string[] {
  const names = new Set<string>();
  const lists = new Map<string, Set<string>>();
  for (const { key, series } of readings) {
    names.add(key);
    const list = lists.get(series);
    if (list) list.add(key);
    else lists.set(series, new Set([key]));
  }
  const rank = new Map([...names].map((name, index) => [name, index]));
  const isKept = [...lists.values()].every((list) => {
    let last = -1;
    return [...list].every((name) => last < (last = rank.get(name) ?? 0));
  });
  return isKept ? [...names] : mergeLists([...lists.values()]);
}

function mergeLists(lists: readonly Set<string>[]): string[] {
  const merged: string[] = [];
  for (const list of lists) {
    let added: string[] = [];
    for (const name of list) {
      const at = merged.indexOf(name);
      if (at < 0) added.push(name);
      else {
        merged.splice(at, 0, ...added);
        added = [];
      }
    }
    merged.push(...added);
  }
  return merged;
}

/** Orders keys by a cell; keys without one come last in either direction. */
function order(keys: string[], cellOf: (key: string) => Cell, direction: 'asc' | 'desc'): string[] {
  const sign = direction === 'asc' ? 1 : -1;
  return keys.sort((a, b) => {
    const [cellA, cellB] = [cellOf(a), cellOf(b)];
    if (cellA === null || cellB === null) return Number(cellA === null) - Number(cellB === null);
    return sign * compareCells(cellA, cellB);
  });
}

function compareCells(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return printValue(a).localeCompare(printValue(b), 'en', { numeric: true });
}

function pickEnds(places: ChartPlace[], { limit }: ChartSpec): ChartPlace[] {
  const [first, last] = [places.at(-(limit ?? places.length)), places.at(-1)];
  return first && last && first !== last ? [first, last] : places.slice(-1);
}
