import type { BlockContext, BlockPath } from '../../model/block.ts';
import {
  ambiguousRows,
  noNumbers,
  notPositive,
  nothingToShow,
  onlyOneDate,
  unknownColumn,
  unknownHighlight,
  wrongCell,
  wrongValue,
} from '../../problems/problems.ts';
import type { DatasetView } from '../../model/dataset.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { checkPeriod } from '../period-check.ts';
import { describeShared } from '../shared-rows.ts';
import { checkMark } from './chart-mark-check.ts';
import { checkNotes, type Report } from './chart-note-check.ts';
import { viewAnyChart } from './chart-kinds.ts';
import {
  hasOwnCells,
  checkKindCells,
  checkKindKeys,
  checkKindView,
  findWrongCell,
  type Drawn,
} from './chart-kind-check.ts';
import { leastHeight } from './chart-room.ts';
import { checkLeftOut } from './kinds/left-out-check.ts';
import { checkFacets } from './kinds/facet-check.ts';
import { checkParts } from './kinds/part-check.ts';
import { splitFacets } from './kinds/facet-view.ts';
import { checkRoom } from './kinds/room-check.ts';
import { isDateWord, readChart } from './chart-rows.ts';
import type { ChartSpec } from './chart-spec.ts';
import type { ChartView } from './chart-view.ts';

const FROM_ZERO: readonly string[] = ['bar', 'column', 'area', 'stacked'];
/** Kinds in which values are positions, not lengths from zero. */
const LOGARITHMIC: readonly string[] = ['line', 'dot', 'slope', 'range', 'scatter'];
const SORT_WORDS = ['value', 'label'];

/** Computes a chart; returns null after reporting everything that is wrong with it. */
export function checkChart(
  spec: ChartSpec,
  data: DatasetView,
  context: BlockContext,
): ChartView | null {
  let isGood = true;
  const report = (path: BlockPath, problem: (span: Span) => Problem): void => {
    isGood = false;
    context.report(problem(context.spanOf(path)));
  };
  checkColumns(spec, data, report);
  checkKeys(spec, report);
  checkKindKeys(spec, report);
  if (!checkPeriod('mark', spec.mark, context)) isGood = false;
  if (!isGood) return null;
  checkNumbers(spec, data, report);
  checkKindCells(spec, data, report);
  if (!isGood) return null;
  const view = viewAnyChart(spec, data);
  const facets = spec.facet === undefined ? [] : splitFacets(spec, data);
  checkFacets(facets.length, spec, leastHeight(view), report);
  // One chart is checked after another, until one has a fault. A lack of room for all of them is a fault of its own.
  let hasFault = false;
  const all = facets.length > 0 ? facets.map((facet) => facet.spec) : [spec];
  // What a chart marks may not be there yet on an earlier day.
  const named = context.isEarlier ? { highlight: [], annotate: [] } : {};
  all.forEach((own, index) => {
    const drawn = view.facets?.[index]?.view ?? view;
    if (hasFault) return;
    checkView({ ...own, ...named }, data, { view: drawn, whole: view }, (path, problem) => {
      hasFault = true;
      report(path, problem);
    });
  });
  checkLeftOut(spec, data, view, context);
  return isGood ? view : null;
}

function checkColumns(spec: ChartSpec, data: DatasetView, report: Report): void {
  const check = (column: string, path: BlockPath): void => {
    if (data.columns.includes(column)) return;
    if (data.kind === 'series' && isDateWord(column, data)) return;
    report(path, (span) => unknownColumn(column, data.name, data.columns, span));
  };
  if (spec.x !== undefined) check(spec.x, ['x']);
  if (typeof spec.y === 'string') check(spec.y, ['y']);
  else spec.y?.forEach((column, index) => check(column, ['y', index]));
  if (spec.label !== undefined) check(spec.label, ['label']);
  for (const key of ['facet', 'group', 'low', 'high'] as const) {
    const column = spec[key];
    if (column !== undefined) check(column, [key]);
  }
  for (const column of Object.keys(spec.where ?? {})) check(column, ['where', column]);
  if (spec.sort !== undefined && !SORT_WORDS.includes(spec.sort)) check(spec.sort, ['sort']);
}

