import type { Token } from 'marked';
import type { Problem } from '../model/problem.ts';
import { splitForeign } from './transform/foreign-construct.ts';
import { splitUnchanged, type SameParts } from './unchanged-text.ts';
import {
  movePiece,
  type SlideFileCache,
  type CachedPiece,
  type ParsedSlide,
} from './slide-cache.ts';
import { lexMarkdown } from './lex/lex.ts';
import { readMatter } from './slide-matter.ts';
import { placeTokens } from './lex/place.ts';
import { areaOfLines } from './position.ts';
import { isEmpty, toSlide, type Section } from './lexed-slide.ts';

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
const NEXT_CUT = '---\n';
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
    else add(findPiece(body, { at, line }, same, options));
    if (body === '') break;
  }
  Object.assign(cache, { body, pieces });
  return pieces.flatMap(({ slides }) => slides);
}

/** Finds the end of the piece at a position, and parses it if it is not cached. */
function findPiece(
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

function tryPiece(piece: Piece, options: PieceOptions): CachedPiece | null {
  const tokens = lexPiece(piece);
  if (!tokens) return null;
  const { text, line, isLast } = piece;
  const slides = parseTokens(tokens, piece, options);
  const lines = text.split('\n').length - 1;
  return { length: text.length, lines, isLast, line, slides, read: { line, slides } };
}

/** Lexes a piece; null when the cut below it belongs to an open construct. */
function lexPiece({ text, isLast }: Piece): Token[] | null {
  if (isLast) return lexMarkdown(text);
  const tokens: Token[] = lexMarkdown(text + NEXT_CUT);
  const last = tokens.pop();
  const length = tokens.reduce((sum, { raw }) => sum + raw.length, 0);
  const isWhole = last?.type === 'cut' && last.raw === NEXT_CUT && length === text.length;
  return isWhole && !tokens.some(isOpen) ? tokens : null;
}

/** Reports whether a token contains an unclosed construct, which the rest of the text may close. */
function isOpen(token: Token): boolean {
  const { unclosed = false, doubtful = false, tokens = [], items = [] } = token as NestedToken;
  return unclosed || doubtful || tokens.some(isOpen) || items.some(isOpen);
}

type NestedToken = Token & {
  unclosed?: boolean;
  doubtful?: boolean;
  tokens?: Token[];
  items?: Token[];
};

function parseTokens(
  tokens: Token[],
  { text, line }: Piece,
  { path, blockNames }: PieceOptions,
): ParsedSlide[] {
  splitForeign(tokens);
  placeTokens(tokens, areaOfLines(path, line, text.split('\n').length));
  return cutSections(tokens).map((section) => {
    const problems: Problem[] = [];
    const isBlank = isEmpty(section);
    const slide = toSlide(section, blockNames, problems);
    return { slide, cut: section.cut, isEmpty: isBlank, problems };
  });
}

/** A piece that begins with a cut has no slide above it. */
function cutSections(tokens: Token[]): Section[] {
  const sections: Section[] = tokens[0]?.type === 'cut' ? [] : [{ cut: null, tokens: [] }];
  for (const token of tokens) {
    if (token.type === 'cut') sections.push({ cut: token as Section['cut'], tokens: [] });
    else sections.at(-1)?.tokens.push(token);
  }
  return sections;
}

/** Measures the cut at the start of a piece and the front matter below it, whose last line looks like a cut. */
function matterLength(body: string, at: number): number {
  const rest = body.slice(at);
  if (!rest.startsWith('---')) return 0;
  const first = FIRST_LINE.exec(rest)?.[0] ?? '';
  return first.length + (readMatter(rest.slice(first.length))?.raw.length ?? 0);
}
