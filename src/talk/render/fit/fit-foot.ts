import type { DataUse, IsoDate } from '../../model/dataset.ts';
import { EDGE_SIZE, widthOfText } from '../edges/edge-room.ts';
import type { SlideEdges } from '../edges/slide-edges.ts';
import { printShownDay, renderSources } from '../sources.ts';
import { parseTree } from './fit-tree.ts';
import { USUAL_LEVEL, type Level } from './fit-levels.ts';
import { countLines, cutWords, type Word } from './fit-words.ts';

/** Space below the foot of a slide. */
const BOTTOM = 28;
const TITLE_LEADING = 1.16;
const TITLE_TRACKING = -0.018;
const WIDTH = 1104;
const LINE = { one: 28, more: 20 };
const GAPS = { number: 24, sources: 32 };
/** Room for the slide number and the gap before it. */
const NUMBER = 48;

/** What stands at the foot of a slide beside its sources. */
interface FootParts extends Pick<SlideEdges, 'footer' | 'hasNumber'> {
  days: readonly IsoDate[];
  /** HTML of its references. */
  references?: string;
}

/** Returns the height of a slide's foot: its references, sources, days, words and number; 0 for none. */
export function measureFoot(
  uses: readonly DataUse[],
  language: string,
  { footer, hasNumber, days, references = '' }: FootParts,
): number {
  const sources = renderSources(uses, language);
  const hasWords = footer.length > 0 || hasNumber || days.length > 0;
  if (!sources && references === '') return hasWords ? LINE.one : 0;
  const texts = footer.map(({ text }) => widthOfText(text) + GAPS.number);
  const shown = Math.max(0, ...days.map((day) => widthOfText(printShownDay(day)) + GAPS.sources));
  const taken = texts.reduce((sum, one) => sum + one, shown + (hasNumber ? NUMBER : 0));
  const linesOf = (markup: string, width: number): number =>
    countLines(cutWords(parseTree(markup).children), EDGE_SIZE, width);
  const beside = WIDTH - taken - GAPS.sources;
  // References are above the sources, and beside the number only where there are none.
  const lines = sources
    ? linesOf(references, WIDTH) + linesOf(sources.markup, beside)
    : linesOf(references, beside);
  return Math.max(LINE.one, lines * LINE.more);
}

/** What takes room on a slide beside its content. */
export interface Room {
  title: readonly Word[];
  width: number;
  foot: number;
  /** Height of the slide. */
  height: number;
  titleScale: number;
}

/** Returns the height for a slide's content. */
export function roomAt({ head }: Level, { title, width, foot, height, titleScale }: Room): number {
  // The smallest levels have a size of their own in every theme.
  const size = head.title === USUAL_LEVEL.head.title ? head.title * titleScale : head.title;
  const lines = countLines(title, size, width / (1 + TITLE_TRACKING / 0.56));
  const above = lines === 0 ? 0 : lines * size * TITLE_LEADING + head.margin;
  const below = foot === 0 ? 0 : foot + head.foot;
  return height - head.top - BOTTOM - above - below;
}
