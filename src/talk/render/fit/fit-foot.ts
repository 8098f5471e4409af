import type { DataUse, IsoDate } from '../../model/dataset.ts';
import type { Layout, TalkMeta } from '../../model/talk.ts';
import { printShownDay, renderSources } from '../sources.ts';
import { parseTree } from './fit-tree.ts';
import { countLines, cutWords, widthOfLine } from './fit-words.ts';

const WIDTH = 1104;
const SIZE = 15;
const LINE = { one: 28, more: 20 };
const GAPS = { number: 24, sources: 32 };
/** Room for the slide number and the gap before it. */
const NUMBER = 48;
/** Layouts that fill the slide and carry no slide number. */
const BARE: readonly Layout[] = ['cover', 'section', 'end'];

/** Returns the height of a slide's foot: its sources, talk, event and number; 0 for none. */
export function measureFoot(
  uses: readonly DataUse[],
  meta: TalkMeta,
  { layout, days }: { layout: Layout; days: readonly IsoDate[] },
): number {
  const sources = renderSources(uses, meta.language);
  const hasSlideNumber = meta.footer && !BARE.includes(layout);
  if (!sources) return hasSlideNumber || days.length > 0 ? LINE.one : 0;
  const texts = [meta.title, meta.event ?? ''].filter(Boolean).map(widthOf);
  const shown = Math.max(0, ...days.map((day) => widthOf(printShownDay(day)) + GAPS.sources));
  const number = hasSlideNumber ? texts.reduce((sum, one) => sum + one + GAPS.number, NUMBER) : 0;
  const taken = shown + number;
  const words = cutWords(parseTree(sources.markup).children);
  const lines = countLines(words, SIZE, WIDTH - taken - GAPS.sources);
  return Math.max(LINE.one, lines * LINE.more);
}

function widthOf(text: string): number {
  return widthOfLine(cutWords([text]), SIZE);
}
