import { formatNumber } from '../../../data/value/format.ts';
import { shareDigits } from '../../../data/value/precision.ts';
import { isBinary, parseUnit } from '../../../data/value/prefix.ts';
import type { DatasetView, Row } from '../../../model/dataset.ts';
import { printValue } from '../../../text/value/value-text.ts';
import { filterRows } from '../../../data/row-cells.ts';
import { writeName } from '../chart-rows.ts';
import { nameAxis, type Across } from '../chart-texts.ts';
import type { ChartSpec } from '../chart-spec.ts';
import { fitToData } from '../chart-range.ts';
import { chartView, MISSING, type ChartView } from '../chart-view.ts';

/** The column of the names that tell points apart. */
const NAME = '\0name';

/** Computes a scatter plot: a place for each row, with its values on both axes. */
export function viewScatter(spec: ChartSpec, data: DatasetView): ChartView {
  const { x = '', y } = spec;
  const rows = filterRows(data.rows, spec.where);
  const label = spec.label ?? data.key;
  const names = nameRows(rows, label);
  const named = rows.map((row, index): Row => ({ ...row, [NAME]: names[index] ?? '' }));
  const own: ChartSpec = { ...spec, x: NAME };
  delete own.label;
  if (spec.group !== undefined) own.label = spec.group;
  const view = chartView(own, { ...data, kind: 'list', key: null, rows: named });
  const values = rows.map((row) => toNumber(row[x]));
  const places = view.places.map((place) => ({
    ...place,
    short: label === null ? '' : place.label,
  }));
  // Numbers that are written with their unit need it nowhere else.
  const isCarried = view.format === 'compact' && view.unit !== null && parseUnit(view.unit);
  const unit = isCarried ? null : view.unit;
  const along = spec.unit === undefined ? data.unit : null;
  const carried = isBinary(along) ? along : null;
  const head = nameAxis(x, carried === null ? along : null);
  const upright = nameAxis(String([y].flat()[0] ?? ''), unit);
  const across: Across = { head, upright, unit: carried, values, ...fitRange(values) };
  const isFree = spec.min === undefined && spec.scale !== 'log';
  const fitted = isFree ? { min: fitLow(view) } : {};
  const heads = [label ?? 'Row', head, upright];
  const found = { ...view, ...fitted, places, across };
  const { group } = spec;
  const groups = group === undefined ? null : rows.map((row) => writeName(row[group] ?? null));
  const texts = writeRows(found, across, groups);
  return {
    ...found,
    texts: { heads: group === undefined ? heads : [...heads, group], rows: texts },
  };
}

/** Returns a name for each row: its cell, with a number where several rows share it. */
function nameRows(rows: readonly Row[], label: string | null): string[] {
  const counts = new Map<string, number>();
  return rows.map((row, index) => {
    const cell = label === null ? null : (row[label] ?? null);
    const name = cell === null ? String(index + 1) : printValue(cell);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function writeRows(
  { places, series }: ChartView,
  { values, unit }: Across,
  groups: readonly string[] | null,
): string[][] {
  const exact = values.flatMap((value) => value ?? []);
  const style = { format: unit === null ? 'number' : 'compact', unit } as const;
  const digits = shareDigits(exact, style);
  return places.map(({ label }, place) => {
    const own = series.find(({ points }) => points[place]?.value !== null);
    const value = values[place] ?? null;
    const along = value === null ? MISSING : formatNumber(value, { ...style, digits });
    const cells = [label, along, own?.points[place]?.label ?? MISSING];
    return groups === null ? cells : [...cells, groups[place] ?? ''];
  });
}

function fitRange(values: readonly (number | null)[]): { min: number; max: number } {
  const numbers = values.flatMap((value) => value ?? []);
  const low = numbers.reduce((least, number) => Math.min(least, number), Infinity);
  const high = numbers.reduce((most, number) => Math.max(most, number), -Infinity);
  return { min: fitToData(low, high), max: high };
}

function fitLow({ series, max }: ChartView): number {
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  return fitToData(
    values.reduce((least, value) => Math.min(least, value), Infinity),
    max,
  );
}

function toNumber(cell: Row[string]): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}
