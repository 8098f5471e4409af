import { Lexer, type MarkedOptions, type Token, type TokensList } from 'marked';

/** How deep quotes, lists and containers may stand in each other, and emphasis in emphasis. */
export const MAX_LEVELS = 32;

/** What stands deeper than that, as it is written. */
export interface RawDepth {
  type: 'toodeep';
  raw: string;
}

type Lex = (text: string, tokens?: Token[], ...rest: boolean[]) => Token[];

/** Cuts text into tokens as Marked does, but goes no deeper than the bound, where neither its time nor its stack has one. */
export function lexBounded(text: string, options: MarkedOptions): TokensList {
  const lexer = new Lexer(options);
  lexer.blockTokens = bound(lexer.blockTokens.bind(lexer)) as Lexer['blockTokens'];
  lexer.inlineTokens = bound(lexer.inlineTokens.bind(lexer));
  return lexer.lex(text);
}

function bound(lex: Lex): Lex {
  let level = 0;
  return (text, tokens = [], ...rest) => {
    // The text itself is no level.
    if (level > MAX_LEVELS) {
      tokens.push({ type: 'toodeep', raw: text } satisfies RawDepth);
      return tokens;
    }
    level++;
    try {
      return lex(text, tokens, ...rest);
    } finally {
      level--;
    }
  };
}
