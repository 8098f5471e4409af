import type { HtmlToken, Token } from '../../model/token.ts';
import { placeTags, type FindPlace } from '../../html/tag-places.ts';
import type { Problem } from '../../model/problem.ts';
import { swallowedCut } from '../../problems/problems.ts';

/** Returns the part of a token of raw HTML between two offsets, with its place. */
export function cutToken(
  token: HtmlToken,
  offset: number,
  end: number,
  place: FindPlace,
): HtmlToken {
  const raw = token.raw.slice(offset, end);
  const span = place({ offset, name: raw.trimEnd() });
  return { ...token, raw, text: raw, span };
}

/** Reports a line that would begin a slide if it were not within an element of raw HTML. */
export function reportSwallowed(
  { raw, span }: HtmlToken,
  { at, holder }: NonNullable<HtmlToken['swallowed']>,
): Problem {
  const line = raw.slice(at).split('\n', 1)[0]?.trim() ?? '';
  return swallowedCut(line, holder, placeTags(raw, span)({ offset: at, name: line.slice(1) }));
}

/** Reports whether a token contains only spaces. */
export function isBlank(token: Token): boolean {
  return token.raw.trim() === '';
}
