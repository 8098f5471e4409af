import type { ImageToken, LinkToken, RawToken, TextToken, Token } from '../../model/token.ts';
import {
  foreignFormula,
  nestedTooDeep,
  unclosedComment,
  unclosedFormula,
  unclosedValue,
} from '../../problems/problems.ts';
import { decodeReferences } from '../../html/character-references.ts';
import { MAX_LEVELS } from '../lex/depth.ts';
import { joinTextElements } from '../lex/text-element.ts';
import { parseComment } from './comment.ts';
import { replaceForeign } from './foreign-tokens.ts';
import { takeCaptionValues } from '../picture-caption.ts';
import { takePictureOptions } from '../picture-options.ts';
import type { TransformContext } from './transform-context.ts';

/** Transforms the tokens of running text; comments and mistakes are removed. */
export function transformInline(tokens: Token[], context: TransformContext): Token[] {
  reportFormula(tokens, context);
  const whole = takePictureOptions(tokens, context.problems);
  return joinTextElements(whole, context.problems).flatMap((token) => {
    const replaced = replaceForeign(token, context.problems);
    if (replaced) return replaced;
    if (token.type === 'html' && token.raw.startsWith('<!--')) {
      return transformComment(token, context);
    }
    if (token.type === 'openvalue' || token.type === 'opencomment') {
      const report = token.type === 'openvalue' ? unclosedValue : unclosedComment;
      context.problems.push(report(token.span));
      return [toText(token)];
    }
    if (token.type === 'openformula') {
      context.problems.push(unclosedFormula(token.span));
      return [toText(token)];
    }
    if (token.type === 'toodeep') return [transformDepth(token, context)];
    if (token.type === 'link' || token.type === 'image') decodeAddress(token, context);
    transformInner(token, context);
    return [token];
  });
}

/** Reports the first formula between LaTeX's brackets, which Markdown reads as escaped brackets. */
function reportFormula(tokens: readonly Token[], { problems }: TransformContext): void {
  const isSign = (sign: string) => (token: Token) => token.type === 'escape' && token.raw === sign;
  for (const [opening, closing] of BRACKETS) {
    const start = tokens.findIndex(isSign(opening));
    const first = tokens[start];
    const inside = tokens.slice(start + 1);
    const end = inside.findIndex(isSign(closing));
    const text = inside.slice(0, Math.max(0, end)).map(({ raw }) => raw);
    const isShort =
      SHORT[opening]?.test(text.join('').trim()) && !WORD_BEFORE.test(tokens[start - 1]?.raw ?? '');
    if (!first || !(isShort || text.some((raw) => FORMULA_SIGN.test(raw)))) continue;
    problems.push(foreignFormula(opening, first.span));
    return;
  }
}

/** Transforms the inline tokens in a token, if it has any. */
export function transformInner(token: Token, context: TransformContext): void {
  if ('tokens' in token && token.tokens) token.tokens = transformInline(token.tokens, context);
}

/** Decodes the character references that Marked leaves in addresses and titles. */
function decodeAddress(token: LinkToken | ImageToken, { problems }: TransformContext): void {
  if (token.type === 'image') takeCaptionValues(token, problems);
  token.href = decodeReferences(token.href);
  if (token.title) token.title = decodeReferences(token.title);
}

/** Text nested too deep is shown as written. */
export function transformDepth(token: RawToken, { problems }: TransformContext): TextToken {
  problems.push(nestedTooDeep(MAX_LEVELS, token.span));
  return toText(token);
}

function toText({ raw, span }: RawToken): TextToken {
  return { type: 'text', raw, text: raw, escaped: false, span };
}

/** Replaces a comment by what it means; words are collected, because they may be notes. */
export function transformComment(
  { raw, span }: Token,
  { problems, comments }: TransformContext,
): Token[] {
  const comment = parseComment(raw, span);
  switch (comment.kind) {
    case 'pause':
      return [{ type: 'pause', raw, span }];
    case 'attributes':
      return [{ type: 'attributes', raw, attributes: comment.attributes, span }];
    case 'words':
      comments.push({ text: comment.text, span });
      return [];
    case 'mistake':
      problems.push(comment.problem);
      return [];
    case 'remark':
      return [];
  }
}

/** What opens and closes a formula of LaTeX. */
const BRACKETS = [
  ['\\(', '\\)'],
  ['\\[', '\\]'],
] as const;
/** Signs that text in brackets does not have. */
const FORMULA_SIGN = /[\^_=]|\\[a-z]/;
/** A variable, or a few of them with signs between. The first letters of lists and the mark of a task are text. */
const SHORT: Readonly<Record<string, RegExp>> = {
  '\\(': /^(?:[d-hj-zA-Z]|\d[a-z]|[a-z]\w?(?:\s*[-+*/<>]\s*\w{1,2})+|[A-Za-z]\([\w ]{1,8}\))$/,
  '\\[': /^(?:[d-hj-wyzA-WYZ]|\d[a-z]|[a-z]\w?(?:\s*[-+*/<>]\s*\w{1,2})+)$/,
};
/** An ending in brackets, such as "file\(s\)". */
const WORD_BEFORE = /[\p{L}\p{N}]$/u;
