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
import { parseComment } from './comment.ts';
import { MOST_LEVELS } from '../lex/depth.ts';
import { joinTextElements } from '../lex/text-element.ts';
import { replaceForeignBlock } from '../foreign-blocks.ts';
import { replaceForeign, replaceForeignTags, replaceShortcode } from './foreign-tokens.ts';

/** What a slide's tokens are refined with, and what comes to light on the way. */
export interface Refinement {
  blockNames: readonly string[];
  problems: Problem[];
  /** Comments that may be notes, and containers that are, in order. */
  comments: HiddenWords[];
  /** Whether code stays as Marked found it; defaults to false. */
  keepsCode?: boolean;
  /** Whether the tokens are notes already; defaults to false. */
  inNotes?: boolean;
}

/** Words that no slide shows. */
export interface HiddenWords {
  text: string;
  span: Span;
  /** Whether they stand in a container for notes. */
  isContainer?: boolean;
}

/** Replaces what the lexer found by the tokens of `model/file.ts`; comments and mistakes are taken out. */
export function refineBlocks(tokens: Token[], refinement: Refinement): Token[] {
  return tokens.flatMap((token) => refineBlock(token as Tokens.Generic, refinement));
}

function refineBlock(token: Tokens.Generic, refinement: Refinement): Token[] {
  const replaced = replaceForeignBlock(token, refinement.problems);
  if (replaced) return replaced;
  switch (token.type) {
    case 'code':
      if (refinement.keepsCode) return [token];
      return [toBlock(token, refinement.blockNames, refinement.problems)];
    case 'html':
      return refineHtml(token, refinement);
    case 'container':
      return refineContainer(token, refinement);
    case 'strayend':
      refinement.problems.push(strayContainerEnd(token.span));
      return [];
    case 'toodeep':
      return [
        { ...token, type: 'paragraph', text: token.raw, tokens: [refineDepth(token, refinement)] },
      ];
    case 'slot':
      return refineSlot(token, refinement);
    case 'list':
      for (const item of (token as Tokens.List).items) {
        item.tokens = refineBlocks(item.tokens, refinement);
      }
      return [token];
    case 'table':
      for (const cell of [token.header, ...token.rows].flat() as Tokens.TableCell[]) {
        cell.tokens = refineInline(cell.tokens, refinement);
      }
      return [token];
    case 'blockquote':
      token.tokens = refineBlocks(token.tokens ?? [], refinement);
      return [token];
    default:
      if (token.tokens) token.tokens = refineInline(token.tokens, refinement);
      // Attributes in braces on a line of their own leave nothing behind.
      return token.type === 'paragraph' && token.tokens?.length === 0 ? [] : [token];
  }
}

function refineInline(tokens: Token[], refinement: Refinement): Token[] {
  return joinTextElements(tokens, refinement.problems).flatMap((token) => {
    const generic = token as Tokens.Generic;
    const replaced = replaceForeign(generic, refinement.problems);
    if (replaced) return replaced;
    if (generic.type === 'html' && generic.raw.startsWith('<!--')) {
      return refineComment(generic, refinement);
    }
    if (generic.type === 'openvalue' || generic.type === 'opencomment') {
      const report = generic.type === 'openvalue' ? unclosedValue : unclosedComment;
      refinement.problems.push(report(generic.span));
      return [{ ...generic, type: 'text', text: generic.raw, escaped: false }];
    }
    if (generic.type === 'toodeep') return [refineDepth(generic, refinement)];
    if (generic.type === 'link' || generic.type === 'image') decodeAddress(generic);
    if (generic.tokens) generic.tokens = refineInline(generic.tokens, refinement);
    return [token];
  });
}

/** Decodes the character references that Marked leaves in addresses and titles. */
function decodeAddress(token: Tokens.Generic): void {
  token.href = decodeReferences(token.href ?? '');
  if (token.title) token.title = decodeReferences(token.title);
}

/** What stands too deep is shown as it is written. */
function refineDepth(token: Tokens.Generic, { problems }: Refinement): Tokens.Generic {
  problems.push(nestedTooDeep(MOST_LEVELS, token.span));
  return { ...token, type: 'text', text: token.raw, escaped: false };
}

function refineHtml(token: Tokens.Generic, refinement: Refinement): Token[] {
  const { problems } = refinement;
  const name = ELEMENT.exec(token.raw)?.[1];
  if (token.unclosed && name) problems.push(unclosedHtml(name, token.span));
  if (!token.pieces) return [token];
  return (token.pieces as Tokens.Generic[]).flatMap((piece) => {
    if (piece.type === 'comment') return refineComment(piece, refinement);
    if (piece.type === 'html') return replaceForeignTags(piece, problems);
    if (piece.type === 'value') return replaceShortcode(piece, problems) ?? [piece];
    if (piece.type !== 'opencomment') return [piece];
    // What the comment hides must not come to light, so it is left out.
    problems.push(unclosedComment(piece.span));
    return [];
  });
}

function refineComment(token: Tokens.Generic, { problems, comments }: Refinement): Token[] {
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

/** An unknown container vanishes, what stands in it does not. */
function refineContainer(token: Tokens.Generic, refinement: Refinement): Token[] {
  const { name, span, raw, argument, unclosed, isForeign } = token;
  if (unclosed) refinement.problems.push(unclosedContainer(name, span));
  const isKnown = CONTAINERS.includes(name);
  if (isForeign || isForeignContainer(name, CONTAINERS)) {
    const [line = ''] = raw.split('\n');
    refinement.problems.push(foreignContainer(line, name, span));
    if (name === 'notes' && !refinement.inNotes) return hideNotes(token, refinement);
  } else if (!isKnown) refinement.problems.push(unknownContainer(name, CONTAINERS, span));
  const tokens = refineBlocks(token.tokens ?? [], refinement);
  return isKnown ? [{ type: 'container', raw, name, argument, tokens, span }] : tokens;
}

/** What another program takes for notes is not shown. */
function hideNotes({ tokens = [], span }: Tokens.Generic, { comments }: Refinement): Token[] {
  const at = tokens.findIndex(({ type }) => type !== 'space');
  if (at < 0) return [];
  const text = tokens.slice(at).map(({ raw }) => raw);
  const first: Span = (tokens[at] as Tokens.Generic).span ?? span;
  const place = { ...first, line: first.line - 1 };
  comments.push({ text: `\n${text.join('')}`, span: place, isContainer: true });
  return [];
}

function refineSlot({ name, raw, span }: Tokens.Generic, { problems }: Refinement): Token[] {
  if (name === 'right') return [{ type: 'right', raw, span }];
  problems.push(unknownSlot(name, span));
  return [];
}

/** The name of an element whose content is not Markdown; comments have none. */
const ELEMENT = /^\s*<(\w+|\?|!\[CDATA\[)/;
const CONTAINERS = ['columns', 'column', 'browser', 'terminal'];
