import type { Lexer, Token, TokenizerAndRendererExtension } from 'marked';
import { isSlideLine } from '../cut.ts';
import { measureBody } from './indented-body.ts';

/** Lexes terms, each with its definitions below it: `: text`, with later paragraphs indented. */
export const definitions: TokenizerAndRendererExtension = {
  name: 'definitions',
  level: 'block',
  childTokens: ['tokens'],
  tokenizer(src) {
    const tokens: Token[] = [];
    let at = 0;
    for (let rest = src; ; rest = src.slice(at)) {
      const [blank = ''] = tokens.length > 0 ? (BLANKS.exec(rest) ?? []) : [];
      const [raw, term] = TERM.exec(rest.slice(blank.length)) ?? [];
      if (raw === undefined || term === undefined || !isTerm(term)) break;
      const last = tokens.at(-1);
      if (last) last.raw += blank;
      tokens.push(lexTerm(raw, term, this.lexer));
      at += blank.length + raw.length;
      at += lexDefinitions(src.slice(at), tokens, this.lexer);
    }
    return tokens.length > 0
      ? { type: 'definitions', raw: src.slice(0, at), text: '', tokens }
      : undefined;
  },
};

function lexTerm(raw: string, text: string, lexer: Lexer): Token {
  const tokens: Token[] = [];
  lexer.inline(text, tokens);
  return { type: 'term', raw, text, tokens };
}

/** Lexes the definitions of one term; returns the length of their source. */
function lexDefinitions(src: string, tokens: Token[], lexer: Lexer): number {
  let at = 0;
  for (let rest = src; ; rest = src.slice(at)) {
    const [mark, blank = ''] = MARK.exec(rest) ?? [];
    if (mark === undefined) return at;
    const { length, text, isLoose } = measureBody(rest.slice(blank.length), {
      mark: mark.length - blank.length,
      indent: mark.length - blank.length,
      isEnd: isNext,
    });
    const last = tokens.at(-1);
    if (last) last.raw += blank;
    const { top } = lexer.state;
    lexer.state.top = isLoose;
    const inner = lexer.blockTokens(text, []);
    lexer.state.top = top;
    const raw = rest.slice(blank.length, blank.length + length);
    tokens.push({ type: 'definition', raw, text, tokens: inner });
    at += blank.length + length;
  }
}

/** Reports whether a line is a definition, or the term of the next one. */
function isNext(line: string, next: string): boolean {
  return COLON.test(line) || COLON.test(next);
}

/** Reports whether a line is a term, and no block of another kind. */
function isTerm(line: string): boolean {
  return !OTHER.test(line) && !SENTENCE.test(line) && !isSlideLine(line) && line.length <= MAX_TERM;
}

const MAX_TERM = 200;
const BLANKS = /^(?:[ \t]*\n)+/;
/** A line, at most one blank line, and a definition. */
const TERM = /^( {0,3}\S[^\n]*)\n(?=(?:[ \t]*\n)? {0,3}:[ \t]+\S)/;
const MARK = /^((?:[ \t]*\n)?) {0,3}:[ \t]{1,3}(?=\S)/;
const COLON = /^ {0,3}:[ \t]+\S/;
const SENTENCE = /[.;,][ \t]*$/;
const OTHER =
  /^ {0,3}(?:#{1,6}(?:\s|$)|[-*+]\s|\d{1,9}[.)]\s|[>|<:]|`{3}|~{3}|\$\$|\[\^?[^\]\s]+\]:|notes?:(?:\s|$)|\?{3}\s*$|!\[)/i;
