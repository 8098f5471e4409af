import type { Token } from 'marked';
import type { NotesPart, SlideSource } from '../../model/slide-file.ts';
import { lexMarkdown } from '../lex/lex.ts';
import { placeTokens } from '../lex/place.ts';
import { transformBlocks } from './transform.ts';

/** Reads a slide's notes as the tokens of `model/file.ts`, each with its place; code stays as it is. */
export function parseNotes({ notesParts }: Pick<SlideSource, 'notesParts'>): Token[] {
  return notesParts.flatMap((part, index) =>
    index > 0 ? [GAP, ...parsePart(part)] : parsePart(part),
  );
}

function parsePart({ text, indent, span: { file, line, column } }: NotesPart): Token[] {
  const places = text
    .split('\n')
    .map((_, row) => ({ line: line + row, column: row === 0 ? column : indent + 1 }));
  // What looks like the beginning of notes is text in them.
  const tokens: Token[] = lexMarkdown(`${BEGINNING}${text}`).slice(1);
  placeTokens(tokens, { file, places });
  // What is wrong in notes was reported when the slide was read.
  const context = { blockNames: [], problems: [], comments: [], keepsCode: true, inNotes: true };
  return transformBlocks(tokens, context);
}

const BEGINNING = 'Note: ';
const GAP: Token = { type: 'space', raw: '\n\n' };
