import type { Cell, DatasetView, Row } from '../../model/dataset.ts';
import {
  missingBlockKey,
  tooMuchToShow,
  wrongCell,
  wrongDate,
  wrongValue,
} from '../../problems/problems.ts';
import type { Report } from './chart-note-check.ts';
import { filterRows } from '../../data/row-cells.ts';
import { findWrongDate, readChart } from './chart-rows.ts';
import type { ChartSpec, ChartType } from './chart-spec.ts';
import type { ChartView } from './chart-view.ts';
import { MAX_BINS } from './kinds/histogram-view.ts';
import { checkAlone, checkParts, checkSigns } from './kinds/part-check.ts';
import { checkRanges } from './kinds/range-check.ts';

type Key = keyof ChartSpec;

/** Keys that only some kinds have. */
const ONLY: Partial<Record<Key, readonly ChartType[]>> = {
  bins: ['histogram'],
  low: ['range'],
  high: ['range'],
  group: ['scatter'],
};
/** Keys that some kinds do not have. */
const NEVER: Partial<Record<ChartType, readonly Key[]>> = {
  histogram: ['y', 'label', 'sort', 'order', 'limit', 'mark', 'min', 'max', 'format'],
  heatmap: ['mark', 'highlight'],
  percent: ['mark', 'min', 'max', 'format'],
  range: ['mark', 'label'],
  scatter: ['sort', 'order', 'limit', 'mark'],
};
/** Keys that a kind needs. */
const NEEDS: Partial<Record<ChartType, readonly Key[]>> = {
  heatmap: ['x', 'y', 'label'],
  range: ['low', 'high'],
  scatter: ['x', 'y'],
};
/** Kinds with a single column of values. */
const ONE_COLUMN: readonly ChartType[] = ['heatmap', 'range', 'scatter'];
/** The columns that kinds read beside their values. */
const CELLS: Partial<Record<ChartType, readonly Key[]>> = {
  histogram: ['x'],
  range: ['low', 'high'],
  scatter: ['x'],
};
const HUES = 6;
/** Kinds with room for texts beside their values, so that small charts of them would differ in scale. */
const ALONE: readonly ChartType[] = ['bar', 'dot', 'range', 'slope'];
/** Rows of a heatmap that have names on a slide of one-line title. */
const MAX_ROWS = 18;
const MAX_COLUMNS = 60;

/** Reports keys that a kind of chart needs or does not have. */
export function checkKindKeys(spec: ChartSpec, report: Report): void {
  for (const key of NEEDS[spec.type] ?? []) {
    if (spec[key] === undefined)
      report([], (span) => missingBlockKey(key, `chart of type ${spec.type}`, span));
  }
  for (const [key, types] of Object.entries(ONLY)) {
    if (spec[key as Key] === undefined || types.includes(spec.type)) continue;
    const expected = `left out, as only a chart of type ${types.join(' or ')} has it`;
    const hint = key === 'group' ? 'The column that tells series apart is "label".' : undefined;
    report([key], (span) => wrongValue(key, expected, span, hint));
  }
  if (spec.facet !== undefined && ALONE.includes(spec.type)) {
    const expected = `left out in a chart of type ${spec.type}, as small ones would differ in scale`;
    const hint = 'Lines, areas, columns, stacks, points, counts and shades have it.';
    report(['facet'], (span) => wrongValue('facet', expected, span, hint));
  }
  if (spec.facet !== undefined && spec.mark !== undefined) {
    report(['mark'], (span) => wrongValue('mark', 'left out beside facets', span));
  }
  for (const key of NEVER[spec.type] ?? []) {
    if (spec[key] === undefined) continue;
    report([key], (span) =>
      wrongValue(key, `left out, as a chart of type ${spec.type} has none`, span),
    );
  }
  if (ONE_COLUMN.includes(spec.type) && Array.isArray(spec.y)) {
    const expected = `one column in a chart of type ${spec.type}`;
    report(['y'], (span) => wrongValue('y', expected, span));
  }
}

/** Reports whether a kind reads columns beside, or instead of, its values. */
export function hasOwnCells({ type }: ChartSpec): boolean {
  return type in CELLS;
}

