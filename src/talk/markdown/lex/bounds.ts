import { Tokenizer, type TokenizerObject } from 'marked';

/** Maximum letters of a word checked for a mail address; Marked repeats the check at each letter. */
const MAX_WORD = 2000;
/** Length above which a text is long, and how far emphasis may reach in it. */
const LONG_TEXT = 5000;
const MAX_EMPHASIS = 1000;
/** Number of characters before emphasis that decide its meaning. */
const LOOK_BACK = 100;

const LONG_WORD = new RegExp(`^[\\w.!#$%&'*+/=?\`{|}~-]{${MAX_WORD}}`);
const ADDRESS = /^(?:https?:|ftp:|www\.|mailto:|xmpp:)/i;
/** A letter or a run of signs, and the text after it that cannot begin a construct. */
const PLAIN_START = /^(?:`+|~+|[^])[A-Za-z0-9.#$%&'+/=?|}-]*/;
/** Signs that end a text by themselves, as some inline extension or construct may begin there. */
const TEXT_END = /\^\[|\{\{|[\\<![`*~$]/;

/**
 * Limits the text that Marked scans ahead at each letter or line, which is otherwise quadratic. Ordinary text keeps
 * its meaning.
 */
export const bounds: TokenizerObject = {
  url(src) {
    return isLongWord(src) && !ADDRESS.test(src) ? undefined : false;
  },
  inlineText(src) {
    if (!isLongWord(src)) return false;
    const raw = PLAIN_START.exec(src)?.[0] ?? src;
    return { type: 'text', raw, text: raw, escaped: this.lexer.state.inRawBlock };
  },
  emStrong(src, masked, before) {
    if (src.length <= LONG_TEXT) return false;
    const near = cutAround(src, masked);
    return Tokenizer.prototype.emStrong.call(this, near.src, near.masked, before);
  },
  del(src, masked, before) {
    if (src.length <= LONG_TEXT) return false;
    const near = cutAround(src, masked);
    return Tokenizer.prototype.del.call(this, near.src, near.masked, before);
  },
};

function isLongWord(src: string): boolean {
  return src.length >= MAX_WORD && LONG_WORD.test(src);
}

/** Cuts out the text around the start of emphasis; `masked` is the whole text and `src` its rest. */
function cutAround(src: string, masked: string): { src: string; masked: string } {
  const end = scanToWordEnd(src, MAX_EMPHASIS);
  const start = masked.length - src.length;
  return {
    src: src.slice(0, end),
    masked: masked.slice(Math.max(0, start - LOOK_BACK), start + end),
  };
}

/** Cutting emphasis within its stars would change them. */
function scanToWordEnd(text: string, most: number): number {
  const end = text.lastIndexOf(' ', most);
  return end < most / 2 ? most : end;
}

/**
 * Returns the index of the next sign, for `start` of an inline extension of Marked; undefined when another sign ends the
 * text first. Marked calls `start` again behind each sign, so the search stays linear.
 */
export function findNextSign(sign: '$' | '^[', text: string): number | undefined {
  const next = TEXT_END.exec(text);
  return next?.[0] === sign ? next.index : undefined;
}
