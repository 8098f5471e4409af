import type { Token, Tokens } from 'marked';
import { placeTags, type FindPlace } from '../../html/tag-places.ts';
import type { Problem } from '../../model/problem.ts';
import { swallowedCut } from '../../problems/problems.ts';
import type { SwallowedCut } from '../lex/html-token.ts';

/** Returns the part of a token of raw HTML between two offsets, with its place. */
export function cutToken(
  token: Tokens.Generic,
  offset: number,
  end: number,
  place: FindPlace,
): Token {
  const raw = token.raw.slice(offset, end);
  const span = place({ offset, name: raw.trimEnd() });
  return { ...token, raw, text: raw, span } as Token;
}

/** Reports a line that would begin a slide if it were not within an element of raw HTML. */
export function reportSwallowed({ raw, span, swallowed }: Tokens.Generic): Problem {
  const { at, holder } = swallowed as SwallowedCut;
  const line = raw.slice(at).split('\n', 1)[0]?.trim() ?? '';
  return swallowedCut(line, holder, placeTags(raw, span)({ offset: at, name: line.slice(1) }));
}

/** Reports whether a token contains only spaces. */
export function isBlank(token: Token): boolean {
  return token.raw.trim() === '';
}
