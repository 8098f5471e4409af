import type { NotesPart, SlideAnchors, SlideSource, SlideSpec } from '../model/slide-file.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { CutToken, Token } from '../model/token.ts';
import type { FrontMatter } from './frontmatter.ts';
import type { ParsedSlide } from './slide-cache.ts';
import type { TransformContext } from './transform/transform-context.ts';

/** The text between two cuts of a file while the passes work on it. */
export interface PieceDraft {
  readonly path: string;
  readonly text: string;
  /** The line of its start in the file. */
  readonly line: number;
  /** Whether it reaches to the end of the file. */
  readonly isLast: boolean;
  readonly blockNames: readonly string[];
  /** Whether no construct is open at its end; the passes stop when one is. */
  isWhole: boolean;
  tokens: Token[];
  slides: SlideDraft[];
}

/** A slide while the passes work on it. */
export interface SlideDraft {
  readonly cut: CutToken | null;
  /** Place of its first character. */
  readonly span: Span;
  /** Its exact text, with front matter. */
  readonly raw: string;
  readonly isEmpty: boolean;
  /** The tokens that the slide shows, from the first that is not blank. */
  tokens: Token[];
  /** `Note:` and the tokens below it; empty for none. */
  spoken: Token[];
  matter: FrontMatter<SlideSpec>;
  /** A problem about text that was meant as front matter; null for none. */
  lostMatter: Problem | null;
  notes: Note[];
  anchors: SlideAnchors;
  readonly context: TransformContext;
}

/** A part of the notes: its Markdown without comments, and the part as written. */
export interface Note {
  text: string;
  part: NotesPart;
}

/** Begins a slide with its cut and the tokens below it. */
export function startSlide(
  cut: CutToken | null,
  below: readonly Token[],
  blockNames: readonly string[],
): SlideDraft {
  const first = below.findIndex(({ type }) => type !== 'space');
  const tokens = first < 0 ? [] : below.slice(first);
  return {
    cut,
    span: readStart(cut, tokens[0]),
    raw: (cut?.matter ? cut.raw + joinRaw(below) : joinRaw(tokens)).trimEnd(),
    isEmpty: !cut?.matter && tokens.length === 0,
    tokens,
    spoken: [],
    matter: { spec: {}, spans: {}, problems: [] },
    lostMatter: null,
    notes: [],
    anchors: { links: [], ids: [] },
    context: { blockNames, problems: [], comments: [] },
  };
}

/** Returns the slide that the passes leave, with its problems. */
export function finishSlide(draft: SlideDraft): ParsedSlide {
  const { cut, isEmpty, span, raw, matter, tokens, notes, anchors, context } = draft;
  const notesParts = notes.map(({ part }) => part);
  const slide: SlideSource = {
    span,
    origin: {},
    raw,
    spec: matter.spec,
    keySpans: matter.spans,
    tokens,
    notes: notes.map(({ text }) => text).join('\n\n'),
    notesSpan: notesParts[0]?.span ?? null,
    notesParts,
    anchors,
  };
  return { slide, cut, isEmpty, problems: context.problems };
}

/** Returns the place of the first key of front matter below a cut. */
export function firstKey(matter: string, cut: Span): Span {
  return { ...cut, line: cut.line + 1, column: 1, length: matter.indexOf('\n') };
}

function readStart(cut: CutToken | null, first: Token | undefined): Span {
  if (cut?.matter) return firstKey(cut.matter.text, cut.span);
  return first?.span ?? cut?.span ?? { file: '', line: 1, column: 1, length: 1 };
}

function joinRaw(tokens: readonly Token[]): string {
  return tokens.map(({ raw }) => raw).join('');
}
