import type { Lexer, TokenizerAndRendererExtension } from 'marked';
import { findInParagraph } from '../cut.ts';

/** Lexes `<<< PLACE`, which takes code from elsewhere, on a line of its own. */
export const snippets: TokenizerAndRendererExtension = {
  name: 'snippetline',
  level: 'block',
  start(this: { lexer: Lexer }, src: string) {
    return findInParagraph(src, BELOW, this.lexer);
  },
  tokenizer(src) {
    const found = SNIPPET.exec(src);
    return found ? { type: 'snippetline', raw: found[0] } : undefined;
  },
};

const SNIPPET = /^ {0,3}<<<[ \t]+\S[^\n]*(?:\n|$)/;
const BELOW = /\n {0,3}<<<[ \t]+\S/;