function checkKeys(spec: ChartSpec, report: Report): void {
  if (spec.min !== undefined && spec.min !== 0 && FROM_ZERO.includes(spec.type)) {
    const expected = `left out in a chart of type ${spec.type}, which begins at zero to be honest`;
    report(['min'], (span) => wrongValue('min', expected, span));
  }
  if (spec.scale === 'log' && !LOGARITHMIC.includes(spec.type)) {
    const expected = `left out in a chart of type ${spec.type}; ${LOGARITHMIC.join(', ')} have it`;
    report(['scale'], (span) => wrongValue('scale', expected, span));
  }
  if (spec.scale === 'log' && typeof spec.min === 'number' && spec.min <= 0) {
    report(['min'], (span) => wrongValue('min', 'above zero where the scale is log', span));
  }
  if (spec.type === 'bar' && Array.isArray(spec.y) && spec.y.length > 1) {
    const expected = 'one column in a bar chart; dots and columns show several';
    report(['y'], (span) => wrongValue('y', expected, span));
  }
}

function checkNumbers(spec: ChartSpec, data: DatasetView, report: Report): void {
  const { rows, columns } = readChart(spec, data);
  const path: BlockPath = spec.y === undefined ? ['data'] : ['y'];
  if (rows.length === 0) {
    const where: BlockPath = spec.where ? ['where'] : ['data'];
    report(where, (span) => nothingToShow('chart', data.name, span));
  } else if (columns.values.length === 0) {
    report(path, (span) => noNumbers(data.name, span));
  }
  // Kinds that read other columns have these checked.
  if (spec.y === undefined && hasOwnCells(spec)) return;
  for (const column of columns.values) {
    const wrong = findWrongCell(rows, column);
    if (wrong !== null) report(path, (span) => wrongCell(column, data.name, wrong, span));
  }
}

function checkView(
  spec: ChartSpec,
  data: DatasetView,
  { view, whole }: Drawn,
  report: Report,
): void {
  const { shared, notPositive: low } = view;
  if (shared) {
    const { along, split, values, isNamed } = readChart(spec, data).columns;
    const key = split === null && !isNamed ? 'label' : null;
    const used = [along, split, ...values];
    const place = describeShared(shared, { block: 'chart', data, used, key });
    report(['data'], (span) => ambiguousRows(place, span));
  }
  if (!hasPoint(whole)) {
    // Without one of its parts, no whole is known.
    if (spec.type === 'percent' && checkParts(spec, data, report)) return;
    report(['data'], (span) => nothingToShow('chart', data.name, span));
    return;
  }
  if (low) report(['scale'], (span) => notPositive(low, span));
  checkRoom(spec, { view, whole }, report);
  if (spec.type === 'slope' && view.places.length < 2) {
    report(['data'], (span) => onlyOneDate(data.name, span));
  }
  const names = [
    ...whole.series.map(({ name }) => name),
    ...view.places.flatMap(({ key, label }) => [key, label]),
  ];
  [spec.highlight ?? []].flat().forEach((name, index) => {
    if (names.includes(name)) return;
    const path = Array.isArray(spec.highlight) ? ['highlight', index] : ['highlight'];
    report(path, (span) => unknownHighlight(name, [...new Set(names)], span));
  });
  checkMark(spec, data, view, report);
  checkNotes(spec, view, whole.facets !== null, report);
  checkKindView(spec, data, { view, whole }, report);
}

/** Reports whether a chart has a point to draw: one with a value on each of its axes. */
function hasPoint({ series, across }: ChartView): boolean {
  return series.some(({ points }) =>
    points.some(({ value }, place) => value !== null && (!across || across.values[place] !== null)),
  );
}
