import { listCells } from '../../model/nested-tokens.ts';
import type {
  ContainerToken,
  HtmlToken,
  NestedToken,
  RawContainerToken,
  RawToken,
  Token,
} from '../../model/token.ts';
import {
  foreignContainer,
  looseInColumns,
  isForeignContainer,
  strayContainerEnd,
  unclosedComment,
  unclosedContainer,
  unclosedHtml,
  unknownContainer,
  wrongValue,
} from '../../problems/problems.ts';
import { checkVersions, isFormula, toBlock, toFormula } from './code-tokens.ts';
import { reportSwallowed } from './cut-token.ts';
import { dropDrawingRemarks } from './drawing-remarks.ts';
import { replaceForeignBlock } from './foreign-blocks.ts';
import { toSnippet } from './snippet.ts';
import { replaceForeignTags, replaceShortcode } from './foreign-tokens.ts';
import {
  transformComment,
  transformDepth,
  transformInline,
  transformInner,
} from './inline-tokens.ts';
import type { TransformContext } from './transform-context.ts';

/** Transforms lexed tokens into those of slides; comments and mistakes are removed. */
export function transformBlocks(tokens: Token[], context: TransformContext): Token[] {
  return tokens.flatMap((token) => transformBlock(token, context));
}

function transformBlock(token: Token, context: TransformContext): Token[] {
  const replaced = replaceForeignBlock(token, context.problems);
  if (replaced) return replaced;
  switch (token.type) {
    case 'code':
      if (isFormula(token, context)) return [toFormula(token, context.problems)];
      if (context.keepsCode) return [token];
      return [toBlock(token, context.blockNames, context.problems)];
    case 'snippetline':
      return transformSnippet(token, context);
    case 'html':
      return transformHtml(token, context);
    case 'rawcontainer':
      return transformContainer(token, context);
    case 'strayend':
      context.problems.push(strayContainerEnd(token.span));
      return [];
    case 'toodeep':
      return [transformDeepBlock(token, context)];
    case 'list':
      for (const item of token.items) {
        item.tokens = transformBlocks(item.tokens, context);
      }
      return [token];
    case 'table':
      for (const cell of listCells(token)) {
        cell.tokens = transformInline(cell.tokens, context);
      }
      return [token];
    case 'blockquote':
    case 'definitions':
    case 'definition':
    case 'footnotetext':
      token.tokens = transformBlocks(token.tokens, context);
      return [token];
    default:
      transformInner(token, context);
      // Attributes in braces on their own line leave nothing behind.
      return token.type === 'paragraph' && token.tokens?.length === 0 ? [] : [token];
  }
}

function transformDeepBlock(token: RawToken, context: TransformContext): NestedToken {
  const { raw, span } = token;
  return { type: 'paragraph', raw, text: raw, tokens: [transformDepth(token, context)], span };
}

function transformHtml(token: HtmlToken, context: TransformContext): Token[] {
  const { problems } = context;
  const name = ELEMENT.exec(token.raw)?.[1];
  if (token.unclosed && name) problems.push(unclosedHtml(name, token.span));
  if (token.swallowed) problems.push(reportSwallowed(token, token.swallowed));
  if (!token.pieces) return [token];
  return dropDrawingRemarks(token.pieces).flatMap((piece) => {
    if (piece.type === 'comment') return transformComment(piece, context);
    if (piece.type === 'html') return replaceForeignTags(piece, problems);
    if (piece.type === 'value') return replaceShortcode(piece, problems) ?? [piece];
    if (piece.type !== 'opencomment') return [piece];
    // The target of a hiding comment must not become visible, so it is removed.
    problems.push(unclosedComment(piece.span));
    return [];
  });
}

/** Reports the first text that no column holds; a line `::right::` has a problem of its own. */
function reportLoose(tokens: readonly Token[], { problems }: TransformContext): void {
  const loose = tokens.find(({ type }) => LOOSE.has(type));
  const isOfHalves = tokens.some(({ type }) => type === 'slot');
  if (loose && !isOfHalves) problems.push(looseInColumns(loose.span));
}

/** Removes an unknown container but keeps its content. */
function transformContainer(token: RawContainerToken, context: TransformContext): Token[] {
  const { name, span, raw, argument, unclosed, isForeign } = token;
  if (unclosed) context.problems.push(unclosedContainer(name, span));
  const known = CONTAINERS.find((each) => each === name);
  if (isForeign || isForeignContainer(name, CONTAINERS)) {
    const [line = ''] = raw.split('\n');
    context.problems.push(foreignContainer(line, name, span));
    if (name === 'notes' && !context.inNotes) return hideNotes(token, context);
  } else if (!known)
    context.problems.push(unknownContainer(name, CONTAINERS, span, context.blockNames));
  const tokens = transformBlocks(token.tokens, context);
  if (known === 'columns' && !unclosed && !isForeign) reportLoose(tokens, context);
  if (known === 'versions') checkVersions({ ...token, tokens }, context.problems);
  if (known === 'column' && argument !== '' && !/^\d{1,2}(?:\.\d+)?%$/.test(argument))
    context.problems.push(wrongValue('column', 'a share of the width, such as 40%', span));
  return known ? [{ type: 'container', raw, name: known, argument, tokens, span }] : tokens;
}

/** Hides what is notes in another program. */
function hideNotes({ tokens }: RawContainerToken, { comments }: TransformContext): Token[] {
  const at = tokens.findIndex(({ type }) => type !== 'space');
  const first = tokens[at];
  if (!first) return [];
  const text = tokens.slice(at).map(({ raw }) => raw);
  const place = { ...first.span, line: first.span.line - 1 };
  comments.push({ text: `\n${text.join('')}`, span: place, isContainer: true });
  return [];
}

/** Notes show the line as it is written. */
function transformSnippet(token: RawToken, context: TransformContext): Token[] {
  if (context.keepsCode) return [asParagraph(token)];
  const snippet = toSnippet(token, context.problems);
  return snippet ? [snippet] : [];
}

function asParagraph({ raw, span }: RawToken): NestedToken {
  const text = raw.trim();
  return {
    type: 'paragraph',
    raw,
    text,
    tokens: [{ type: 'escape', raw: text, text, span }],
    span,
  };
}

/** The name of an element whose content is not Markdown; comments have none. */
const ELEMENT = /^\s*<(\w+|\?|!\[CDATA\[)/;
/** What has to stand in a column; a frame, a block or code may be one itself. */
const LOOSE = new Set(['heading', 'paragraph', 'list', 'blockquote', 'table']);
const CONTAINERS: readonly ContainerToken['name'][] = [
  'columns',
  'column',
  'browser',
  'terminal',
  'versions',
];
