import type { Token } from '../../model/token.ts';

/** A token as it is lexed, before the pass `placeTokens` sets its place. */
export type Unplaced<Kind extends Token = Token> = Kind extends Token ? Omit<Kind, 'span'> : never;

/** Adds a token to others of a text that was lexed but not placed yet. */
export function unplaced(token: Unplaced): Token {
  return token as Token;
}
