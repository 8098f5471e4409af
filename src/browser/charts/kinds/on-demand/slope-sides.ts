import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import { spreadLabels } from '../../labels.ts';
import { layLeader } from '../../mark.ts';
import { inkOf } from '../../legend.ts';
import { keepInside, layText, widest, type Header, type Plot } from '../../plot.ts';
import { scaleValues } from '../../scale.ts';
import type { Extent, Mark } from '../../scene.ts';
import { fitText, fitTexts, TEXT, textWidth } from '../../chart-text.ts';

/** Layout of a slope chart. */
export interface Slopes {
  view: ChartView;
  plot: Plot;
  /** Text size of values. */
  size: number;
  /** Text size of the words after the newer value. */
  changeSize: number;
  /** Whether these words are under the newer value instead of after it. */
  isBelow: boolean;
  /** These words, by the key of the series. */
  after: ReadonlyMap<string, string>;
  /** Whether values have room on both sides. */
  hasValues: boolean;
  /** Whether names are in the place of values, each at one end of its line. */
  isNamed: boolean;
  header: Header;
  toY(value: number): number;
}

/** Room between an axis and the values on its side. */
export const SIDE_GAP = 22;
const WORD_GAP = 14;
/** Height of a name at the end of a line, in text sizes. */
const NAME_LEADING = 1.1;
const MIDDLE_GAP = 18;

/** Returns the height of a value with its words. */
export function sideHeight({
  size,
  changeSize,
  isBelow,
}: Pick<Slopes, 'size' | 'changeSize' | 'isBelow'>): number {
  return size * 1.2 + (isBelow ? changeSize * 1.1 : 0);
}

/** Writes names in the place of values, half of them at each end, where a legend leaves no plot; null without room for them. */
export function nameEnds(slopes: Slopes, width: number, least: number): Slopes | null {
  const { view, header, size } = slopes;
  const left = (width - least) / 2;
  const all = view.series.map(({ name }) => name);
  const names = fitTexts(all, size, left - SIDE_GAP - 4, true);
  const sides = pickSides(view);
  const series = view.series.map((one, index) => {
    const labelOf = (place: number): string => (sides[index] === place ? (names[index] ?? '') : '');
    const points = one.points.map((point, place) => ({ ...point, label: labelOf(place) }));
    return { ...one, points };
  });
  const plot = { ...slopes.plot, left, right: width - left, top: header.bottom + size * 0.6 };
  const most = Math.max(...[0, 1].map((place) => sides.filter((side) => side === place).length));
  const height = plot.bottom - plot.top;
  if (most * size * NAME_LEADING > height + size * 1.1) return null;
  const toY = scaleValues(view, [view.min, view.max], [plot.bottom, plot.top]);
  return { ...slopes, view: { ...view, series }, plot, hasValues: true, isNamed: true, toY };
}

/** Picks the end at which each line has its name: its only one, else the one with fewer names. */
function pickSides({ series }: ChartView): number[] {
  const only = series.map(({ points: [then, now] }) =>
    then?.value === null ? 1 : now?.value === null ? 0 : null,
  );
  const counts = [0, 1].map((place) => only.filter((side) => side === place).length);
  return only.map((side) => {
    if (side !== null) return side;
    const place = Number((counts[1] ?? 0) < (counts[0] ?? 0));
    counts[place] = (counts[place] ?? 0) + 1;
    return place;
  });
}

/** Writes the values of one side, moved apart where they are close, with leaders to those that are moved. */
export function laySide(slopes: Slopes, place: number): Mark[] {
  const { view, plot, size, isNamed, toY } = slopes;
  const shown = view.series.filter(({ points }) => points[place]?.isShown && points[place].label);
  const height = isNamed ? size * NAME_LEADING : place === 0 ? size * 1.2 : sideHeight(slopes);
  const wanted = shown.map(({ points }) => {
    const value = points[place]?.value ?? null;
    return value === null ? plot.bottom : toY(value);
  });
  const requests = wanted.map((at) => ({ at: at + (height - size * 1.2) / 2, height }));
  const tops = spreadLabels(requests, [plot.top - size * 0.6, plot.bottom + size * 0.5]);
  const [axis, sign] = place === 0 ? [plot.left, -1] : [plot.right, 1];
  return shown.flatMap((series, index): Mark[] => {
    const middle = (tops[index] ?? 0) - (height - size * 1.2) / 2;
    const at = wanted[index] ?? 0;
    const words = layWords(slopes, series, { place, x: axis + sign * SIDE_GAP, middle });
    const isMoved = Math.abs(middle - at) > size * 0.6 && series.points[place]?.value !== null;
    if (!isMoved) return words;
    const from = [axis + sign * 10, at] as const;
    const to = [axis + sign * (SIDE_GAP - 3), middle] as const;
    return [layLeader({ key: `${place} ${series.key}`, tone: series.tone }, from, to), ...words];
  });
}

interface Side {
  place: number;
  x: number;
  middle: number;
}

function layWords(slopes: Slopes, series: ChartView['series'][number], side: Side): Mark[] {
  const { view, size, changeSize, isBelow, isNamed, after } = slopes;
  const { place, x, middle } = side;
  const point = series.points[place];
  const y = middle + size * 0.34;
  const own = `strong ${inkOf(series.tone)}`;
  const look = isNamed ? own : point?.value === null ? 'faint' : place === 0 ? 'strong soft' : own;
  const label = point?.label ?? '';
  const anchor = place === 0 ? 'end' : 'start';
  const key = isNamed ? `name ${series.key}` : `side ${place} ${series.key}`;
  const value = layText(key, look, label, [x, y], size, anchor);
  const words = place === 0 ? '' : (after.get(series.key) ?? '');
  if (words === '') return [value];
  const at: [number, number] = isBelow
    ? [x, y + size * 0.26 + changeSize * 0.8]
    : [x + textWidth(label, size, true) + WORD_GAP, y];
  const ink = view.series.length === 1 ? 'accent strong' : 'ink';
  return [value, layText(`after ${series.key}`, ink, words, at, changeSize)];
}

/** Names both places below their axes: written out, else short, else small; each keeps to its half. */
export function layPlaceNames({ view, plot }: Slopes, { width, height }: Extent): Mark[] {
  const { texts, size } = pickNames(view, width);
  const middle = (plot.left + plot.right) / 2;
  const count = texts.length;
  return texts.map((text, place): Mark => {
    const bounds: [number, number] =
      place === 0 ? [0, middle - MIDDLE_GAP / 2] : [middle + MIDDLE_GAP / 2, width];
    const own: [number, number] = count === 1 ? [0, width] : bounds;
    const fitted = fitText(text, size, own[1] - own[0]);
    const x = keepInside(place === 0 ? plot.left : plot.right, textWidth(fitted, size), own);
    const key = `place ${view.places[place]?.key}`;
    return layText(key, 'soft', fitted, [x, height - 10], size, 'middle');
  });
}

function pickNames({ places }: ChartView, width: number): { texts: string[]; size: number } {
  const long = places.map(({ label }) => label);
  const short = places.map(({ short: text }) => text);
  const ways = [
    { texts: long, size: TEXT.label, share: 0.6 },
    { texts: short, size: TEXT.label, share: 0.9 },
  ];
  const fits = ways.find(
    ({ texts, size, share }) => 2 * widest(texts, size) + MIDDLE_GAP < width * share,
  );
  return fits ?? { texts: short, size: TEXT.small };
}
