import { TokenType, type CSSToken } from '@csstools/css-tokenizer';
import { isGap, readTokens } from './css-items.ts';

/** A declaration whose value is one word or number; both are in lower case. */
export interface Declaration {
  property: string;
  value: string;
  isImportant: boolean;
}

/** Reads the declarations of a `style` attribute with a single word or number as value, in lower case. */
export function readDeclarations(style: string): Map<string, string> {
  const list = listDeclarations(readTokens(style));
  // What is important holds, wherever it is written.
  const ordered = [
    ...list.filter(({ isImportant }) => !isImportant),
    ...list.filter(({ isImportant }) => isImportant),
  ];
  return new Map(ordered.map(({ property, value }) => [property, value]));
}

/** Reads the declarations among tokens whose value begins with a word or a number. */
export function listDeclarations(tokens: readonly CSSToken[]): Declaration[] {
  const words = tokens.filter((token) => !isGap(token));
  return words.flatMap((word, at) => {
    const [colon, value, sign, mark] = words.slice(at + 1, at + 5);
    if (word[0] !== TokenType.Ident || colon?.[0] !== TokenType.Colon || !value) return [];
    const text = value[0] === TokenType.Ident ? value[4].value : value[1];
    if (value[0] !== TokenType.Ident && !NUMBERS.has(value[0])) return [];
    const isImportant =
      sign?.[1] === '!' &&
      mark?.[0] === TokenType.Ident &&
      mark[4].value.toLowerCase() === 'important';
    const property = word[4].value.toLowerCase();
    return [{ property, value: text.toLowerCase(), isImportant }];
  });
}

const NUMBERS = new Set<TokenType>([TokenType.Number, TokenType.Dimension, TokenType.Percentage]);
