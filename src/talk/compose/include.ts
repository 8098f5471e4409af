import type { Span } from '../model/problem.ts';

/** What a `src:` line asks for. */
export interface Include {
  /** As written, without the ids. */
  path: string;
  /** The slides wanted, in order; null for all of them. */
  ids: IncludedId[] | null;
}

/** An id after `#`, and where it stands. */
export interface IncludedId {
  id: string;
  span: Span;
}

/** Takes `../library/community.md#one,two` apart; `span` is the place of the whole text. */
export function parseInclude(text: string, span: Span): Include {
  const hash = text.indexOf('#');
  if (hash < 0) return { path: text.trim(), ids: null };
  const ids: IncludedId[] = [];
  let offset = hash + 1;
  for (const part of text.slice(hash + 1).split(',')) {
    const id = part.trim();
    if (id) ids.push({ id, span: narrow(span, text, offset + part.indexOf(id), id.length) });
    offset += part.length + 1;
  }
  return { path: text.slice(0, hash).trim(), ids };
}

/** A quoted value is longer than its text by the quotes; anything else cannot be told apart and stays whole. */
function narrow(span: Span, text: string, offset: number, length: number): Span {
  const quote = (span.length - text.length) / 2;
  if (quote !== 0 && quote !== 1) return span;
  return { ...span, column: span.column + quote + offset, length };
}
