import { foreignNotesMark, strayComment } from '../../problems/problems.ts';
import { listNested } from '../../model/nested-tokens.ts';
import type { NotesPart } from '../../model/slide-file.ts';
import type { Token } from '../../model/token.ts';
import type { Note, SlideDraft } from '../draft.ts';
import { takeAsides } from './notes-aside.ts';
import { takeFootnotes } from '../take-footnotes.ts';
import { transformBlocks } from './transform.ts';
import type { HiddenWords, TransformContext } from './transform-context.ts';

/** Separates `Note:` and everything below it from what the slide shows. */
export function splitNotes(slide: SlideDraft): void {
  const at = slide.tokens.findIndex(({ type }) => type === 'noteline');
  if (at >= 0) slide.spoken = slide.tokens.splice(at);
}

/** Makes the last comment of a slide, and its containers for notes, notes. */
export function takeCommentNotes({ context, notes }: SlideDraft): void {
  const { problems, comments } = context;
  const last = comments.findLast(({ isContainer }) => !isContainer);
  for (const each of comments) {
    if (each.isContainer || each === last) notes.push(...readComment(each));
    else problems.push(strayComment(each.span));
  }
}

/** Makes the `<aside class="notes">` elements of a slide notes. */
export function takeAsideNotes(slide: SlideDraft): void {
  if (!slide.tokens.some(({ raw }) => ASIDE.test(raw))) return;
  const { visible, notes } = takeAsides(slide.tokens, slide.context.problems);
  slide.tokens = visible;
  slide.notes.push(...notes.map(({ text, span }) => toNote({ ...dedent(text.split('\n')), span })));
}

/** Puts the notes of several places in order; the text after `Note:` is the last. */
export function joinNotes({ notes, spoken, context }: SlideDraft): void {
  notes.sort(
    ({ part: { span: a } }, { part: { span: b } }) => a.line - b.line || a.column - b.column,
  );
  const last = readSpoken(spoken, context);
  if (last) notes.push(last);
}

/** Reads the text after `Note:` without comments; null for none. */
function readSpoken([mark, ...rest]: readonly Token[], context: TransformContext): Note | null {
  if (!mark) return null;
  if (mark.raw.startsWith('?')) context.problems.push(foreignNotesMark(mark.span));
  const notes = rest.map(withoutComments).join('').trim();
  // Only their problems are needed: the notes renderer parses their Markdown again.
  const hidden: TransformContext['comments'] = [];
  const shown = transformBlocks(rest, { ...context, comments: hidden, inNotes: true });
  takeFootnotes(shown, { key: '', problems: context.problems });
  for (const { span } of hidden) context.problems.push(strayComment(span));
  const first = rest.find(({ type }) => type !== 'space');
  if (notes === '' || !first) return null;
  const text = rest.map(({ raw }) => raw).join('');
  return { text: notes, part: { text: text.trim(), indent: 0, span: first.span } };
}

function readComment({ text, span }: HiddenWords): Note[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return [];
  const line = lines[first] ?? '';
  const indent = line.length - line.trimStart().length;
  const column = first === 0 ? span.column + '<!--'.length + indent : indent + 1;
  const place = { ...span, line: span.line + first, column, length: line.trim().length };
  return [toNote({ ...dedent(lines.slice(first)), span: place })];
}

function toNote(part: NotesPart): Note {
  return { text: part.text, part };
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
  const isPre = token.type === 'html' && token.pre === true;
  return token.type === 'code' || isPre || listNested(token).some(holdsCode);
}

const ASIDE = /<aside\b/i;
const REMARK = /<!--\s*\/\/[\s\S]*?-->/g;
const COMMENT = /<!--[\s\S]*?-->/g;
