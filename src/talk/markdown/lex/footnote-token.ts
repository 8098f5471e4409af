import type { TokenizerAndRendererExtension } from 'marked';
import { findInParagraph } from '../cut.ts';
import { findNextSign } from './bounds.ts';
import { measureBody } from './indented-body.ts';

/** Lexes the text of a footnote, `[^label]: text`; its later paragraphs are indented. */
export const footnoteTexts: TokenizerAndRendererExtension = {
  name: 'footnotetext',
  level: 'block',
  childTokens: ['tokens'],
  start(src) {
    return findInParagraph(src, TEXT_BELOW, this.lexer);
  },
  tokenizer(src) {
    const [mark, label] = TEXT.exec(src) ?? [];
    if (mark === undefined) return undefined;
    const { length, text, isLoose } = measureBody(src, {
      mark: mark.length,
      indent: INDENT,
      isEnd: () => false,
    });
    const { state } = this.lexer;
    const { top } = state;
    state.top = isLoose;
    const tokens = this.lexer.blockTokens(text, []);
    state.top = top;
    return { type: 'footnotetext', raw: src.slice(0, length), label, text, tokens };
  },
};

/** Lexes `[^label]` in running text, and the footnote `^[text]` that needs no label. */
export const footnotes: TokenizerAndRendererExtension = {
  name: 'footnote',
  level: 'inline',
  childTokens: ['tokens'],
  start(src) {
    // A text ends at each bracket by itself.
    return findNextSign('^[', src);
  },
  tokenizer(src) {
    const [raw, label] = MARK.exec(src) ?? [];
    if (raw !== undefined) return { type: 'footnote', raw, label, text: '', tokens: [] };
    const end = src.startsWith('^[') ? findBracket(src) : -1;
    if (end < 0) return undefined;
    const text = src.slice(2, end);
    const tokens = this.lexer.inlineTokens(text, []);
    return { type: 'footnote', raw: src.slice(0, end + 1), label: null, text, tokens };
  },
};

/** Finds the bracket that closes `^[`; -1 for none in the same paragraph. */
function findBracket(src: string): number {
  let depth = 0;
  for (const { 0: sign, index } of src.matchAll(SIGNS)) {
    if (sign === '[') depth++;
    if (sign === ']' && --depth === 0) return src.slice(2, index).trim() === '' ? -1 : index;
    if (index > MAX_LENGTH) return -1;
  }
  return -1;
}

const INDENT = 4;
/** A longer text is no footnote, and each bracket that stays open is searched for. */
const MAX_LENGTH = 2000;
const TEXT = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*/;
const TEXT_BELOW = /\n {0,3}\[\^[^\]\s]+\]:/;
const MARK = /^\[\^([^\]\s^]+)\](?!\()/;
const SIGNS = /\\[^]|(`+)(?!`)[^]*?(?<!`)\1(?!`)|[[\]]/g;
