import { listNested } from '../model/nested-tokens.ts';
import type { Token } from '../model/token.ts';

/** Calls a function with each token of a slide, in order, before those in it. It returns true to skip what is in it. */
export function walkTokens(
  tokens: readonly Token[],
  visit: (token: Token, siblings: readonly Token[], index: number) => boolean | void,
): void {
  tokens.forEach((token, index) => {
    if (visit(token, tokens, index) === true) return;
    walkTokens(listInside(token), visit);
  });
}

function listInside(token: Token): readonly Token[] {
  return token.type === 'html' ? (token.pieces ?? []) : listNested(token);
}
