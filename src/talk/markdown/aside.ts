import type { Token, Tokens } from 'marked';
import { unclosedTag } from '../model/catalogue.ts';
import type { Problem, Span } from '../model/problem.ts';
import { placeTags } from '../model/tag-places.ts';
import { scanHtml, type TagPiece } from '../model/tags.ts';
import { cutToken, isBlank } from './cut-token.ts';

/** The notes that stand in `<aside class="notes">` elements of a slide, as Markdown, and what is left. */
export interface Asides {
  visible: Token[];
  notes: string;
  /** The place of the first line of the notes; null where there is no such element. */
  span: Span | null;
}

interface Scan {
  /** How many asides are open, the notes first; 0 outside of notes. */
  depth: number;
  parts: string[];
  opened: Span | null;
  span: Span | null;
}

const NAME = 'aside';
const NOTES = 'notes';
const BLANKS = /\s+/;

/** Takes the notes out of a slide that are written as reveal.js has them; one that is not closed ends with its slide. */
export function takeAsides(tokens: readonly Token[], problems: Problem[]): Asides {
  const scan: Scan = { depth: 0, parts: [], opened: null, span: null };
  const visible = takeFrom(tokens, scan);
  if (scan.depth > 0 && scan.opened) problems.push(unclosedTag(NAME, scan.opened));
  const text = scan.parts.join('').trimStart();
  return {
    visible,
    notes: text.trimEnd(),
    span: scan.span && findFirstLine(scan.span, scan.parts),
  };
}

/** Blank lines may stand between the tag and the first line. */
function findFirstLine(tag: Span, parts: readonly string[]): Span {
  const text = parts.slice(1).join('');
  const words = text.trimStart();
  const blank = text.slice(0, text.length - words.length);
  const rows = blank.split('\n').length - 1;
  const length = Math.max(1, words.split('\n', 1)[0]?.trimEnd().length ?? 1);
  if (rows === 0) return tag;
  return { ...tag, line: tag.line + rows, column: blank.length - blank.lastIndexOf('\n'), length };
}

function takeFrom(tokens: readonly Token[], scan: Scan): Token[] {
  return tokens.flatMap((token) => takeToken(token as Tokens.Generic, scan));
}

function takeToken(token: Tokens.Generic, scan: Scan): Token[] {
  if (token.type === 'html') return takeHtml(token, scan);
  if (scan.depth > 0) {
    scan.parts.push(token.raw);
    return [];
  }
  if (token.type === 'list') {
    const items = token.items.map((item: Tokens.ListItem) => ({
      ...item,
      tokens: takeFrom(item.tokens, scan),
    }));
    return [{ ...token, items } as Token];
  }
  if (!token.tokens) return [token];
  const inside = takeFrom(token.tokens, scan);
  if (
    inside.length === token.tokens.length &&
    inside.every((each, at) => each === token.tokens?.[at])
  ) {
    return [token];
  }
  return inside.every(isBlank) ? [] : [{ ...token, tokens: inside }];
}

/** Cuts the notes out of raw HTML; what stands before and behind stays in its place. */
function takeHtml(token: Tokens.Generic, scan: Scan): Token[] {
  const { raw } = token;
  const place = placeTags(raw, token.span);
  const kept: Token[] = [];
  let last = 0;
  let isCut = scan.depth > 0;
  const pass = (end: number): void => {
    if (scan.depth > 0) scan.parts.push(raw.slice(last, end));
    else if (end > last) kept.push(cutToken(token, last, end, place));
  };
  for (const piece of scanHtml(raw)) {
    if ((piece.kind !== 'open' && piece.kind !== 'close') || piece.name !== NAME) continue;
    const depth = countDepth(piece, scan.depth);
    const isEdge = (depth === 0) !== (scan.depth === 0);
    if (isEdge) {
      pass(piece.offset);
      last = piece.end;
      isCut = true;
      if (depth > 0) beginNotes(place(piece), scan);
    }
    scan.depth = depth;
  }
  if (!isCut) return [token];
  pass(raw.length);
  return kept;
}

function beginNotes(span: Span, scan: Scan): void {
  scan.parts.push('\n\n');
  scan.opened = span;
  scan.span ??= span;
}

/** Counts the asides that are open, from the one that begins the notes on. */
function countDepth({ kind, attributes }: TagPiece, depth: number): number {
  if (depth === 0) return kind === 'open' && isNotes(attributes) ? 1 : 0;
  return kind === 'open' ? depth + 1 : depth - 1;
}

function isNotes(attributes: TagPiece['attributes']): boolean {
  const classes = attributes.find(({ name }) => name === 'class')?.value.split(BLANKS) ?? [];
  return classes.includes(NOTES);
}
