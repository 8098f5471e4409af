import { decimalsOfStep, exponentOf } from '../../../data/value/digits.ts';
import { formatNumber, type Digits, type FormatOptions } from '../../../data/value/format.ts';
import { shareDigits, stepDigits, stepSignificant } from '../../../data/value/precision.ts';
import { isBinary } from '../../../data/value/prefix.ts';
import type { DatasetView, Row } from '../../../model/dataset.ts';
import { filterRows } from '../../../data/row-cells.ts';
import { findNumbers } from '../chart-rows.ts';
import type { ChartSpec } from '../chart-spec.ts';
import { nameAxis } from '../chart-texts.ts';
import { chartView, type ChartView } from '../chart-view.ts';
import { binValues, isWhole, type Bin } from './histogram-bins.ts';

const BIN = '\0bin';
const COUNT = 'rows';
/** Significant digits of the width of bins. */
const STEP_DIGITS = 3;
const MAX_DECIMALS = 15;

/** The most bins that a slide shows. */
export const MAX_BINS = 60;

/** Computes a histogram: how many rows have their value in each bin. */
export function viewHistogram(spec: ChartSpec, data: DatasetView): ChartView {
  const column = findBinned(spec, data) ?? '';
  const cells = filterRows(data.rows, spec.where).map((row) => row[column] ?? null);
  const values = cells.filter((cell) => typeof cell === 'number').filter(Number.isFinite);
  const unit = spec.unit ?? data.unit;
  const carried = isBinary(unit) ? unit : null;
  const bins = binValues(values, spec.bins, carried !== null);
  const names = nameBins(bins, values, carried);
  const rows = bins.map(({ count }, index): Row => ({ [BIN]: names[index] ?? '', [COUNT]: count }));
  const own: ChartSpec = { ...spec, x: BIN, y: COUNT, unit: COUNT };
  delete own.where;
  const counted = { ...data, kind: 'list' as const, key: null, columns: [BIN, COUNT], rows };
  const view = chartView(own, counted);
  const head = nameAxis(column, carried === null ? unit : null);
  const [min, max] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1];
  const across = {
    head,
    upright: null,
    unit: carried,
    min,
    max,
    values: bins.map(({ from }) => from),
  };
  const points = view.series[0]?.points ?? [];
  const texts = {
    heads: [head, COUNT],
    rows: view.places.map(({ label }, place) => [label, points[place]?.label ?? '']),
  };
  return { ...view, across, texts, absent: cells.length - values.length };
}

/** Finds the column of a histogram: that of `x`, or the first that holds numbers. */
export function findBinned(spec: ChartSpec, data: DatasetView): string | undefined {
  return spec.x ?? findNumbers(data)[0];
}

/** Names bins by what they hold: a whole number, or the first and last of several, or two edges. */
function nameBins(bins: readonly Bin[], values: readonly number[], unit: string | null): string[] {
  const edges = bins.flatMap(({ from, to }) => [from, to]);
  const write = openWriter(edges, unit);
  const isStepped = unit === null && isWhole(values) && isWhole(edges);
  return bins.map(({ from, to }, index) => {
    const isEach = to - from === 1;
    // The last bin has its upper end as well.
    const last = isStepped && (isEach || index < bins.length - 1) ? to - 1 : to;
    return last === from ? write(from) : `${write(from)} to ${write(last)}`;
  });
}

/** Returns the writer of the edges of bins, with the unit that they carry. */
function openWriter(edges: readonly number[], unit: string | null): (value: number) => string {
  const [first = 0, second = 0] = edges;
  const width = second - first;
  const largest = edges.reduce((most, edge) => Math.max(most, Math.abs(edge)), 0);
  const style: FormatOptions =
    unit === null
      ? { digits: binDigits(edges, width), significant: stepSignificant(width, largest) }
      : {
          format: 'compact',
          unit,
          digits: stepDigits(width, largest, { format: 'compact', unit }),
        };
  return (value) => formatNumber(value, style);
}

/** Returns the precision of edges, which shows the width of bins; null when each edge has its own. */
function binDigits(edges: readonly number[], width: number): Digits | null {
  const digits = shareDigits(edges, { format: 'number' });
  if (!digits || isWhole(edges)) return digits;
  if (exponentOf(width) < -MAX_DECIMALS) return null;
  const decimals = Math.min(STEP_DIGITS - 1 - exponentOf(width), decimalsOfStep(width));
  return { ...digits, decimals: Math.max(digits.decimals, decimals) };
}
