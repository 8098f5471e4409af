import { isOffScale } from '../../talk/blocks/chart/kinds/column-slots.ts';
import type { ChartView } from '../../talk/blocks/chart/chart-view.ts';
import { isCarried, printStart } from './axis/value-ticks.ts';
import type { Extent, Mark, TextMark } from './scene.ts';
import { fitText, fitTexts, TEXT, textWidth } from './chart-text.ts';

export { areNear, pickFormat } from './axis/value-ticks.ts';
export type { Plot } from './scene.ts';

/** The header of a plot, and its end. */
export interface Header {
  marks: Mark[];
  bottom: number;
}

/** Charts narrower than this have smaller values. */
const NARROW = 560;
const FEW = 3;
const HEADER_GAP = 14;
const TITLE = 24;
const WORD_GAP = 14;
/** Letters may be a little wider than measured. */
const EDGE = 3;

/** Lays out a chart's title and unit, and the start of the axis if that is not zero, where lines begin in the talk's language. */
export function layHeader(view: ChartView, extent: Extent): Header {
  const { marks, bottom: edge } = layWords(view, extent);
  const bottom = edge + (extent.noteRoom ?? 0);
  if (extent.isRightToLeft !== true) return { marks, bottom };
  return {
    marks: marks.map((mark) => ({ ...mark, x: extent.width - mark.x, anchor: 'end' })),
    bottom,
  };
}

function layWords(
  view: ChartView,
  { width, titleSize, isFacet }: Extent,
): { marks: TextMark[]; bottom: number } {
  const start = printStart(view);
  const own = isSaid(view) || isCarried(view) ? null : view.unit;
  // Small charts have one unit above all of them.
  const unit = isFacet === true ? null : (view.across?.upright ?? own);
  const scale = isOffScale(view) ? 'dates not to scale' : null;
  const words = [unit, start, view.remark, scale].filter((word) => word !== null).join(', ');
  if (view.title === null && words === '') return { marks: [], bottom: 0 };
  if (view.title === null) {
    const text = fitText(words, TEXT.small, width);
    const line = layText('unit', 'soft', text, [0, TEXT.small], TEXT.small);
    return { marks: [line], bottom: TEXT.small + HEADER_GAP };
  }
  const size = titleSize ?? sizeTitle([view.title], width);
  const [title = ''] = fitTitles([view.title], width, size);
  const marks = [layText('title', 'strong', title, [0, TITLE], size)];
  const after = textWidth(title, size, true) + WORD_GAP;
  const isLong = words !== '' && after + textWidth(words, TEXT.small) > width;
  const at: [number, number] = isLong ? [0, TITLE + 26] : [after, TITLE];
  if (words !== '') {
    marks.push(layText('unit', 'soft', fitText(words, TEXT.small, width), at, TEXT.small));
  }
  return { marks, bottom: (isLong ? at[1] : TITLE) + HEADER_GAP };
}

/** Truncates titles of charts of one width, so that no two of them look alike. */
export function fitTitles(titles: readonly string[], width: number, size: number): string[] {
  return fitTexts(titles, size, width - EDGE, true);
}

/** Picks the size of the titles of charts of one width. */
export function sizeTitle(titles: readonly string[], width: number): number {
  return widest(titles, TITLE, true) <= width - EDGE ? TITLE : TEXT.small;
}

/** Reports whether the title already contains the unit. */
function isSaid({ title, unit }: ChartView): boolean {
  return unit !== null && title !== null && title.toLowerCase().includes(unit.toLowerCase());
}

/** Picks the size of values: a few values are large, as they are the subject of the slide. */
export function pickValueSize(count: number, { width }: Extent): number {
  if (count > FEW) return TEXT.value;
  return width < NARROW ? 32 : TEXT.large;
}

/** Lays out a line of text at a point. */
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

/** Keeps a text of some width between two edges; returns its middle. A wider text ends at the second edge. */
export function keepInside(
  center: number,
  width: number,
  [low, high]: readonly [number, number],
): number {
  return Math.min(high - width / 2, Math.max(low + width / 2, center));
}

/** Returns the width of the widest text. */
export function widest(texts: readonly string[], size: number, isStrong = false): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size, isStrong)));
}
