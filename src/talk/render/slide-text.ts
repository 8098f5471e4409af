import type { Token } from '../model/token.ts';
import type { ComposedSlide } from '../model/composed.ts';
import type { SlideSource } from '../model/slide-file.ts';
import type { Layout } from '../model/talk.ts';
import type { SlideContext } from './context.ts';
import { isCover, writeCover } from './cover.ts';
import { listOwnWords, type SlideEdges } from './edges/slide-edges.ts';
import { toText } from './elements/table-text.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';

const EMPTY = new Set(['space', 'def', 'pause', 'attributes']);

/** Writes a slide as text, with the text of its values and blocks, and without it to compare the author's words. */
export function writeTexts(
  title: string,
  slide: ComposedSlide,
  layout: Layout,
  context: SlideContext,
  edges: SlideEdges,
): { text: string; wording: string } {
  const body = bodyOf(slide, context);
  const wording = toText(body, { words: new Map() });
  const hasOwn = context.words.size > 0 || context.assets.length > 0;
  const filled = hasOwn ? toText(body, context) : wording;
  const isMade = isCover(layout) && isBare(slide.source, context);
  const text = isMade ? escapeMarkdown(writeCover(context.talk.meta, layout)) : filled;
  const own = listOwnWords(edges).map(escapeMarkdown);
  return { text: [title && `# ${title}`, text, ...own].filter(Boolean).join('\n\n'), wording };
}

function bodyOf({ source }: ComposedSlide, { headings }: SlideContext): Token[] {
  return source.tokens.filter((token) => token !== headings.title);
}

/** Reports whether there is nothing on a slide but its title. */
export function isBare({ tokens }: SlideSource, { headings }: SlideContext): boolean {
  return tokens.every((token) => token === headings.title || EMPTY.has(token.type));
}
