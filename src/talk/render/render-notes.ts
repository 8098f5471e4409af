import type { Token } from '../model/token.ts';
import { directionOf } from '../html/direction.ts';
import type { SlideSource } from '../model/slide-file.ts';
import type { SlideContext } from './context.ts';
import { createContext } from './context.ts';
import { fillFormulas } from './formula/formula.ts';
import { isolateRaw } from './raw/isolate.ts';
import { renderFootnotes } from './elements/footnote-list.ts';
import { renderBlocks } from './elements/prose.ts';

/** Tags, and the author's mark between them. */
const CLICK = /(<[^>]*>)|\[click\]/g;

/** Renders speaker notes; `[click]` marks where to advance. Their data count for the slide, their steps do not. */
export function renderNotes(
  source: SlideSource,
  tokens: readonly Token[],
  slide: SlideContext,
): string {
  if (tokens.length === 0) return '';
  const headings = { title: null, shift: 2, least: 3 };
  const { talk, id, file } = slide;
  const own = createContext(talk, {
    id,
    file,
    layout: 'default',
    headings,
    isIncremental: false,
    tabSize: talk.meta.tabSize,
    blockHeight: null,
    hasSteps: false,
  });
  const context = { ...own, reads: slide.reads };
  const place = source.notesSpan ?? source.span;
  const body =
    renderBlocks(tokens, context) + renderFootnotes(tokens, '', { context, renderBlocks });
  const raw = context.hasRaw
    ? isolateRaw({ head: '', body, references: '' }, context, place)
    : { body, style: '' };
  const markup = raw.style + fillFormulas(raw.body, context);
  for (const problem of context.problems) slide.problems.push(problem);
  for (const asset of context.assets) slide.assets.push(asset);
  const mark = (_: string, tag?: string): string => tag ?? '<span class="click">[click]</span>';
  const text = markup.replace(CLICK, mark).trimEnd();
  const isRtl = text !== '' && directionOf(talk.meta.language) === 'rtl';
  return isRtl ? `<div dir="rtl">\n${text}\n</div>` : text;
}
