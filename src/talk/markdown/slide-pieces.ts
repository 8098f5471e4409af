import { runPasses } from './passes.ts';
import {
  movePiece,
  type SlideFileCache,
  type CachedPiece,
  type ParsedSlide,
} from './slide-cache.ts';
import { readMatter } from './slide-matter.ts';
import { splitUnchanged, type SameParts } from './unchanged-text.ts';

/** Place of the text of a file's slides, and options of the parser. */
export interface PieceOptions {
  path: string;
  firstLine: number;
  blockNames: readonly string[];
  /** Cache of earlier results, which is updated. */
  cache: SlideFileCache;
}

/** The text between two cuts. */
type Piece = Pick<CachedPiece, 'line' | 'isLast'> & { text: string };

const CUT_LINE = /^-{3,}[ \t]*$/gm;
const FIRST_LINE = /^.*\n?/;
/** Maximum cut-like lines inside a code block, comment or container before the rest is parsed at once. */
const MAX_INSIDE = 4;

/** Parses the slides of a text piece by piece; a slide does not depend on the text around it. */
export function parsePieces(body: string, options: PieceOptions): ParsedSlide[] {
  const { cache, firstLine } = options;
  const same = splitUnchanged(cache, body);
  const pieces: CachedPiece[] = [];
  let at = 0;
  let line = firstLine;
  const add = (piece: CachedPiece): void => {
    pieces.push(piece);
    at += piece.length;
    line += piece.lines;
  };
  const takeOver = (piece: CachedPiece): void => {
    const text = (): string => body.slice(at, at + piece.length);
    add(movePiece(piece, line) ?? readPiece({ text: text(), line, isLast: piece.isLast }, options));
  };
  same.above.forEach(takeOver);
  while (at < body.length || pieces.length === 0) {
    const below = same.findBelow(body.length - at);
    if (below) below.forEach(takeOver);
    else add(readNextPiece(body, { at, line }, same, options));
    if (body === '') break;
  }
  Object.assign(cache, { body, pieces });
  return pieces.flatMap(({ slides }) => slides);
}

/** Finds the end of the piece at a position, and parses it if it is not cached. */
function readNextPiece(
  body: string,
  { at, line }: { at: number; line: number },
  { findSame }: SameParts,
  options: PieceOptions,
): CachedPiece {
  for (const end of listEnds(body, at + matterLength(body, at))) {
    const piece: Piece = { text: body.slice(at, end), line, isLast: end === body.length };
    const same = findSame(piece.text, piece.isLast);
    const found = (same && movePiece(same, line)) ?? tryPiece(piece, options);
    if (found) return found;
  }
  throw new Error('The last piece of a text reaches its end.');
}

/** Lists the possible ends of a piece; the last is the end of the text. */
function listEnds(body: string, from: number): number[] {
  const ends: number[] = [];
  CUT_LINE.lastIndex = from;
  for (let cut = CUT_LINE.exec(body); cut && ends.length < MAX_INSIDE; cut = CUT_LINE.exec(body)) {
    ends.push(cut.index);
  }
  return [...ends, body.length];
}

function readPiece(piece: Piece, options: PieceOptions): CachedPiece {
  const read = tryPiece(piece, options);
  if (!read) throw new Error('A piece that was read once can be read again.');
  return read;
}

function tryPiece(
  { text, line, isLast }: Piece,
  { path, blockNames }: PieceOptions,
): CachedPiece | null {
  const slides = runPasses({ path, text, line, isLast, blockNames });
  if (!slides) return null;
  const lines = text.split('\n').length - 1;
  return { length: text.length, lines, isLast, line, slides, read: { line, slides } };
}

/** Measures the cut at the start of a piece and the front matter below it, whose last line looks like a cut. */
function matterLength(body: string, at: number): number {
  const rest = body.slice(at);
  if (!rest.startsWith('---')) return 0;
  const first = FIRST_LINE.exec(rest)?.[0] ?? '';
  return first.length + (readMatter(rest.slice(first.length))?.raw.length ?? 0);
}
