import type { Token, TokenizerAndRendererExtension } from 'marked';
import { findInParagraph } from '../cut.ts';

/** Lexes the `Note:` that begins a slide's notes; the rest of the slide is notes. */
export const noteLines: TokenizerAndRendererExtension = {
  name: 'noteline',
  level: 'block',
  start(src) {
    return isInNotes(this.lexer.tokens) ? undefined : findInParagraph(src, NEXT, this.lexer);
  },
  tokenizer(src, tokens) {
    if (tokens !== this.lexer.tokens || isInNotes(tokens)) return undefined;
    const found = NOTE.exec(src) ?? REMARK_NOTE.exec(src);
    return found ? { type: 'noteline', raw: found[0] } : undefined;
  },
};

/** Lexing progress in the first tokens of a text. */
interface Progress {
  count: number;
  isInNotes: boolean;
}

const progress = new WeakMap<readonly Token[], Progress>();

/** Reports whether the slide's notes have begun; each token is checked once. */
function isInNotes(tokens: readonly Token[]): boolean {
  const known = progress.get(tokens) ?? { count: 0, isInNotes: false };
  progress.set(tokens, known);
  for (; known.count < tokens.length; known.count++) {
    const type = tokens[known.count]?.type;
    if (type === 'noteline') known.isInNotes = true;
    if (type === 'cut') known.isInNotes = false;
  }
  return known.isInNotes;
}

const NOTE = /^notes?:(?=[ \t\n]|$)[ \t]*/i;
/** The mark of notes in remark. */
const REMARK_NOTE = /^\?{3}[ \t]*(?:\n|$)/;
const NEXT = /\n(?:notes?:(?:[ \t\n]|$)|\?{3}[ \t]*(?:\n|$))/i;
