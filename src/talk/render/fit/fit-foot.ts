import type { DataUse, IsoDate } from '../../model/dataset.ts';
import { EDGE_SIZE, widthOfText } from '../edges/edge-room.ts';
import type { SlideEdges } from '../edges/slide-edges.ts';
import { printShownDay, renderSources } from '../sources.ts';
import { parseTree } from './fit-tree.ts';
import { countLines, cutWords } from './fit-words.ts';

const WIDTH = 1104;
const LINE = { one: 28, more: 20 };
const GAPS = { number: 24, sources: 32 };
/** Room for the slide number and the gap before it. */
const NUMBER = 48;

/** Returns the height of a slide's foot: its sources, days, words and number; 0 for none. */
export function measureFoot(
  uses: readonly DataUse[],
  language: string,
  {
    footer,
    hasNumber,
    days,
  }: Pick<SlideEdges, 'footer' | 'hasNumber'> & { days: readonly IsoDate[] },
): number {
  const sources = renderSources(uses, language);
  const hasWords = footer.length > 0 || hasNumber || days.length > 0;
  if (!sources) return hasWords ? LINE.one : 0;
  const texts = footer.map(({ text }) => widthOfText(text) + GAPS.number);
  const shown = Math.max(0, ...days.map((day) => widthOfText(printShownDay(day)) + GAPS.sources));
  const taken = texts.reduce((sum, one) => sum + one, shown + (hasNumber ? NUMBER : 0));
  const words = cutWords(parseTree(sources.markup).children);
  const lines = countLines(words, EDGE_SIZE, WIDTH - taken - GAPS.sources);
  return Math.max(LINE.one, lines * LINE.more);
}
