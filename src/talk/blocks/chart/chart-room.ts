import { compareVersions, isVersion } from '../version.ts';
import type { ChartPlace } from './chart-place.ts';
import type { ChartSpec, ChartType } from './chart-spec.ts';
import { GREYS, TONES } from './chart-tone.ts';
import type { ChartView } from './chart-view.ts';

/** Height of a row of bars or dots whose name can be read from the last row, in slide pixels. */
export const MIN_ROW = 22;
/** Height for a chart on a slide of its own, under a title of up to two lines. */
const ROOM = 440;
/** Height of a line of title or unit, and of a legend of two lines. */
const HEADER = 38;
const LEGEND = 60;
/** The least height of a plot, with the names below it. */
const PLOT = 100;
/** Height of a row of notes above a plot. */
const NOTE = 27;
/** Height of a row of a heatmap whose name can be read, and of the key to its shades. */
const MIN_CELL = 20;
const SHADES = 34;
/** Names below a heatmap. */
const NAMES = 60;
/** Small charts in a row on a slide, and the height of one with its gap. */
export const FACETS = { columns: 4, height: 148 } as const;
const WIDTH = 1104;
/** Kinds of upright bars. */
export const COLUMNS: readonly string[] = ['column', 'stacked', 'percent'];
/** The least distance of two columns of bars of at least a pixel each. */
const MIN_BAR = 1.5;

/** Returns how many rows or columns of a chart fit a slide. */
export function countFitting(view: ChartView, spec: ChartSpec): number {
  if (isRows(view)) return Math.floor(((spec.height ?? ROOM) - headOf(view)) / MIN_ROW);
  if (!COLUMNS.includes(view.type)) return Infinity;
  return Math.floor(WIDTH / (MIN_BAR * (view.type === 'column' ? view.series.length : 1)));
}

/** Returns how many series have a look of their own; the rows of a heat map need none, and lines in the background one. */
export function countLooks({ type, series }: ChartView, { highlight }: ChartSpec): number {
  if (type === 'heatmap') return Infinity;
  const accents = series.filter(({ name }) => [highlight ?? []].flat().includes(name)).length;
  if (accents === 0) return TONES;
  return accents + (COLUMNS.includes(type) ? GREYS.length : Infinity);
}

/** Returns the least height that shows all of a chart, in slide pixels. */
export function leastHeight(view: ChartView): number {
  const head = headOf(view);
  if (view.facets) return head + Math.ceil(view.facets.length / FACETS.columns) * FACETS.height;
  if (view.type === 'heatmap') return head + SHADES + view.series.length * MIN_CELL + NAMES;
  return head + (isRows(view) ? view.places.length * MIN_ROW : PLOT);
}

function headOf({ type, series, title, unit, across, notes, facets }: ChartView): number {
  const words = title ?? unit ?? across?.upright ?? null;
  const header = words === null ? 0 : HEADER;
  const names = new Set(series.map(({ key }) => key));
  const legend = names.size > 1 && type !== 'heatmap' ? LEGEND : 0;
  return header + (facets ? legend / 2 : legend) + notes.length * NOTE;
}

function isRows({ type, places }: ChartView): boolean {
  if (type === 'range') return places.some(({ day }) => day === null);
  return type === 'bar' || type === 'dot';
}

/** Kinds with a name below each place. */
const NAMED: readonly ChartType[] = ['column', 'stacked', 'percent', 'line', 'area', 'heatmap'];
/** Width of a chart on a slide of its own, beside its ticks, and that of a name which is turned. */
const NAMES_WIDTH = 1100;
const TURNED = 21;

/** The most names below a chart that is as wide as a slide. */
export const MAX_NAMES = Math.floor(NAMES_WIDTH / TURNED);

/**
 * Counts the names below a chart that none of their neighbours tells. Dates, numbers and versions in their order are
 * not counted: of these, every n-th is enough.
 */
export function countNames({ type, places }: Pick<ChartView, 'type' | 'places'>): number {
  return NAMED.includes(type) && !isOrdered(places) ? places.length : 0;
}

function isOrdered(places: readonly ChartPlace[]): boolean {
  if (places.every(({ day }) => day !== null)) return true;
  const keys = places.map(({ key }) => key);
  if (!keys.every(isVersion)) return false;
  const steps = keys
    .slice(1)
    .map((key, index) => Math.sign(compareVersions(keys[index] ?? '', key)));
  return new Set(steps).size <= 1 && !steps.includes(0);
}
