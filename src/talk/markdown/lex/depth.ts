import { Lexer, type MarkedOptions, type Token, type TokensList } from 'marked';

/** Maximum nesting of quotes, lists and containers, and of emphasis. */
export const MAX_LEVELS = 32;

/** Text nested deeper than the limit, as written. */
export interface RawDepth {
  type: 'toodeep';
  raw: string;
}

type Lex = (text: string, tokens?: Token[], ...rest: boolean[]) => Token[];

/** Lexes text as Marked does, but limits the nesting, because Marked's time and stack are not limited. */
export function lexBounded(text: string, options: MarkedOptions): TokensList {
  const lexer = new Lexer(options);
  lexer.blockTokens = bound(lexer.blockTokens.bind(lexer)) as Lexer['blockTokens'];
  lexer.inlineTokens = bound(lexer.inlineTokens.bind(lexer));
  return lexer.lex(text);
}

function bound(lex: Lex): Lex {
  let level = 0;
  return (text, tokens = [], ...rest) => {
    // The text itself is not a level.
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
