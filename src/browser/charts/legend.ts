import type { ChartView } from '../../talk/blocks/chart/chart-view.ts';
import type { ChartSeries } from '../../talk/blocks/chart/chart-series.ts';
import { layBar, layPattern } from './mark.ts';
import { layText, type Header } from './plot.ts';
import type { Extent, Mark } from './scene.ts';
import { fitTexts, TEXT, textWidth } from './chart-text.ts';

/** How a legend shows its colours: as areas, as lines that may be dashed, or as the shapes of points, which few charts load. */
export type LegendLook = 'bar' | 'line' | LayPoint;

/** Draws a point of a series. */
type LayPoint = (
  key: string,
  look: { tone: number; exact: boolean },
  at: readonly [number, number],
  r: number,
) => Mark;

interface Layout {
  size: number;
  /** Left edge and line of each name. */
  places: { x: number; line: number }[];
  texts: string[];
  lines: number;
  /** The right edge of each line; of columns, that of the drawing. */
  ends: number[];
}

const SWATCH = { bar: 16, line: 28 };
const SWATCH_GAP = 10;
const RADIUS = 6;
const GAP = 28;
const LEADING = 30 / 21;
const FOOT = 20;
/** The largest part of the drawing's height that a legend takes before its names are cut. */
const MAX_SHARE = 0.35;
/** A column of this width has room for a few letters. */
const MIN_COLUMN = 100;

/**
 * Lays out a legend above a plot, for marks without room for a name; empty for a single colour. Its names are cut so that
 * it takes at most `most` pixels of height, where that is possible.
 */
export function layLegend(
  view: ChartView,
  header: Header,
  extent: Extent,
  look: LegendLook = 'bar',
  most = Infinity,
): Header {
  const named = view.series.filter(isDrawn);
  // Small charts have one legend above all of them.
  if (view.series.length < 2 || extent.isFacet) return { marks: [], bottom: header.bottom };
  const indent = (look === 'line' ? SWATCH.line : SWATCH.bar) + SWATCH_GAP;
  const { size, places, texts, lines, ends } = pickLayout(named, extent, indent, most);
  // Notes are between the legend and the plot, so that their leaders cross no name.
  const { noteRoom = 0 } = extent;
  const top = header.bottom - noteRoom + size;
  const marks = named.flatMap(({ key, tone, points }, index): Mark[] => {
    const { x: start = 0, line = 0 } = places[index] ?? {};
    // Colours are in the order of the drawing, which runs from left to right in every language.
    const x = extent.isRightToLeft ? start + extent.width - (ends[line] ?? 0) : start;
    // The room stays the same from step to step.
    if (!points.some(({ isShown }) => isShown)) return [];
    const y = top + line * size * LEADING;
    const name = layText(`legend ${key}`, inkOf(tone), texts[index] ?? '', [x + indent, y], size);
    return [...laySwatch(key, { tone, look }, [x, y]), name];
  });
  return { marks, bottom: header.bottom + heightOf({ lines, size }) };
}

/** Returns the height of a legend, with the gap below it. */
function heightOf({ lines, size }: Pick<Layout, 'lines' | 'size'>): number {
  return size + (lines - 1) * size * LEADING + FOOT;
}

/** Returns the class of a name in the colour of its series. */
export function inkOf(tone: number): string {
  return `ink-${tone}`;
}

/** Reports whether a series has a value, and so a colour, in the drawing. */
export function isDrawn({ points }: ChartSeries): boolean {
  return points.some(({ value }) => value !== null);
}

function laySwatch(
  key: string,
  { tone, look }: { tone: number; look: LegendLook },
  [x, y]: readonly [number, number],
): Mark[] {
  if (look === 'line') {
    const at = y - 6;
    const stroke = `line tone-${tone}`;
    return [
      {
        kind: 'line',
        key: `swatch ${key}`,
        look: stroke,
        x1: x,
        x2: x + SWATCH.line,
        y1: at,
        y2: at,
      },
    ];
  }
  if (look !== 'bar')
    return [look(`swatch ${key}`, { tone, exact: true }, [x + SWATCH.bar / 2, y - 7], RADIUS)];
  const bar = layBar(
    `swatch ${key}`,
    { tone, exact: true },
    [x, x + SWATCH.bar],
    [y - SWATCH.bar + 1, y + 1],
  );
  return [bar, ...layPattern(bar, tone)];
}

/** Picks whole names in running lines where they fit, else names that are cut to columns. */
function pickLayout(
  series: readonly ChartSeries[],
  { width, height }: Extent,
  indent: number,
  most: number,
): Layout {
  const names = series.map(({ name }) => name);
  const fits = ({ lines, size }: Layout): boolean => lines * size * LEADING <= height * MAX_SHARE;
  const flowing = [TEXT.label, TEXT.small].map((size) => flow(names, { size, width, indent }));
  const first = flowing.find((layout) => fits(layout) && heightOf(layout) <= most);
  if (first) return first;
  const mostColumns = Math.max(1, Math.floor((width + GAP) / (MIN_COLUMN + GAP)));
  const columns = Array.from({ length: mostColumns }, (_, index) => index + 1).map((count) =>
    flow(names, { size: TEXT.small, width, indent }, count),
  );
  const all = [...flowing, ...columns];
  const low = all.filter(fits);
  return (
    low.find((layout) => heightOf(layout) <= most) ??
    // Whole names stay whole where cutting them is not enough.
    flowing.findLast(fits) ??
    low[0] ??
    all.reduce((a, b) => (b.lines < a.lines ? b : a))
  );
}

interface Flow {
  size: number;
  width: number;
  /** Room that a name needs for its swatch. */
  indent: number;
}

/** Sets names one after the other, or in columns of one width. */
function flow(names: readonly string[], { size, width, indent }: Flow, columns?: number): Layout {
  const own = columns === undefined ? null : (width - GAP * (columns - 1)) / columns;
  const texts = fitTexts(names, size, (own ?? width) - indent);
  const places: Layout['places'] = [];
  const ends: number[] = [];
  let [x, line] = [0, 0];
  for (const text of texts) {
    const needed = own ?? indent + textWidth(text, size);
    if (x > 0 && x + needed > width + 1) [x, line] = [0, line + 1];
    places.push({ x, line });
    ends[line] = own === null ? x + needed : width;
    x += needed + GAP;
  }
  return { size, places, texts, lines: line + 1, ends };
}
