import {
  Tokenizer,
  type Token,
  type TokenizerAndRendererExtension,
  type TokenizerObject,
  type Tokens,
} from 'marked';
import { isCutLine, isSlideLine } from '../cut.ts';
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
    const end = findEnd(src, opening[0].length, closing, opening[1] === '!--');
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
  const pieces: Token[] = [];
  let last = 0;
  for (const { index, 0: match, 1: comment, 2: expression } of raw.matchAll(PIECES)) {
    if (comment === undefined && expression === undefined) continue;
    if (index > last) pieces.push(toHtml(raw.slice(last, index)));
    pieces.push(toPiece(match, expression));
    last = index + match.length;
  }
  if (last < raw.length) pieces.push(toHtml(raw.slice(last)));
  return pieces;
}

function toPiece(raw: string, expression: string | undefined): Token {
  if (expression !== undefined) return { type: 'value', raw, expression: toExpression(expression) };
  return { type: raw.endsWith('-->') ? 'comment' : 'opencomment', raw };
}

/**
 * Ends a block of elements at a cut that is outside them, before the usual blank line. An element open at the end of
 * the text may be closed further down.
 */
function endAtCut(src: string, token: Tokens.HTML | undefined): Tokens.HTML | undefined {
  if (!token?.raw.includes('\n--')) return token;
  const whole = token.raw;
  const look = makeLook(whole);
  const find = (from: number): number => findCut(whole, from, isSlideLine);
  for (let at = find(0); at < whole.length; at = find(at)) {
    const { isWithin, isOpen } = look(at);
    if (isWithin) continue;
    const raw = whole.slice(0, at);
    const isDoubtful = isOpen && whole.length === src.length;
    return { ...token, raw, text: raw, ...(isDoubtful && { doubtful: true }) };
  }
  return token;
}

/** Builds a function that checks whether a place is within a tag, a comment or a closed element; places must ascend. */
function makeLook(html: string): (at: number) => { isWithin: boolean; isOpen: boolean } {
  const tags = html.matchAll(TAGS);
  const open = new OpenNames();
  const lower = html.toLowerCase();
  let closings: Map<string, number> | null = null;
  let next = tags.next();
  return (at) => {
    for (; !next.done && next.value.index < at; next = tags.next()) {
      const { index, 0: tag, 1: slash, 2: name = '' } = next.value;
      if (index + tag.length > at) return { isWithin: true, isOpen: true };
      open.read(name.toLowerCase(), slash === '/');
    }
    const names = open.list().filter((name) => lower.lastIndexOf(`</${name}`) >= at);
    if (names.length > 0) closings ??= findLastEnds(html);
    const isWithin = names.some((name) => (closings?.get(name) ?? -1) >= at);
    return { isWithin, isOpen: isWithin || open.list().length > 0 };
  };
}

/** Finds the last end tag of each name. */
function findLastEnds(html: string): Map<string, number> {
  const ends = new Map<string, number>();
  for (const { index, 1: slash, 2: name = '' } of html.matchAll(TAGS)) {
    if (slash === '/') ends.set(name.toLowerCase(), index);
  }
  return ends;
}

/** The names of open elements; each tag takes constant time. */
class OpenNames {
  readonly #stack: string[] = [];
  readonly #counts = new Map<string, number>();

  read(name: string, isClosing: boolean): void {
    if (!isClosing) {
      if (UNPAIRED.has(name)) return;
      this.#stack.push(name);
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
      return;
    }
    while (this.#counts.has(name)) {
      const last = this.#stack.pop() ?? name;
      const count = (this.#counts.get(last) ?? 1) - 1;
      if (count > 0) this.#counts.set(last, count);
      else this.#counts.delete(last);
      if (last === name) return;
    }
  }

  list(): string[] {
    return [...this.#counts.keys()];
  }
}

/** Finds the end of an unclosed element; undefined for a closed one. */
function findEnd(
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
    const cut = findCut(inside, from);
    return inside.includes('<!--', cut) ? cut : undefined;
  }
  return findCut(src, from);
}

function findCut(src: string, from: number, isCut = isCutLine): number {
  for (let at = src.indexOf('\n--', from); at >= 0; at = src.indexOf('\n--', at + 1)) {
    const end = src.indexOf('\n', at + 1);
    if (isCut(src.slice(at + 1, end < 0 ? undefined : end))) return at + 1;
  }
  return src.length;
}

function toHtml(raw: string): Token {
  return { type: 'html', raw, text: raw, pre: false, block: true };
}

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
/** A comment, or a tag with its name. */
const TAGS =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([A-Za-z][\w-]*)(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^>"'])*(?:>|$)/g;
/** Elements without an end tag, and comments. */
const UNPAIRED = new Set([
  '',
  ...'area base br col embed hr img input link meta source track wbr'.split(' '),
]);
/** A comment or a tag (an open one reaches to the end, and nothing in a tag is text), or a value. */
const PIECES = new RegExp(
  `(<!--[\\s\\S]*?(?:-->|$))|<[A-Za-z/!?][^>]*(?:>|$)|${VALUES.source}`,
  'g',
);
const VUE_TAG =
  /^<[A-Za-z][\w-]*(?=[^<>]*\s[@#][a-z])(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'=<>`]+))?)+\s*\/?>/;
