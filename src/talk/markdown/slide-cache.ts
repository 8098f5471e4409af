import type { SlideSource, TalkSpec } from '../model/slide-file.ts';
import { moveSpan, moveSpans } from '../source/shift-place.ts';
import type { Problem } from '../model/problem.ts';
import type { FrontMatter } from './frontmatter.ts';
import type { CutToken } from '../model/token.ts';

/** A slide of a file, with the problems found while parsing. */
export interface ParsedSlide {
  slide: SlideSource;
  cut: CutToken | null;
  isEmpty: boolean;
  problems: Problem[];
}

/** The cached result for the text between two cuts. */
export interface CachedPiece {
  /** Length of the text, and its number of lines. */
  length: number;
  lines: number;
  /** Whether it reaches to the end of the file, so that nothing needs to end before it. */
  isLast: boolean;
  /** Its first line in the file, and its slides there. */
  line: number;
  slides: readonly ParsedSlide[];
  /** The state when it was parsed; it may have moved since. */
  read: { line: number; slides: readonly ParsedSlide[] };
}

/** Cache of a parsed file, so that only changed pieces are parsed again. */
export interface SlideFileCache {
  /** The text of its slides, and the pieces that cover it. */
  body: string;
  pieces: readonly CachedPiece[];
  /** A talk's front matter and its parsed values. */
  head: { raw: string; matter: FrontMatter<TalkSpec> } | null;
}

/** Returns an empty cache. */
export function createSlideFileCache(): SlideFileCache {
  return { body: '', pieces: [], head: null };
}

/** Returns a piece moved to another line; null when it must be parsed again. */
export function movePiece(piece: CachedPiece, line: number): CachedPiece | null {
  if (piece.line === line) return piece;
  const { read } = piece;
  // Messages can contain line numbers.
  if (read.slides.some(({ problems }) => problems.length > 0)) return null;
  const slides = read.slides.map((slide) => moveSlide(slide, line - read.line));
  return { ...piece, line, slides };
}

function moveSlide({ slide, cut, isEmpty, problems }: ParsedSlide, lines: number): ParsedSlide {
  if (lines === 0) return { slide, cut, isEmpty, problems };
  const movedCut = cut && { ...cut, span: moveSpan(cut.span, lines) };
  return { slide: moveSource(slide, lines), cut: movedCut, isEmpty, problems };
}

/** Tokens are copied on first use, so that what was rendered from them stays cached. */
function moveSource(source: SlideSource, lines: number): SlideSource {
  let tokens: SlideSource['tokens'] | null = null;
  return {
    ...source,
    span: moveSpan(source.span, lines),
    keySpans: moveSpans(source.keySpans, lines),
    notesSpan: source.notesSpan && moveSpan(source.notesSpan, lines),
    notesParts: moveSpans(source.notesParts, lines),
    anchors: moveSpans(source.anchors, lines),
    get tokens() {
      return (tokens ??= moveSpans(source.tokens, lines));
    },
  };
}
