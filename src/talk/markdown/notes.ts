import type { Token, TokenizerAndRendererExtension, Tokens } from 'marked';
import { foreignNotesMark, strayComment } from '../model/catalogue.ts';
import type { SlideSource } from '../model/file.ts';
import type { Span } from '../model/problem.ts';
import { takeAsides } from './aside.ts';
import { findInParagraph } from './cut.ts';
import { dropHidden } from './hidden.ts';
import { refineBlocks, type Refinement } from './refine.ts';

/** Lexes the `Note:` with which a slide's notes begin; all that follows it in the slide is notes. */
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

/** What is known of the first tokens of a text. */
interface Progress {
  count: number;
  isInNotes: boolean;
}

const progress = new WeakMap<readonly Token[], Progress>();

/** Tells whether the notes of the slide have begun already; each token is looked at once. */
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
export interface Notes extends SpeakerNotes {
  visible: Token[];
}

type SpeakerNotes = Pick<SlideSource, 'notes' | 'notesSpan' | 'notesText'>;

/** Parts a slide's notes from what is on the screen: what follows `Note:`, else its last comment, and the asides for notes. */
export function splitNotes(tokens: Token[], refinement: Refinement): Notes {
  const notes = splitVisible(tokens, refinement);
  return { ...notes, visible: dropHidden(notes.visible, refinement.problems) };
}

function splitVisible(tokens: Token[], refinement: Refinement): Notes {
  const notes = splitWritten(tokens, refinement);
  if (!notes.visible.some(({ raw }) => ASIDE.test(raw))) return notes;
  const asides = takeAsides(notes.visible, refinement.problems);
  if (asides.span === null) return notes;
  const added = dedent(asides.notes.split('\n'));
  const notesText = {
    text: [notes.notesText?.text, added.text].filter(Boolean).join('\n\n'),
    indent: notes.notesText?.indent ?? added.indent,
  };
  return {
    visible: asides.visible,
    notes: [notes.notes, added.text].filter(Boolean).join('\n\n'),
    notesSpan: notes.notesSpan ?? asides.span,
    notesText,
  };
}

function splitWritten(tokens: Token[], refinement: Refinement): Notes {
  const at = tokens.findIndex(({ type }) => type === 'noteline');
  const visible = refineBlocks(at < 0 ? tokens : tokens.slice(0, at), refinement);
  const { comments, problems } = refinement;
  const last = at < 0 ? comments.pop() : undefined;
  for (const { span } of comments) problems.push(strayComment(span));
  if (last) return { visible, ...readComment(last.text, last.span) };
  if (at < 0) return { visible, notes: '', notesSpan: null, notesText: null };
  const mark = tokens[at] as Tokens.Generic;
  if (mark.raw.startsWith('?')) problems.push(foreignNotesMark(mark.span));
  const rest = tokens.slice(at + 1);
  const notes = rest.map(withoutComments).join('').trim();
  // Refined for the mistakes in them alone: whoever shows the notes reads their Markdown again.
  const hidden: Refinement['comments'] = [];
  refineBlocks(rest, { ...refinement, comments: hidden });
  for (const { span } of hidden) problems.push(strayComment(span));
  const first = rest.find(({ type }) => type !== 'space') as Tokens.Generic | undefined;
  if (notes === '' || !first) return { visible, notes, notesSpan: null, notesText: null };
  const text = rest.map(({ raw }) => raw).join('');
  return { visible, notes, notesSpan: first.span, notesText: { text: text.trim(), indent: 0 } };
}

function readComment(text: string, span: Span): SpeakerNotes {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const line = lines[first] ?? '';
  const indent = line.length - line.trimStart().length;
  const column = first === 0 ? span.column + '<!--'.length + indent : indent + 1;
  const notesSpan = { ...span, line: span.line + first, column, length: line.trim().length };
  const notesText = dedent(lines.slice(first));
  return { notes: notesText.text, notesSpan, notesText };
}

/** Takes the indentation off that all lines share, the first one apart, which may follow the comment's opening. */
function dedent([first = '', ...rest]: string[]): { text: string; indent: number } {
  const indents = rest.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = indents.length > 0 ? indents.reduce((a, b) => Math.min(a, b)) : 0;
  const text = [first.trim(), ...rest.map((line) => line.slice(indent))].join('\n').trim();
  return { text, indent };
}

/** Remarks never leave the source; other comments stay where they may be code. */
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
