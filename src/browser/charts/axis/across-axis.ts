import type { Across } from '../../../talk/blocks/chart/chart-texts.ts';
import { formatNumber } from '../../../talk/data/value/format.ts';
import { listRoundOf } from '../../../talk/data/value/binary-values.ts';
import { stepDigits, stepSignificant } from '../../../talk/data/value/precision.ts';
import type { Tick } from '../axes.ts';
import { fitText, TEXT, textWidth } from '../chart-text.ts';
import { areNear } from './value-ticks.ts';
import { thinLabels } from '../labels.ts';
import { keepInside, layText, type Plot } from '../plot.ts';
import type { Mark } from '../scene.ts';

const COUNT = 5;
const LONG = 10_000;
const LABEL_AT = 26;
const HEAD_AT = 54;
const GAP = 18;
const TICK = 7;
/** Letters may be a little wider than measured. */
const EDGE = 3;

/** Picks round values for an axis from left to right, from the lowest value to the largest or just beyond. */
export function pickAcrossTicks({ min, max, unit }: Pick<Across, 'min' | 'max' | 'unit'>): Tick[] {
  const values = listRoundOf(unit !== null, min, max, COUNT);
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  const last = values.at(-1) ?? max;
  if (step > 0 && last < max) values.push(last + step);
  return writeTicks(values, step, unit);
}

/** Writes values of an axis with the precision of their step, and with the unit that they carry. */
export function writeTicks(
  values: readonly number[],
  step: number,
  unit: string | null = null,
): Tick[] {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const isNear = step > 0 && areNear(values[0] ?? 0, values.at(-1) ?? 0);
  const format = unit !== null || (largest >= LONG && !isNear) ? 'compact' : 'number';
  const digits = step > 0 ? stepDigits(step, largest, { format, unit }) : null;
  const significant = stepSignificant(step, largest);
  return values.map((value) => ({
    value,
    label: formatNumber(value, { format, unit, digits, significant }),
  }));
}

/** Where an axis is drawn. */
interface Ground {
  plot: Plot;
  toX(value: number): number;
  /** Width of the whole drawing. */
  width: number;
}

/** The words under an axis: its name at the right, empty for none, and what is not drawn at the left. */
interface AcrossWords {
  head: string;
  note: string | null;
}

/** Draws an axis below a plot: a baseline with short ticks, as many labels as fit, and the name of the axis. */
export function layAcross(
  axis: readonly Tick[],
  { head, note }: AcrossWords,
  { plot, toX, width }: Ground,
): Mark[] {
  const { left, right, bottom: y } = plot;
  const widths = axis.map(({ label }) => textWidth(label, TEXT.small));
  const centers = axis.map(({ value }, index) =>
    keepInside(toX(value), widths[index] ?? 0, [0, width - EDGE]),
  );
  const kept = thinLabels(centers, widths, GAP);
  const labels = axis.flatMap(({ value, label }, index): Mark[] => {
    const at: [number, number] = [centers[index] ?? 0, y + LABEL_AT];
    const x = toX(value);
    const key = `across ${label}`;
    if (!kept[index]) return [];
    return [
      { kind: 'line', key, look: 'axis', x1: x, x2: x, y1: y, y2: y + TICK },
      layText(key, 'faint', label, at, TEXT.small, 'middle'),
    ];
  });
  const room = right - (note === null ? 0 : textWidth(note, TEXT.small) + GAP);
  const words = fitText(head, TEXT.small, room);
  return [
    { kind: 'line', key: 'baseline', look: 'axis', x1: left, x2: right, y1: y, y2: y },
    ...labels,
    ...(head === ''
      ? []
      : [layText('across', 'soft', words, [right, y + HEAD_AT], TEXT.small, 'end')]),
    ...(note === null ? [] : [layText('note', 'faint', note, [0, y + HEAD_AT], TEXT.small)]),
  ];
}
