import type { Token, Tokens } from 'marked';
import type { FindPlace } from '../../html/tag-places.ts';

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

/** Reports whether a token contains only spaces. */
export function isBlank(token: Token): boolean {
  return token.raw.trim() === '';
}
