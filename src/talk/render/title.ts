import type { Token, Tokens } from 'marked';
import type { ComposedSlide } from '../model/composed.ts';
import type { Span } from '../model/problem.ts';
import type { Layout, TalkMeta } from '../model/talk.ts';
import { mergeAttributes } from './attributes.ts';
import type { SlideContext } from './context.ts';
import { isCover } from './cover.ts';
import { spanOf } from './elements/inline.ts';
import { renderElement } from './elements/prose.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';

/** Layouts with a title alone, as a first heading. */
const OPENING: readonly Layout[] = ['cover', 'section', 'statement', 'end'];

/** A slide's title and its heading level. */
export interface Title {
  /** Its heading; null when the title comes from elsewhere. */
  heading: Token | null;
  tokens: readonly Token[] | null;
  span: Span;
  /** Level of the heading as written, and on the slide. */
  depth: number;
  level: number;
}

/** Finds a slide's title: set beside `src`, else its first heading, else, on covers, the talk's. */
export function findTitle({ source, spec }: ComposedSlide, layout: Layout, meta: TalkMeta): Title {
  const level = OPENING.includes(layout) ? 1 : 2;
  const heading = source.tokens.find((token): token is Tokens.Heading => token.type === 'heading');
  const span = heading ? spanOf(heading, source.span) : source.span;
  const words = spec.title ?? (!heading && isCover(layout) ? meta.title : undefined);
  const tokens = words === undefined ? (heading?.tokens ?? null) : [toToken(words)];
  return { heading: heading ?? null, tokens, span, depth: heading?.depth ?? level, level };
}

function toToken(text: string): Token {
  return { type: 'text', raw: escapeMarkdown(text), text, escaped: false };
}

/** Renders a slide's title; empty for none. */
export function renderTitle({ tokens, span, level }: Title, context: SlideContext): string {
  if (!tokens) return '';
  const markup = renderElement(`h${level}`, tokens, span, context);
  return mergeAttributes(markup, [{ name: 'class', value: 'slide-title' }]).trimEnd();
}
