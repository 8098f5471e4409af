import type { Token } from '../../model/token.ts';
import type { NotesPart, SlideSource } from '../../model/slide-file.ts';
import { lexMarkdown } from '../lex/lex.ts';
import { placeTokens } from '../lex/place.ts';
import { takeFootnotes } from '../take-footnotes.ts';
import { transformBlocks } from './transform.ts';

/** Parses a slide's notes into the tokens of `model/token.ts`, with places; code does not change. */
export function parseNotes({ notesParts }: Pick<SlideSource, 'notesParts'>): Token[] {
  return notesParts.flatMap((part, index) =>
    index > 0 ? [{ ...GAP, span: part.span }, ...parsePart(part, index)] : parsePart(part, index),
  );
}

function parsePart(
  { text, indent, span: { file, line, column } }: NotesPart,
  index: number,
): Token[] {
  const places = text
    .split('\n')
    .map((_, row) => ({ line: line + row, column: row === 0 ? column : indent + 1 }));
  // Text in notes that looks like the start of notes is plain text.
  const tokens = lexMarkdown(`${BEGINNING}${text}`).slice(1);
  placeTokens(tokens, { file, places });
  // Problems in notes were reported when the slide was parsed.
  const context = { blockNames: [], problems: [], comments: [], keepsCode: true, inNotes: true };
  const key = `spoken${index > 0 ? index : ''}-`;
  return takeFootnotes(transformBlocks(tokens, context), { key, problems: [] });
}

const BEGINNING = 'Note: ';
const GAP = { type: 'space', raw: '\n\n' } as const;
