import type { Token, Tokens } from 'marked';
import type { AttributesToken } from '../../model/slide-file.ts';
import { isHidden } from '../../html/hidden-element.ts';
import type { Span } from '../../model/problem.ts';

/** What `.element` comments among tokens hide. */
export interface HiddenTargets {
  /** The hidden tokens, each with the place of its comment. */
  targets: ReadonlyMap<Token, Span>;
  /** The place of a comment that hides the parent of the tokens; null without one. */
  comment: Span | null;
}

const GAPS = new Set(['space', 'attributes']);
const TEXT = new Set(['text', 'escape', 'br', 'html']);

/** Finds what `.element` comments hide: the token before the comment or, where that is text, the parent. */
export function findHiddenTargets(tokens: readonly Token[]): HiddenTargets {
  const targets = new Map<Token, Span>();
  let comment: Span | null = null;
  let last: Tokens.Generic | null = null;
  for (const token of tokens as readonly Tokens.Generic[]) {
    if (token.type === 'attributes' && hides(token as unknown as AttributesToken)) {
      if (!last || (TEXT.has(last.type) && !last.block)) comment ??= token.span;
      else targets.set(last as Token, token.span);
    }
    // A picture keeps its comment over a blank.
    const isBlank = last?.type === 'image' && token.raw.trim() === '';
    if (!GAPS.has(token.type) && !isBlank) last = token;
  }
  return { targets, comment };
}

function hides({ attributes }: AttributesToken): boolean {
  const list = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  return isHidden({ name: '', attributes: list, inDrawing: false });
}
