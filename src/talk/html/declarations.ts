import { TokenType, tokenize } from '@csstools/css-tokenizer';

const GAPS = new Set<TokenType>([TokenType.Whitespace, TokenType.Comment]);

/** Reads those declarations of a `style` attribute whose value is one word or number, in lower case. */
export function readDeclarations(style: string): Map<string, string> {
  const words = tokenize({ css: style }).filter(([type]) => !GAPS.has(type));
  const found = new Map<string, string>();
  for (let at = 0; at < words.length; at++) {
    const [property, colon, value] = [words[at], words[at + 1], words[at + 2]];
    if (property?.[0] !== TokenType.Ident || colon?.[0] !== TokenType.Colon) continue;
    if (value?.[0] === TokenType.Ident) {
      found.set(property[4].value.toLowerCase(), value[4].value.toLowerCase());
    } else if (value && NUMBERS.has(value[0])) {
      found.set(property[4].value.toLowerCase(), value[1].toLowerCase());
    }
  }
  return found;
}

const NUMBERS = new Set([TokenType.Number, TokenType.Dimension, TokenType.Percentage]);
