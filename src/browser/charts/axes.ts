import type { ChartPlace } from '../../talk/blocks/chart/chart-place.ts';
import type { Tick } from './axis/value-ticks.ts';
import { keepInside, layText, widest, type Plot } from './plot.ts';
import { sayDaysOnce } from './axis/round-columns.ts';
import { pickKept } from './layout/name-marks.ts';
import { pickNameSize } from './layout/place-names.ts';
import { boxOf, cutStroke } from './layout/box.ts';
import { grow } from './layout/free-place.ts';
import type { Mark, TextMark } from './scene.ts';
import { TEXT, textWidth } from './chart-text.ts';

/** Room for place names below a plot. */
export const PLACE_ROOM = 40;

export { pickTicks, type Tick } from './axis/value-ticks.ts';

const LABEL_GAP = 18;
/** Between a text and the ends of a hairline that it cuts. */
const CLEAR = 6;

/** Returns the room that tick labels need beside a plot. */
export function measureTicks(axis: readonly Tick[]): number {
  return (
    widest(
      axis.map(({ label }) => label),
      TEXT.small,
    ) + 14
  );
}

/** Draws ticks as hairlines across the plot, cut where a text is in their way, with labels on the left. */
export function layTicks(
  axis: readonly Tick[],
  { left, right }: Plot,
  toY: (value: number) => number,
  texts: readonly TextMark[] = [],
): Mark[] {
  const boxes = texts.map((text) => grow(boxOf(text), CLEAR));
  return axis.flatMap(({ value, label }): Mark[] => {
    const y = toY(value);
    const key = `tick ${label}`;
    const look = value === 0 ? 'axis' : 'grid';
    const pieces = value === 0 ? [[left, right] as const] : cutStroke([left, right], y, boxes);
    return [
      ...pieces.map(([x1, x2], index): Mark => {
        const own = index === 0 ? key : `${key} ${index}`;
        return { kind: 'line', key: own, look, x1, x2, y1: y, y2: y };
      }),
      layText(key, 'faint', label, [left - 14, y + 6], TEXT.small, 'end'),
    ];
  });
}

/** Draws the baseline of the values. */
export function layBaseline({ left, right }: Plot, y: number): Mark {
  return { kind: 'line', key: 'baseline', look: 'axis', x1: left, x2: right, y1: y, y2: y };
}

/** Writes as many place names below a plot as fit. */
export function layPlaces(
  places: readonly ChartPlace[],
  centers: readonly number[],
  bounds: readonly [number, number],
  baseline: number,
): Mark[] {
  const { names, kept, size } =
    planLarge(places, centers, bounds) ?? planSmall(places, centers, bounds);
  const written = names.filter((_, index) => kept[index]);
  const texts = sayDaysOnce(
    written.map(({ place }) => place),
    written.map(({ text }) => text),
  );
  return written.map(({ place, x }, index) =>
    layText(`place ${place.key}`, 'soft', texts[index] ?? '', [x, baseline], size, 'middle'),
  );
}

interface Row {
  names: { place: ChartPlace; text: string; width: number; x: number }[];
  /** Which names have room. */
  kept: boolean[];
  size: number;
}

type Ends = readonly [number, number];

/** Plans large names, written out or else short; null where not all have room. */
function planLarge(
  places: readonly ChartPlace[],
  centers: readonly number[],
  bounds: Ends,
): Row | null {
  const size = pickNameSize(places.length, bounds);
  if (size === TEXT.small || places.length * LABEL_GAP > bounds[1] - bounds[0]) return null;
  for (const isShort of [false, true]) {
    const row = planRow(places, centers, { isShort, size, bounds });
    if (!row.kept.includes(false)) return row;
  }
  return null;
}

function planSmall(places: readonly ChartPlace[], centers: readonly number[], bounds: Ends): Row {
  const room = (bounds[1] - bounds[0]) / Math.max(1, places.length);
  const labels = places.map(({ label }) => label);
  const isShort = widest(labels, TEXT.small) + LABEL_GAP >= room;
  return planRow(places, centers, { isShort, size: TEXT.small, bounds });
}

/** Plans a row of names, written out or short. */
function planRow(
  places: readonly ChartPlace[],
  centers: readonly number[],
  { isShort, size, bounds }: { isShort: boolean; size: number; bounds: Ends },
): Row {
  const texts = places.map(({ label, short }) => (isShort ? short : label));
  const names = places.flatMap((place, index) => {
    const text = texts[index] ?? '';
    const width = textWidth(text, size);
    return text === ''
      ? []
      : [{ place, text, width, x: keepInside(centers[index] ?? 0, width, bounds) }];
  });
  const row = {
    centers: names.map(({ x }) => x),
    widths: names.map(({ width }) => width),
    gap: LABEL_GAP,
  };
  const named = places.filter((_, index) => texts[index] !== '');
  return { names, kept: pickKept(named, row), size };
}
