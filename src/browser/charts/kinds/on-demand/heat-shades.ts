import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import { isBinary } from '../../../../talk/data/value/prefix.ts';
import { listRoundOf } from '../../../../talk/data/value/binary-values.ts';
import { writeTicks } from '../../axis/across-axis.ts';
import { TEXT, textWidth } from '../../chart-text.ts';
import { layText, type Header } from '../../plot.ts';
import type { Extent, Mark } from '../../scene.ts';

/** The shades of values: round steps, each of one level from 1, the palest, to 6. */
export interface Shades {
  shadeOf(value: number): Shade;
  /** The shades that occur between the lowest and the largest value, with their values in words. */
  steps: { shade: Shade; text: string }[];
  /** The start of the first step and the end of the last, in words. */
  ends: [string, string];
}

/** A level of shade; that of values below zero is of another hue. */
export interface Shade {
  level: number;
  isNegative: boolean;
}

const LEVELS = 6;
const COUNT = 5;
const SWATCH = 18;
const TEXT_AT = 26;
const GAP = 26;
const LINE = 30;
const FOOT = 16;
/** Between swatches and the ends of a key in one line. */
const LINE_GAP = 8;
/** The largest part of a height for a line for each step. */
const MAX_SHARE = 0.35;

/** Divides the values of a view into steps between round numbers. */
export function planShades(view: ChartView): Shades {
  const low = Math.min(view.min, 0 < view.min ? view.min : 0);
  const unit = isBinary(view.unit) ? view.unit : null;
  const edges = listEdges(low, Math.max(view.max, low + 1e-9), unit !== null);
  const step = (edges[1] ?? 1) - (edges[0] ?? 0);
  const above = edges.filter((edge) => edge >= 0 && edge < (edges.at(-1) ?? 0)).length;
  const below = edges.filter((edge) => edge < 0).length;
  const most = Math.max(above, below, 1);
  const start = Math.max(0, edges[0] ?? 0);
  const shadeOf = (value: number): Shade => {
    const isNegative = value < 0;
    const index = isNegative
      ? Math.ceil(-value / step) - 1
      : Math.floor((value - start) / step + 1e-9);
    return { level: toLevel(Math.max(0, Math.min(most - 1, index)), most), isNegative };
  };
  const labels = writeTicks(edges, step, unit).map(({ label }) => label);
  const steps = edges.slice(0, -1).map((edge, index) => ({
    shade: shadeOf(edge + step / 2),
    text: `${labels[index] ?? ''} to ${labels[index + 1] ?? ''}`,
  }));
  return { shadeOf, steps, ends: [labels[0] ?? '', labels.at(-1) ?? ''] };
}

/** Draws the steps as swatches with their values, or in one line with their ends where the height is small or at most `most`. */
export function layShadeKey(
  shades: Shades,
  header: Header,
  extent: Extent,
  most = Infinity,
): Header {
  const lines = layLines(shades, header, extent);
  const height = lines.bottom - header.bottom;
  if (height <= Math.min(most, extent.height * MAX_SHARE)) return lines;
  return layLine(shades, header, extent) ?? lines;
}

function layLines({ steps }: Shades, header: Header, { width }: Extent): Header {
  let x = 0;
  let y = header.bottom + TEXT.small;
  const marks: Mark[] = [];
  for (const step of steps) {
    const own = TEXT_AT + textWidth(step.text, TEXT.small);
    if (x > 0 && x + own > width) {
      x = 0;
      y += LINE;
    }
    marks.push(laySwatch(step, [x, y]));
    marks.push(layText(`step ${step.text}`, 'soft', step.text, [x + TEXT_AT, y], TEXT.small));
    x += own + GAP;
  }
  return { marks, bottom: y + FOOT };
}

/** Lays out swatches side by side between the ends of all steps, or above these; null where there is no room. */
function layLine({ steps, ends }: Shades, header: Header, { width }: Extent): Header | null {
  const [low, high] = ends;
  const y = header.bottom + TEXT.small;
  const [lowWidth, highWidth] = [textWidth(low, TEXT.small), textWidth(high, TEXT.small)];
  const left = lowWidth + LINE_GAP;
  const right = left + steps.length * SWATCH + LINE_GAP;
  if (right + highWidth <= width) {
    const marks = [
      layText('step low', 'soft', low, [0, y], TEXT.small),
      ...steps.map((step, index) => laySwatch(step, [left + index * SWATCH, y])),
      layText('step high', 'soft', high, [right, y], TEXT.small),
    ];
    return { marks, bottom: y + FOOT };
  }
  // Swatches span from the start of the first end to the end of the last.
  const all = lowWidth + GAP + highWidth;
  if (all > width) return null;
  const step = Math.max(SWATCH, all / steps.length);
  const below = y + LINE - LINE_GAP;
  const marks = [
    ...steps.map((one, index) => laySwatch(one, [index * step, y], step)),
    layText('step low', 'soft', low, [0, below], TEXT.small),
    layText('step high', 'soft', high, [steps.length * step, below], TEXT.small, 'end'),
  ];
  return { marks, bottom: below + FOOT };
}

function laySwatch(
  { shade, text }: Shades['steps'][number],
  [x, y]: readonly [number, number],
  width = SWATCH,
): Mark {
  const look = `heat heat-${shade.level}${shade.isNegative ? ' below' : ''}`;
  const less = shade.isNegative ? 4 : 0;
  const box = { x, y: y - SWATCH + 3, width: width - less, height: SWATCH - less };
  return { kind: 'rect', key: `swatch ${text}`, look, ...box, radius: 2 };
}

function listEdges(low: number, high: number, isOfBytes: boolean): number[] {
  const edges = listRoundOf(isOfBytes, low, high, COUNT);
  const step = (edges[1] ?? high) - (edges[0] ?? low) || 1;
  const first = edges[0] ?? low;
  if (first > low) edges.unshift(first - step);
  if ((edges.at(-1) ?? high) < high) edges.push((edges.at(-1) ?? high) + step);
  return edges;
}

/** Spreads steps over the levels, so that the largest always has the strongest. */
function toLevel(index: number, count: number): number {
  if (count === 1) return LEVELS;
  return Math.round(1 + (index * (LEVELS - 1)) / (count - 1));
}
