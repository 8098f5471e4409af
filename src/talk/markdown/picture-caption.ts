import type { ImageToken, TextToken, Token, ValueToken } from '../model/token.ts';
import type { Problem, Span } from '../model/problem.ts';
import { unclosedValue } from '../problems/problems.ts';
import { toExpression, VALUES } from './lex/value-token.ts';

/** Splits the title of a picture into its words and the values in it; reports braces that never close. */
export function takeCaptionValues(token: ImageToken, problems: Problem[]): void {
  if (!token.title?.includes('{{')) return;
  token.caption = split(token.title, token);
  const isOpen = token.caption.some(({ type, raw }) => type === 'text' && raw.includes('{{'));
  if (isOpen) problems.push(unclosedValue(token.span));
}

function split(title: string, { raw, span }: ImageToken): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  // The alternative text may hold the same value.
  let place = raw.lastIndexOf(title);
  if (place < 0) place = raw.indexOf('](');
  for (const { 0: value, 1: inner = '', index } of title.matchAll(VALUES)) {
    if (index > end) tokens.push(toText(title.slice(end, index), span));
    const at = Math.max(raw.indexOf(value, place), 0);
    const found: ValueToken = {
      type: 'value',
      raw: value,
      expression: toExpression(inner),
      span: placeIn(raw, at, { ...span, length: value.length }),
    };
    tokens.push(found);
    [end, place] = [index + value.length, at + value.length];
  }
  if (end < title.length) tokens.push(toText(title.slice(end), span));
  return tokens;
}

function toText(text: string, span: Span): TextToken {
  return { type: 'text', raw: text, text, escaped: false, span };
}

/** Returns the place of a part of a token, which may have several lines. */
function placeIn(raw: string, at: number, span: Span): Span {
  const lines = raw.slice(0, at).split('\n');
  const last = lines.at(-1) ?? '';
  if (lines.length === 1) return { ...span, column: span.column + at };
  return { ...span, line: span.line + lines.length - 1, column: last.length + 1 };
}
