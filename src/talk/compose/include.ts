import type { Span } from '../model/problem.ts';

/** A parsed `src:` line. */
export interface Include {
  /** As written, without the ids. */
  path: string;
  /** The ids of the slides in order; null for all slides. */
  ids: IncludedId[] | null;
}

/** An id after `#`, with its place. */
export interface IncludedId {
  id: string;
  span: Span;
}

/** Parses `../library/community.md#one,two`; `span` is the place of the whole text. */
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

/** Removes the quotes of a quoted value from its span; any other difference leaves the whole span. */
function narrow(span: Span, text: string, offset: number, length: number): Span {
  const quote = (span.length - text.length) / 2;
  if (quote !== 0 && quote !== 1) return span;
  return { ...span, column: span.column + quote + offset, length };
}
