import { Tokenizer, type TokenizerObject } from 'marked';

/** Letters of a word up to which it is looked at whether it is a mail address; Marked asks that again at each of them. */
const MAX_WORD = 2000;
/** Letters of a text up to which emphasis may reach as far as it likes, and how far it may in a longer one. */
const LONG_TEXT = 5000;
const MAX_EMPHASIS = 1000;
/** How much of what stands before emphasis decides what it is. */
const LOOK_BACK = 100;

const LONG_WORD = new RegExp(`^[\\w.!#$%&'*+/=?\`{|}~-]{${MAX_WORD}}`);
const ADDRESS = /^(?:https?:|ftp:|www\.|mailto:|xmpp:)/i;
/** A letter or a run of signs, and what follows that can begin nothing. */
const PLAIN_START = /^(?:`+|~+|[^])[A-Za-z0-9.#$%&'+/=?|}-]*/;

/**
 * Bounds what Marked asks at each letter or line of a text about all that follows it: in a text without end that takes
 * time without end. What people write means what it meant.
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

/** Cuts out what stands around the beginning of emphasis; `masked` is a whole text, of which `src` is the rest. */
function cutAround(src: string, masked: string): { src: string; masked: string } {
  const end = findWordEnd(src, MAX_EMPHASIS);
  const start = masked.length - src.length;
  return {
    src: src.slice(0, end),
    masked: masked.slice(Math.max(0, start - LOOK_BACK), start + end),
  };
}

/** Emphasis that is cut within its stars would have others. */
function findWordEnd(text: string, most: number): number {
  const end = text.lastIndexOf(' ', most);
  return end < most / 2 ? most : end;
}