/** Reports cells other than numbers and null in a column that a kind reads beside its values, and among dates other ones. */
export function checkKindCells(spec: ChartSpec, data: DatasetView, report: Report): void {
  for (const key of CELLS[spec.type] ?? []) {
    const column = spec[key];
    if (typeof column !== 'string') continue;
    const wrong = findWrongCell(filterRows(data.rows, spec.where), column);
    if (wrong !== null) report([key], (span) => wrongCell(column, data.name, wrong, span));
  }
  const chart = readChart(spec, data);
  const wrong = findWrongDate(chart);
  const path = spec.x === undefined ? ['data'] : ['x'];
  if (wrong !== null) report(path, (span) => wrongDate(chart.head, data.name, wrong, span));
}

/** Finds the first cell of a column that is neither a number nor null, and describes it; null for none. */
export function findWrongCell(rows: readonly Row[], column: string): string | null {
  const wrong = rows.map((row) => row[column] ?? null).find(isWrong);
  return wrong === undefined ? null : describe(wrong);
}

function isWrong(cell: Cell): boolean {
  return cell !== null && (typeof cell !== 'number' || !Number.isFinite(cell));
}

function describe(cell: Cell): string {
  if (typeof cell === 'string') return `"${cell}"`;
  return typeof cell === 'object' ? 'a list or an object' : String(cell);
}

/** A chart, or one of several small ones. */
export interface Drawn {
  view: ChartView;
  /** The view of all small charts, or else the same. */
  whole: ChartView;
}

/** Reports what the view of a kind cannot show. */
export function checkKindView(
  spec: ChartSpec,
  data: DatasetView,
  { view, whole }: Drawn,
  report: Report,
): void {
  if (spec.type === 'stacked' || spec.type === 'percent') checkSigns(view, report);
  if (spec.type === 'range') checkRanges(view, report);
  if (spec.type === 'histogram') checkBins(spec, view, report);
  if (spec.type === 'heatmap') checkCells(view, report);
  if (spec.type === 'percent') {
    checkParts(spec, data, report);
    checkAlone(whole, report);
  }
  const groups = view.series.length;
  if (spec.type === 'scatter' && groups > HUES) {
    const about = {
      what: `${groups} groups`,
      limit: `points have ${HUES} colours that can be told apart`,
      hint: 'Choose rows with "where", or leave out "group" and accent one with "highlight".',
    };
    report(['group'], (span) => tooMuchToShow('chart', about, span));
  }
}

function checkBins({ bins, annotate = [] }: ChartSpec, view: ChartView, report: Report): void {
  const { min = 0, max = 0 } = view.across ?? {};
  const count = view.places.length;
  if (Array.isArray(bins) && ((bins[0] ?? min) > min || (bins.at(-1) ?? max) < max)) {
    const expected = `edges around all values, which are in bins from ${min} to ${max}`;
    report(['bins'], (span) => wrongValue('bins', expected, span));
  }
  if (count > MAX_BINS) {
    const hint = 'Set "bins" to a smaller number, or to edges at larger distances.';
    report(['bins'], (span) => tooMuchToShow('chart', { what: `${count} bins`, hint }, span));
  }
  annotate.forEach(({ value }, index) => {
    if (value === undefined || (value >= min && value <= max)) return;
    const key = `annotate[${index}].value`;
    report(['annotate', index, 'value'], (span) =>
      wrongValue(key, `a value of the axis, from ${min} to ${max}`, span),
    );
  });
}

function checkCells({ places, series }: ChartView, report: Report): void {
  const hint = 'Choose rows with "where", or group them in the dataset.';
  if (series.length > MAX_ROWS) {
    const what = `${series.length} rows of a heatmap`;
    const limit = `${MAX_ROWS} of them have room for their names`;
    report(['label'], (span) => tooMuchToShow('chart', { what, limit, hint }, span));
  }
  if (places.length > MAX_COLUMNS) {
    const what = `${places.length} columns of a heatmap`;
    const limit = `${MAX_COLUMNS} of them can be told apart`;
    report(['x'], (span) => tooMuchToShow('chart', { what, limit, hint }, span));
  }
}
