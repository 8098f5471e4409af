import { TokenType, tokenize, type CSSToken } from '@csstools/css-tokenizer';

/** A rule of a stylesheet: its selector or condition, and the content of its braces. */
export interface CssItem {
  /** The name of an at-rule, in lower case; null for a rule with a selector. */
  name: string | null;
  prelude: CSSToken[];
  /** Null where the rule ends with a semicolon. */
  block: CSSToken[] | null;
  /** Where it begins in the text. */
  offset: number;
}

const CLOSINGS = new Map<TokenType, TokenType>([
  [TokenType.OpenCurly, TokenType.CloseCurly],
  [TokenType.OpenParen, TokenType.CloseParen],
  [TokenType.Function, TokenType.CloseParen],
  [TokenType.OpenSquare, TokenType.CloseSquare],
]);
const SKIPPED = new Set<TokenType>([
  TokenType.Whitespace,
  TokenType.Comment,
  TokenType.CDO,
  TokenType.CDC,
  TokenType.CloseCurly,
  TokenType.EOF,
]);

/** Cuts CSS into tokens; comments part tokens, so they stay, but empty. */
export function readTokens(css: string): CSSToken[] {
  return tokenize({ css })
    .filter(([type]) => type !== TokenType.EOF)
    .map((token) => (token[0] === TokenType.Comment ? withRaw(token, '/**/') : token));
}

/** Copies a token with another text. */
export function withRaw(token: CSSToken, raw: string): CSSToken {
  const copy = [...token] as unknown as CSSToken;
  copy[1] = raw;
  return copy;
}

/** Reports whether a token is a space or comment. */
export function isGap([type]: CSSToken): boolean {
  return type === TokenType.Whitespace || type === TokenType.Comment;
}

/** Parses tokens as the rules of a stylesheet; a brace that closes nothing is left out. */
export function parseItems(tokens: readonly CSSToken[]): CssItem[] {
  const items: CssItem[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (!token || SKIPPED.has(token[0])) {
      at++;
      continue;
    }
    const { item, end } = parseItem(tokens, at);
    items.push(item);
    at = end;
  }
  return items;
}

function parseItem(tokens: readonly CSSToken[], start: number): { item: CssItem; end: number } {
  const first = tokens[start];
  const name = first?.[0] === TokenType.AtKeyword ? first[4].value.toLowerCase() : null;
  const from = name === null ? start : start + 1;
  const item: CssItem = { name, prelude: [], block: null, offset: first?.[2] ?? 0 };
  let at = from;
  while (at < tokens.length) {
    const type = tokens[at]?.[0];
    if (type === TokenType.OpenCurly || (type === TokenType.Semicolon && name !== null)) break;
    at = skipValue(tokens, at);
  }
  item.prelude = tokens.slice(from, at);
  if (tokens[at]?.[0] !== TokenType.OpenCurly) return { item, end: at + 1 };
  const end = skipValue(tokens, at);
  const isClosed = tokens[end - 1]?.[0] === TokenType.CloseCurly && end - 1 > at;
  item.block = tokens.slice(at + 1, isClosed ? end - 1 : end);
  return { item, end };
}

/** Steps over a token, or over everything up to the bracket that closes it. */
function skipValue(tokens: readonly CSSToken[], start: number): number {
  const open: TokenType[] = [];
  let at = start;
  do {
    const type = tokens[at]?.[0];
    const closing = type && CLOSINGS.get(type);
    if (closing) open.push(closing);
    else if (type === open.at(-1)) open.pop();
    at++;
  } while (open.length > 0 && at < tokens.length);
  return at;
}

/** Splits tokens at the commas between them, not at those within brackets. */
export function splitAtCommas(tokens: readonly CSSToken[]): CSSToken[][] {
  const parts: CSSToken[][] = [[]];
  for (let at = 0; at < tokens.length;) {
    const end = skipValue(tokens, at);
    if (tokens[at]?.[0] === TokenType.Comma) parts.push([]);
    else parts.at(-1)?.push(...tokens.slice(at, end));
    at = end;
  }
  return parts;
}
