import type { HeadingToken, Token } from '../model/token.ts';
import type { ComposedSlide } from '../model/composed.ts';
import type { Span } from '../model/problem.ts';
import type { Layout, TalkMeta } from '../model/talk.ts';
import { mergeAttributes } from './attributes.ts';
import type { SlideContext } from './context.ts';
import { isCover } from './cover.ts';
import { renderElement } from './elements/prose.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';

/** Layouts with a title alone, as a first heading. */
const OPENING: readonly Layout[] = ['cover', 'section', 'statement', 'end'];

/** A slide's title and its heading level. */
export interface Title {
  /** Its heading; null when the title comes from elsewhere. */
  heading: Token | null;
  tokens: readonly Token[] | null;
  /** Level of the heading as written, and on the slide. */
  depth: number;
  level: number;
}

/** Finds a slide's title: set beside `src`, else its first heading, else, on covers, the talk's. */
export function chooseTitle(
  { source, spec }: ComposedSlide,
  layout: Layout,
  meta: TalkMeta,
): Title {
  const level = OPENING.includes(layout) ? 1 : 2;
  const heading = source.tokens.find((token): token is HeadingToken => token.type === 'heading');
  const span = heading?.span ?? source.span;
  const words = spec.title ?? (!heading && isCover(layout) ? meta.title : undefined);
  const tokens = words === undefined ? (heading?.tokens ?? null) : [toToken(words, span)];
  return { heading: heading ?? null, tokens, depth: heading?.depth ?? level, level };
}

function toToken(text: string, span: Span): Token {
  return { type: 'text', raw: escapeMarkdown(text), text, escaped: false, span };
}

/** Renders a slide's title; empty for none. */
export function renderTitle({ tokens, level }: Title, context: SlideContext): string {
  if (!tokens) return '';
  const markup = renderElement(`h${level}`, tokens, context);
  return mergeAttributes(markup, [{ name: 'class', value: 'slide-title' }]).trimEnd();
}
