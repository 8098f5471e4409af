import { formatNumber } from '../../talk/data/value/format.ts';
import type { ChartView } from '../../talk/blocks/chart/chart-view.ts';
import type { Extent, Mark, TextMark } from './scene.ts';
import { fitText, TEXT, textWidth } from './chart-text.ts';

/** The part of a drawing in which values stand. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What stands above a plot, and where it ends. */
export interface Header {
  marks: Mark[];
  bottom: number;
}

/** Charts narrower than this are drawn with smaller values. */
const NARROW = 560;
const FEW = 3;
const HEADER_GAP = 14;
const TITLE = 24;
const WORD_GAP = 14;

/** Writes a chart's title and what its values count, and says where the axis begins if that is not zero. */
export function layHeader(view: ChartView, { width }: Extent): Header {
  const start =
    view.min > 0 ? `axis starts at ${formatNumber(view.min, { format: pickFormat(view) })}` : null;
  const unit = isSaid(view) ? null : view.unit;
  const words = [unit, start].filter((word) => word !== null).join(', ');
  if (view.title === null && words === '') return { marks: [], bottom: 0 };
  if (view.title === null) {
    const text = fitText(words, TEXT.small, width);
    const line = layText('unit', 'soft', text, [0, TEXT.small], TEXT.small);
    return { marks: [line], bottom: TEXT.small + HEADER_GAP };
  }
  const size = textWidth(view.title, TITLE, true) <= width ? TITLE : TEXT.small;
  const title = fitText(view.title, size, width, true);
  const marks: Mark[] = [layText('title', 'strong', title, [0, TITLE], size)];
  const after = textWidth(title, size, true) + WORD_GAP;
  const isLong = after + textWidth(words, TEXT.small) > width;
  const at: [number, number] = isLong ? [0, TITLE + 26] : [after, TITLE];
  if (words !== '') {
    marks.push(layText('unit', 'soft', fitText(words, TEXT.small, width), at, TEXT.small));
  }
  return { marks, bottom: (isLong ? at[1] : TITLE) + HEADER_GAP };
}

/** A title that says what is counted need not be followed by it. */
function isSaid({ title, unit }: ChartView): boolean {
  return unit !== null && title !== null && title.toLowerCase().includes(unit.toLowerCase());
}

/** Picks how ticks are written: as the author said, or short where numbers are long. */
export function pickFormat({ format, max, min }: ChartView): NonNullable<ChartView['format']> {
  return format ?? (Math.max(Math.abs(max), Math.abs(min)) >= 10_000 ? 'compact' : 'number');
}

/** Picks the size of values: a few are large, as they are what the slide is about. */
export function pickValueSize(count: number, { width }: Extent): number {
  if (count > FEW) return TEXT.value;
  return width < NARROW ? 32 : TEXT.large;
}

/** Writes a line of text at a point. */
export function layText(
  key: string,
  look: string,
  text: string,
  [x, y]: readonly [number, number],
  size: number,
  anchor: TextMark['anchor'] = 'start',
): TextMark {
  return { kind: 'text', key, look, text, x, y, size, anchor };
}

/** Keeps the middle of a text of some width between two edges. */
export function keepInside(
  center: number,
  width: number,
  [low, high]: readonly [number, number],
): number {
  return Math.max(low + width / 2, Math.min(high - width / 2, center));
}

/** Returns how wide the widest of some texts is. */
export function widest(texts: readonly string[], size: number, isStrong = false): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size, isStrong)));
}
