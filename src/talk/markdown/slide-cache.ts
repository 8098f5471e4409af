import type { SlideSource, TalkSpec } from '../model/slide-file.ts';
import { moveSpan, moveSpans } from '../source/shift-place.ts';
import type { Problem } from '../model/problem.ts';
import type { FrontMatter } from './frontmatter.ts';
import type { Section } from './lexed-slide.ts';

/** A slide of a file, and what came to light when it was read. */
export interface ParsedSlide {
  slide: SlideSource;
  cut: Section['cut'];
  isEmpty: boolean;
  problems: Problem[];
}

/** What was made of a stretch of text from a cut to the next. */
export interface CachedPiece {
  /** How much text it is, in characters and line ends. */
  length: number;
  lines: number;
  /** Whether it goes to the end of the file; then nothing need end before it does. */
  isLast: boolean;
  /** Its first line in the file, and its slides there. */
  line: number;
  slides: readonly ParsedSlide[];
  /** The same when it was read; it may have moved since. */
  read: { line: number; slides: readonly ParsedSlide[] };
}

/** What was read of a file, so that only what changed is read again. */
export interface SlideFileCache {
  /** The text of its slides, and its pieces, which are all of that text. */
  body: string;
  pieces: readonly CachedPiece[];
  /** A talk's front matter and what it says. */
  head: { raw: string; matter: FrontMatter<TalkSpec> } | null;
}

/** Knows nothing of a file yet. */
export function createSlideFileCache(): SlideFileCache {
  return { body: '', pieces: [], head: null };
}

/** Returns a piece as it is from another line on; null where only reading it again can tell that. */
export function movePiece(piece: CachedPiece, line: number): CachedPiece | null {
  if (piece.line === line) return piece;
  const { read } = piece;
  // A message can name lines.
  if (read.slides.some(({ problems }) => problems.length > 0)) return null;
  const slides = read.slides.map((slide) => moveSlide(slide, line - read.line));
  return { ...piece, line, slides };
}

function moveSlide({ slide, cut, isEmpty, problems }: ParsedSlide, lines: number): ParsedSlide {
  if (lines === 0) return { slide, cut, isEmpty, problems };
  const movedCut = cut && { ...cut, span: moveSpan(cut.span, lines) };
  return { slide: moveSource(slide, lines), cut: movedCut, isEmpty, problems };
}

/** The tokens are copied when someone asks for them: what was rendered of them stays as it is. */
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
