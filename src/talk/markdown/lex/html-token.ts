import type { HtmlToken, Token } from '../../model/token.ts';
import {
  Tokenizer,
  type TokenizerAndRendererExtension,
  type TokenizerObject,
  type Tokens,
} from 'marked';
import { isCutLine, isSlideLine } from '../cut.ts';
import { createInspector } from './html-surroundings.ts';
import { unplaced, type Unplaced } from './unplaced.ts';
import { toExpression, VALUES } from './value-token.ts';

/** Lexes an inline tag with attributes that begin with `@` or `#`, as in Vue but not in HTML. */
export const vueTags: TokenizerAndRendererExtension = {
  name: 'vuetag',
  level: 'inline',
  tokenizer(src) {
    const raw = VUE_TAG.exec(src)?.[0];
    return raw === undefined ? undefined : { type: 'html', raw, text: raw, block: false };
  },
};

/** Lexes raw HTML; an unclosed comment or element ends at the next cut, and so do closed elements. */
export const rawHtml: TokenizerObject = {
  html(src) {
    const opening = OPENING.exec(src);
    if (!opening) return endAtCut(src, Tokenizer.prototype.html.call(this, src));
    const closing = CLOSINGS[opening[1]?.toLowerCase() ?? ''] ?? /-->/g;
    const end = findOpenEnd(src, opening[0].length, closing, opening[1] === '!--');
    if (end === undefined) return false;
    const token = Tokenizer.prototype.html.call(this, src.slice(0, end));
    return token && Object.assign(token, { unclosed: true });
  },
};

/** Lexes an inline comment that does not close in its text, to report it. */
export const openComments: TokenizerAndRendererExtension = {
  name: 'opencomment',
  level: 'inline',
  tokenizer(src) {
    if (!src.startsWith('<!--') || src.includes('-->')) return undefined;
    return { type: 'opencomment', raw: '<!--' };
  },
};

/** Splits raw HTML into comments, values and the rest, in order. */
export function splitHtml(raw: string): Token[] {
  const pieces: Unplaced[] = [];
  let last = 0;
  for (const { index, 0: match, 1: comment, 2: expression } of raw.matchAll(PIECES)) {
    if (comment === undefined && expression === undefined) continue;
    if (index > last) pieces.push(toHtml(raw.slice(last, index)));
    pieces.push(toPiece(match, expression));
    last = index + match.length;
  }
  if (last < raw.length) pieces.push(toHtml(raw.slice(last)));
  return pieces.map(unplaced);
}

function toPiece(raw: string, expression: string | undefined): Unplaced {
  if (expression !== undefined) return { type: 'value', raw, expression: toExpression(expression) };
  return { type: raw.endsWith('-->') ? 'comment' : 'opencomment', raw };
}

/**
 * Ends a block of elements at a cut that is outside them, before the usual blank line. An element open at the end of
 * the text may be closed further down. Notes the first cut that is within an element.
 */
function endAtCut(src: string, token: Tokens.HTML | undefined): Tokens.HTML | undefined {
  if (!token || !SLIDE_LINE.test(token.raw)) return token;
  const whole = token.raw;
  const inspect = createInspector(whole);
  const find = (from: number): number => scanToCut(whole, from, isSlideLine);
  let swallowed: HtmlToken['swallowed'];
  for (let at = find(0); at < whole.length; at = find(at)) {
    const { holder, isWithin, isOpen } = inspect(at);
    if (holder !== undefined) swallowed ??= { at, holder };
    if (isWithin) continue;
    const raw = whole.slice(0, at);
    const isDoubtful = isOpen && whole.length === src.length;
    return Object.assign(
      { ...token, raw, text: raw },
      { swallowed, ...(isDoubtful && { doubtful: true }) },
    );
  }
  return swallowed ? Object.assign(token, { swallowed }) : token;
}

/** Finds the end of an unclosed element; undefined for a closed one. */
function findOpenEnd(
  src: string,
  from: number,
  closing: RegExp,
  isComment: boolean,
): number | undefined {
  closing.lastIndex = from;
  const closed = closing.exec(src)?.index ?? src.length;
  if (closed < src.length) {
    if (!isComment) return undefined;
    // A comment that opens below a cut shows that this one is unclosed.
    const inside = src.slice(0, closed);
    const cut = scanToCut(inside, from);
    return inside.includes('<!--', cut) ? cut : undefined;
  }
  return scanToCut(src, from);
}

function scanToCut(src: string, from: number, isCut = isCutLine): number {
  SLIDE_LINES.lastIndex = from;
  for (const { index: at } of src.matchAll(SLIDE_LINES)) {
    const end = src.indexOf('\n', at + 1);
    if (isCut(src.slice(at + 1, end < 0 ? undefined : end))) return at + 1;
  }
  return src.length;
}

function toHtml(raw: string): Unplaced<HtmlToken> {
  return { type: 'html', raw, text: raw, pre: false, block: true };
}

const SLIDE_LINE = /\n(?:--|vvv)/;
const SLIDE_LINES = /\n(?:--|vvv)/g;
const OPENING =
  /^ {0,3}<(!--|\?|!\[CDATA\[|script(?=[\s>])|pre(?=[\s>])|style(?=[\s>])|textarea(?=[\s>]))/i;
const CLOSINGS: Record<string, RegExp> = {
  script: /<\/script>/gi,
  pre: /<\/pre>/gi,
  style: /<\/style>/gi,
  textarea: /<\/textarea>/gi,
  '?': /\?>/g,
  '![cdata[': /\]\]>/g,
};
/** A comment or a tag (an open one reaches to the end, and nothing in a tag is text), or a value. */
const PIECES = new RegExp(
  `(<!--[\\s\\S]*?(?:-->|$))|<[A-Za-z/!?][^>]*(?:>|$)|${VALUES.source}`,
  'g',
);
const VUE_TAG =
  /^<[A-Za-z][\w-]*(?=[^<>]*\s[@#][a-z])(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'=<>`]+))?)+\s*\/?>/;
