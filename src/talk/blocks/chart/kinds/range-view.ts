import { formatNumber, type FormatOptions } from '../../../data/value/format.ts';
import { shareDigits } from '../../../data/value/precision.ts';
import type { DatasetView } from '../../../model/dataset.ts';
import type { ChartPoint, ChartSeries } from '../chart-series.ts';
import type { ChartSpec } from '../chart-spec.ts';
import type { ChartTexts } from '../chart-texts.ts';
import { fitToData } from '../chart-range.ts';
import { tonePoints } from '../chart-tone.ts';
import { chartView, MISSING, type ChartView } from '../chart-view.ts';

/** Computes a chart of ranges: for each place its lowest and highest value, and one between them when `y` names it. */
export function viewRange(spec: ChartSpec, data: DatasetView): ChartView {
  const { low: lowest = '', high: highest = '' } = spec;
  const middle = [spec.y ?? []].flat()[0];
  const columns = [lowest, highest, ...(middle === undefined ? [] : [middle])];
  const view = chartView({ ...spec, y: columns }, data);
  const [lows, highs, middles] = columns.map((name) => findPoints(view, name));
  const write = openWriter(view);
  const points = view.places.map((_, place): ChartPoint => {
    const [from, to, between] = [lows?.[place], highs?.[place], middles?.[place]];
    return toPoint({ from, to, between, hasMiddle: middle !== undefined }, write);
  });
  const name = middle ?? `${lowest} to ${highest}`;
  const highlights = [spec.highlight ?? []].flat();
  const series: ChartSeries[] = [{ key: name, name, tone: 1, points }];
  const toned = tonePoints(series, view.places, spec, highlights);
  const values = view.series.flatMap((one) => one.points.flatMap(({ value }) => value ?? []));
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  const isFree = spec.min === undefined && spec.scale !== 'log';
  const min = isFree ? fitToData(least, view.max) : view.min;
  return {
    ...view,
    min,
    series: toned,
    texts: writeTexts(view, points),
  };
}

function findPoints({ series }: ChartView, name: string): ChartPoint[] {
  return series.find((one) => one.name === name)?.points ?? [];
}

type Write = (value: number, exact: boolean) => string;

/** Returns the writer of numbers: one precision for both ends and what is between them. */
function openWriter({ series, format = 'number', unit }: ChartView): Write {
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const style: FormatOptions = { format, unit, digits: shareDigits(values, { format, unit }) };
  return (value, exact) =>
    formatNumber(value, exact ? style : { ...style, exact: false, digits: null });
}

interface Ends {
  from: ChartPoint | undefined;
  to: ChartPoint | undefined;
  between: ChartPoint | undefined;
  hasMiddle: boolean;
}

function toPoint({ from, to, between, hasMiddle }: Ends, write: Write): ChartPoint {
  const exact = from?.exact !== false && to?.exact !== false;
  const base = { exact, tone: 1, isShown: true, past: null };
  const [low, high] = [from?.value ?? null, to?.value ?? null];
  const value = between?.value ?? null;
  const isWhole = low !== null && high !== null;
  if (hasMiddle && value !== null) {
    const label = write(value, exact);
    return isWhole ? { ...base, value, label, range: range(low, high) } : { ...base, value, label };
  }
  if (!isWhole) return { ...base, value: null, label: MISSING };
  const label = `${write(low, exact)} to ${write(high, exact)}`;
  return { ...base, value: (low + high) / 2, label, range: range(low, high) };

  function range(least: number, most: number): NonNullable<ChartPoint['range']> {
    const [lowLabel, highLabel] = [write(least, exact), write(most, exact)];
    return { low: least, high: most, lowLabel, highLabel, hasMiddle: hasMiddle && value !== null };
  }
}

/** Writes the values between first, then both ends, also where only one is known. */
function writeTexts(
  { head, places, series: columns }: ChartView,
  points: readonly ChartPoint[],
): ChartTexts {
  const [lows, highs, middles] = columns;
  const rows = places.map(({ label }, place) => {
    const point = points[place];
    const between = point?.range?.hasMiddle === false ? MISSING : (point?.label ?? MISSING);
    const ends = [lows, highs].map((column) => column?.points[place]?.label ?? MISSING);
    return [label, ...(middles ? [between] : []), ...ends];
  });
  const names = [middles, lows, highs].flatMap((column) => column?.name ?? []);
  return { heads: [head, ...names], rows };
}
