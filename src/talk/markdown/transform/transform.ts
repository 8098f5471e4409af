import type { Token, Tokens } from 'marked';
import {
  foreignContainer,
  isForeignContainer,
  nestedTooDeep,
  strayContainerEnd,
  unclosedComment,
  unclosedContainer,
  unclosedHtml,
  unclosedValue,
  unknownContainer,
  unknownSlot,
} from '../../problems/problems.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { decodeReferences } from '../../html/character-references.ts';
import { toBlock } from './code-tokens.ts';
import { reportSwallowed } from './cut-token.ts';
import { parseComment } from './comment.ts';
import { dropDrawingRemarks } from './drawing-remarks.ts';
import { MAX_LEVELS } from '../lex/depth.ts';
import { joinTextElements } from '../lex/text-element.ts';
import { replaceForeignBlock } from '../foreign-blocks.ts';
import { replaceForeign, replaceForeignTags, replaceShortcode } from './foreign-tokens.ts';

/** What a slide's tokens are transformed with, and what comes to light on the way. */
export interface TransformContext {
  blockNames: readonly string[];
  problems: Problem[];
  /** Comments that may be notes, and containers for notes, in order. */
  comments: HiddenWords[];
  /** Whether code tokens stay unchanged; defaults to false. */
  keepsCode?: boolean;
  /** Whether the tokens are notes; defaults to false. */
  inNotes?: boolean;
}

/** Text that no slide shows. */
export interface HiddenWords {
  text: string;
  span: Span;
  /** Whether it is in a container for notes. */
  isContainer?: boolean;
}

/** Transforms lexed tokens into those of `model/slide-file.ts`; comments and mistakes are removed. */
export function transformBlocks(tokens: Token[], context: TransformContext): Token[] {
  return tokens.flatMap((token) => transformBlock(token as Tokens.Generic, context));
}

function transformBlock(token: Tokens.Generic, context: TransformContext): Token[] {
  const replaced = replaceForeignBlock(token, context.problems);
  if (replaced) return replaced;
  switch (token.type) {
    case 'code':
      if (context.keepsCode) return [token];
      return [toBlock(token, context.blockNames, context.problems)];
    case 'html':
      return transformHtml(token, context);
    case 'container':
      return transformContainer(token, context);
    case 'strayend':
      context.problems.push(strayContainerEnd(token.span));
      return [];
    case 'toodeep':
      return [
        { ...token, type: 'paragraph', text: token.raw, tokens: [transformDepth(token, context)] },
      ];
    case 'slot':
      return transformSlot(token, context);
    case 'list':
      for (const item of (token as Tokens.List).items) {
        item.tokens = transformBlocks(item.tokens, context);
      }
      return [token];
    case 'table':
      for (const cell of [token.header, ...token.rows].flat() as Tokens.TableCell[]) {
        cell.tokens = transformInline(cell.tokens, context);
      }
      return [token];
    case 'blockquote':
      token.tokens = transformBlocks(token.tokens ?? [], context);
      return [token];
    default:
      if (token.tokens) token.tokens = transformInline(token.tokens, context);
      // Attributes in braces on their own line leave nothing behind.
      return token.type === 'paragraph' && token.tokens?.length === 0 ? [] : [token];
  }
}

function transformInline(tokens: Token[], context: TransformContext): Token[] {
  return joinTextElements(tokens, context.problems).flatMap((token) => {
    const generic = token as Tokens.Generic;
    const replaced = replaceForeign(generic, context.problems);
    if (replaced) return replaced;
    if (generic.type === 'html' && generic.raw.startsWith('<!--')) {
      return transformComment(generic, context);
    }
    if (generic.type === 'openvalue' || generic.type === 'opencomment') {
      const report = generic.type === 'openvalue' ? unclosedValue : unclosedComment;
      context.problems.push(report(generic.span));
      return [{ ...generic, type: 'text', text: generic.raw, escaped: false }];
    }
    if (generic.type === 'toodeep') return [transformDepth(generic, context)];
    if (generic.type === 'link' || generic.type === 'image') decodeAddress(generic);
    if (generic.tokens) generic.tokens = transformInline(generic.tokens, context);
    return [token];
  });
}

/** Decodes the character references that Marked leaves in addresses and titles. */
function decodeAddress(token: Tokens.Generic): void {
  token.href = decodeReferences(token.href ?? '');
  if (token.title) token.title = decodeReferences(token.title);
}

/** Text nested too deep is shown as written. */
function transformDepth(token: Tokens.Generic, { problems }: TransformContext): Tokens.Generic {
  problems.push(nestedTooDeep(MAX_LEVELS, token.span));
  return { ...token, type: 'text', text: token.raw, escaped: false };
}

function transformHtml(token: Tokens.Generic, context: TransformContext): Token[] {
  const { problems } = context;
  const name = ELEMENT.exec(token.raw)?.[1];
  if (token.unclosed && name) problems.push(unclosedHtml(name, token.span));
  if (token.swallowed) problems.push(reportSwallowed(token));
  if (!token.pieces) return [token];
  return dropDrawingRemarks(token.pieces as Tokens.Generic[]).flatMap((piece) => {
    if (piece.type === 'comment') return transformComment(piece, context);
    if (piece.type === 'html') return replaceForeignTags(piece, problems);
    if (piece.type === 'value') return replaceShortcode(piece, problems) ?? [piece];
    if (piece.type !== 'opencomment') return [piece];
    // The target of a hiding comment must not become visible, so it is removed.
    problems.push(unclosedComment(piece.span));
    return [];
  });
}

function transformComment(
  token: Tokens.Generic,
  { problems, comments }: TransformContext,
): Token[] {
  const { raw } = token;
  const span: Span = token.span;
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

/** Removes an unknown container but keeps its content. */
function transformContainer(token: Tokens.Generic, context: TransformContext): Token[] {
  const { name, span, raw, argument, unclosed, isForeign } = token;
  if (unclosed) context.problems.push(unclosedContainer(name, span));
  const isKnown = CONTAINERS.includes(name);
  if (isForeign || isForeignContainer(name, CONTAINERS)) {
    const [line = ''] = raw.split('\n');
    context.problems.push(foreignContainer(line, name, span));
    if (name === 'notes' && !context.inNotes) return hideNotes(token, context);
  } else if (!isKnown) context.problems.push(unknownContainer(name, CONTAINERS, span));
  const tokens = transformBlocks(token.tokens ?? [], context);
  return isKnown ? [{ type: 'container', raw, name, argument, tokens, span }] : tokens;
}

/** Hides what is notes in another program. */
function hideNotes({ tokens = [], span }: Tokens.Generic, { comments }: TransformContext): Token[] {
  const at = tokens.findIndex(({ type }) => type !== 'space');
  if (at < 0) return [];
  const text = tokens.slice(at).map(({ raw }) => raw);
  const first: Span = (tokens[at] as Tokens.Generic).span ?? span;
  const place = { ...first, line: first.line - 1 };
  comments.push({ text: `\n${text.join('')}`, span: place, isContainer: true });
  return [];
}

function transformSlot(
  { name, raw, span }: Tokens.Generic,
  { problems }: TransformContext,
): Token[] {
  if (name === 'right') return [{ type: 'right', raw, span }];
  problems.push(unknownSlot(name, span));
  return [];
}

/** The name of an element whose content is not Markdown; comments have none. */
const ELEMENT = /^\s*<(\w+|\?|!\[CDATA\[)/;
const CONTAINERS = ['columns', 'column', 'browser', 'terminal'];
