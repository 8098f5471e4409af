import type { Cell, DatasetView, Row } from '../../model/dataset.ts';
import { missingBlockKey, tooMuchToShow, wrongCell, wrongValue } from '../../problems/problems.ts';
import type { Report } from './chart-note-check.ts';
import { filterRows } from './chart-rows.ts';
import type { ChartSpec, ChartType } from './chart-spec.ts';
import type { ChartView } from './chart-view.ts';

type Key = keyof ChartSpec;

/** Keys that only some kinds have. */
const ONLY: Partial<Record<Key, readonly ChartType[]>> = {
  group: ['scatter'],
};
/** Keys that some kinds do not have. */
const NEVER: Partial<Record<ChartType, readonly Key[]>> = {
  scatter: ['sort', 'order', 'limit', 'mark'],
};
/** Keys that a kind needs. */
const NEEDS: Partial<Record<ChartType, readonly Key[]>> = {
  scatter: ['x', 'y'],
};
const HUES = 6;

/** Reports keys that a kind of chart needs or does not have. */
export function checkKindKeys(spec: ChartSpec, report: Report): void {
  for (const key of NEEDS[spec.type] ?? []) {
    if (spec[key] === undefined)
      report([], (span) => missingBlockKey(key, `chart of type ${spec.type}`, span));
  }
  for (const [key, types] of Object.entries(ONLY)) {
    if (spec[key as Key] === undefined || types.includes(spec.type)) continue;
    const expected = `left out, as only a chart of type ${types.join(' or ')} has it`;
    report([key], (span) => wrongValue(key, expected, span));
  }
  for (const key of NEVER[spec.type] ?? []) {
    if (spec[key] === undefined) continue;
    report([key], (span) =>
      wrongValue(key, `left out, as a chart of type ${spec.type} has none`, span),
    );
  }
  if (spec.type === 'scatter' && Array.isArray(spec.y)) {
    report(['y'], (span) => wrongValue('y', 'one column in a scatter plot', span));
  }
}

/** Reports cells other than numbers and null in a column that a kind reads beside its values. */
export function checkKindCells(spec: ChartSpec, data: DatasetView, report: Report): void {
  const keys: Key[] = spec.type === 'scatter' ? ['x'] : [];
  for (const key of keys) {
    const column = spec[key];
    if (typeof column !== 'string') continue;
    const wrong = findWrongCell(filterRows(data.rows, spec.where), column);
    if (wrong !== null) report([key], (span) => wrongCell(column, data.name, wrong, span));
  }
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

/** Reports what the view of a kind cannot show. */
export function checkKindView(spec: ChartSpec, view: ChartView, report: Report): void {
  const groups = view.series.length;
  if (spec.type === 'scatter' && groups > HUES) {
    const about = {
      what: `${groups} groups, as points have ${HUES} colours that can be told apart`,
      hint: 'Choose rows with "where", or leave out "group" and accent one with "highlight".',
    };
    report(['group'], (span) => tooMuchToShow('chart', about, span));
  }
}
