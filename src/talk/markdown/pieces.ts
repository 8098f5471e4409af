import type { Token } from 'marked';
import type { Problem } from '../model/problem.ts';
import type { SlideSource } from '../model/file.ts';
import { lexMarkdown } from './lexer.ts';
import { readMatter } from './matter.ts';
import { placeTokens } from './place.ts';
import { areaOfLines } from './position.ts';
import { isEmpty, toSlide, type Section } from './slide.ts';

/** A slide of a file, and what came to light when it was read. */
export interface ParsedSlide {
  slide: SlideSource;
  cut: Section['cut'];
  isEmpty: boolean;
  problems: Problem[];
}

/** The slides of a file by the text they were made of and its line, so that only what changed is read again. */
export type KeptPieces = Map<string, readonly ParsedSlide[]>;

/** Where the text of a file's slides stands, and how it is read. */
export interface PieceOptions {
  path: string;
  firstLine: number;
  blockNames: readonly string[];
  /** What was read before; what is not used again is forgotten. */
  kept: KeptPieces;
}

/** A stretch of text from a cut to the next. */
interface Piece {
  text: string;
  line: number;
  /** Whether it goes to the end of the file; then nothing need end before it does. */
  isLast: boolean;
}

const CUT_LINE = /^-{3,}[ \t]*$/gm;
const FIRST_LINE = /^.*\n?/;
const NEXT_CUT = '---\n';
/** How many lines that look like cuts a code block, a comment or a container may hold before the rest is read at once. */
const MOST_INSIDE = 4;

/** Reads the slides of a text piece by piece; a slide means the same whatever stands around it. */
export function parsePieces(body: string, options: PieceOptions): ParsedSlide[] {
  const { kept, firstLine } = options;
  const cuts = [...body.matchAll(CUT_LINE)].map(({ index }) => index);
  const used: KeptPieces = new Map();
  const slides: ParsedSlide[] = [];
  let at = 0;
  let line = firstLine;
  let next = 0;
  while (at < body.length || slides.length === 0) {
    const first = at + matterLength(body, at);
    while (next < cuts.length && (cuts[next] ?? 0) < first) next++;
    const ends = [...cuts.slice(next, next + MOST_INSIDE), body.length];
    const { key, parsed, text } = parsePiece(body, { at, line, ends }, options);
    used.set(key, parsed);
    slides.push(...parsed);
    at += text.length;
    line += text.split('\n').length - 1;
    if (text === '') break;
  }
  kept.clear();
  for (const [key, parsed] of used) kept.set(key, parsed);
  return slides;
}

interface Place {
  at: number;
  line: number;
  /** Where the piece may end, the end of the text at last. */
  ends: readonly number[];
}

function parsePiece(body: string, { at, line, ends }: Place, options: PieceOptions) {
  for (const end of ends) {
    const piece: Piece = { text: body.slice(at, end), line, isLast: end === body.length };
    const key = `${line} ${piece.isLast} ${piece.text}`;
    const kept = options.kept.get(key);
    const tokens = kept ? null : lexPiece(piece);
    const parsed = kept ?? (tokens && parseTokens(tokens, piece, options));
    if (parsed) return { key, parsed, text: piece.text };
  }
  throw new Error('The last piece of a text reaches its end.');
}

/** Lexes a piece; null when the cut below it belongs to something that is still open. */
function lexPiece({ text, isLast }: Piece): Token[] | null {
  if (isLast) return lexMarkdown(text);
  const tokens: Token[] = lexMarkdown(text + NEXT_CUT);
  const last = tokens.pop();
  const length = tokens.reduce((sum, { raw }) => sum + raw.length, 0);
  const isWhole = last?.type === 'cut' && last.raw === NEXT_CUT && length === text.length;
  return isWhole && !tokens.some(isOpen) ? tokens : null;
}

/** Tells whether something in a token was not closed; whether it is closed farther down only all the text can tell. */
function isOpen(token: Token): boolean {
  const { unclosed = false, tokens = [], items = [] } = token as NestedToken;
  return unclosed || tokens.some(isOpen) || items.some(isOpen);
}

type NestedToken = Token & { unclosed?: boolean; tokens?: Token[]; items?: Token[] };

function parseTokens(
  tokens: Token[],
  { text, line }: Piece,
  { path, blockNames }: PieceOptions,
): ParsedSlide[] {
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

/** Measures the cut that a piece begins with and the front matter below it, whose last line looks like a cut. */
function matterLength(body: string, at: number): number {
  const rest = body.slice(at);
  if (!rest.startsWith('---')) return 0;
  const first = FIRST_LINE.exec(rest)?.[0] ?? '';
  return first.length + (readMatter(rest.slice(first.length))?.raw.length ?? 0);
}
