import type { Token, TokenizerAndRendererExtension, Tokens } from 'marked';
import { foreignNotesMark, strayComment } from '../../problems/problems.ts';
import type { NotesPart, SlideSource } from '../../model/slide-file.ts';
import { takeAsides } from '../transform/notes-aside.ts';
import { findInParagraph } from '../cut.ts';
import { dropHidden } from '../transform/hidden-tokens.ts';
import {
  transformBlocks,
  type HiddenWords,
  type TransformContext,
} from '../transform/transform.ts';

/** Lexes the `Note:` that begins a slide's notes; the rest of the slide is notes. */
export const noteLines: TokenizerAndRendererExtension = {
  name: 'noteline',
  level: 'block',
  start(src) {
    return isInNotes(this.lexer.tokens) ? undefined : findInParagraph(src, NEXT, this.lexer);
  },
  tokenizer(src, tokens) {
    if (tokens !== this.lexer.tokens || isInNotes(tokens)) return undefined;
    const found = NOTE.exec(src) ?? REMARK_NOTE.exec(src);
    return found ? { type: 'noteline', raw: found[0] } : undefined;
  },
};

/** Lexing progress in the first tokens of a text. */
interface Progress {
  count: number;
  isInNotes: boolean;
}

const progress = new WeakMap<readonly Token[], Progress>();

/** Reports whether the slide's notes have begun; each token is checked once. */
function isInNotes(tokens: readonly Token[]): boolean {
  const known = progress.get(tokens) ?? { count: 0, isInNotes: false };
  progress.set(tokens, known);
  for (; known.count < tokens.length; known.count++) {
    const type = tokens[known.count]?.type;
    if (type === 'noteline') known.isInNotes = true;
    if (type === 'cut') known.isInNotes = false;
  }
  return known.isInNotes;
}

/** A slide's tokens without its notes, and the notes. */
export interface Notes extends Pick<SlideSource, 'notes' | 'notesSpan' | 'notesParts'> {
  visible: Token[];
}

/** Separates a slide's notes from its visible tokens; notes in several places are joined in order. */
export function splitNotes(tokens: Token[], context: TransformContext): Notes {
  const { problems, comments } = context;
  const at = tokens.findIndex(({ type }) => type === 'noteline');
  const transformed = transformBlocks(at < 0 ? tokens : tokens.slice(0, at), context);
  const last = comments.findLast(({ isContainer }) => !isContainer);
  const own = comments.filter((each) => each.isContainer || each === last);
  for (const each of comments) {
    if (!each.isContainer && each !== last) problems.push(strayComment(each.span));
  }
  const hasAsides = transformed.some(({ raw }) => ASIDE.test(raw));
  const asides = hasAsides
    ? takeAsides(transformed, problems)
    : { visible: transformed, notes: [] };
  const parts = [
    ...own.flatMap(readComment),
    ...asides.notes.map(({ text, span }) => ({ ...dedent(text.split('\n')), span })),
  ].sort((a, b) => a.span.line - b.span.line || a.span.column - b.span.column);
  const spoken = at < 0 ? null : readSpoken(tokens.slice(at), context);
  const notesParts = spoken ? [...parts, spoken.part] : parts;
  const notes = [...parts.map(({ text }) => text), spoken?.notes ?? ''].filter(Boolean);
  return {
    visible: dropHidden(asides.visible, problems),
    notes: notes.join('\n\n'),
    notesSpan: notesParts[0]?.span ?? null,
    notesParts,
  };
}

/** Reads the text after `Note:` without comments; null for none. */
function readSpoken(
  [mark, ...rest]: Token[],
  context: TransformContext,
): { notes: string; part: NotesPart } | null {
  if (mark?.raw.startsWith('?')) {
    context.problems.push(foreignNotesMark((mark as Tokens.Generic).span));
  }
  const notes = rest.map(withoutComments).join('').trim();
  // Only their problems are needed: the notes renderer parses their Markdown again.
  const hidden: TransformContext['comments'] = [];
  transformBlocks(rest, { ...context, comments: hidden, inNotes: true });
  for (const { span } of hidden) context.problems.push(strayComment(span));
  const first = rest.find(({ type }) => type !== 'space') as Tokens.Generic | undefined;
  if (notes === '' || !first) return null;
  const text = rest.map(({ raw }) => raw).join('');
  return { notes, part: { text: text.trim(), indent: 0, span: first.span } };
}

function readComment({ text, span }: HiddenWords): NotesPart[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return [];
  const line = lines[first] ?? '';
  const indent = line.length - line.trimStart().length;
  const column = first === 0 ? span.column + '<!--'.length + indent : indent + 1;
  const place = { ...span, line: span.line + first, column, length: line.trim().length };
  return [{ ...dedent(lines.slice(first)), span: place }];
}

/** Removes the common indentation of all lines except the first, which may follow the comment's opening. */
function dedent([first = '', ...rest]: string[]): { text: string; indent: number } {
  const indents = rest.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = indents.length > 0 ? indents.reduce((a, b) => Math.min(a, b)) : 0;
  const text = [first.trim(), ...rest.map((line) => line.slice(indent))].join('\n').trim();
  return { text, indent };
}

/** Remarks never leave the source; other comments stay, because they may be code. */
function withoutComments(token: Token): string {
  return token.raw.replaceAll(holdsCode(token) ? REMARK : COMMENT, '');
}

function holdsCode(token: Token): boolean {
  const { type, pre, items = [], tokens = [] } = token as Tokens.Generic;
  return type === 'code' || pre === true || [...items, ...tokens].some(holdsCode);
}

const ASIDE = /<aside\b/i;
const NOTE = /^notes?:(?=[ \t\n]|$)[ \t]*/i;
/** The mark of notes in remark. */
const REMARK_NOTE = /^\?{3}[ \t]*(?:\n|$)/;
const NEXT = /\n(?:notes?:(?:[ \t\n]|$)|\?{3}[ \t]*(?:\n|$))/i;
const REMARK = /<!--\s*\/\/[\s\S]*?-->/g;
const COMMENT = /<!--[\s\S]*?-->/g;
