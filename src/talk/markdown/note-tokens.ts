import type { Token } from 'marked';
import type { SlideSource } from '../model/file.ts';
import { lexMarkdown } from './lexer.ts';
import { placeTokens } from './place.ts';
import { refineBlocks } from './refine.ts';

/** Reads a slide's notes as the tokens of `model/file.ts`, each with its place; code stays as it is. */
export function parseNotes({ notesText, notesSpan }: SlideSource): Token[] {
  if (!notesText || !notesSpan) return [];
  const { text, indent } = notesText;
  const { file, line, column } = notesSpan;
  const places = text
    .split('\n')
    .map((_, row) => ({ line: line + row, column: row === 0 ? column : indent + 1 }));
  // What looks like the beginning of notes is text in them.
  const tokens: Token[] = lexMarkdown(`${BEGINNING}${text}`).slice(1);
  placeTokens(tokens, { file, places });
  // What is wrong in notes was reported when the slide was read.
  return refineBlocks(tokens, { blockNames: [], problems: [], comments: [], keepsCode: true });
}

const BEGINNING = 'Note: ';
