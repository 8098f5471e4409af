import { finishSlide, startSlide, type PieceDraft, type SlideDraft } from './draft.ts';
import { lexPiece } from './lex/lex-piece.ts';
import { placeTokens } from './lex/place.ts';
import { listLostReferences } from './misread/misread-reference.ts';
import { findMisread } from './misread/misread.ts';
import { areaOfLines } from './position.ts';
import type { ParsedSlide } from './slide-cache.ts';
import { checkSpec, detectLostMatter, readSpec } from './slide-spec.ts';
import { listAnchors } from './transform/anchors.ts';
import { splitForeign } from './transform/foreign-construct.ts';
import { dropHidden } from './transform/hidden-tokens.ts';
import {
  joinNotes,
  splitNotes,
  takeAsideNotes,
  takeCommentNotes,
} from './transform/split-notes.ts';
import { takeFootnotes } from './take-footnotes.ts';
import { transformBlocks } from './transform/transform.ts';

/** One step from text to slides; it changes the draft. */
export type Pass = (piece: PieceDraft) => void;

/** All steps from the text between two cuts to its slides, in order. Each reads what the steps above it leave. */
export const PASSES: readonly Pass[] = [
  lexText,
  splitForeignText,
  placeText,
  cutSlides,
  eachSlide(readSpec),
  eachSlide(detectLostMatter),
  eachSlide(splitNotes),
  eachSlide(reportMisread),
  eachSlide(transformTokens),
  eachSlide(takeCommentNotes),
  eachSlide(takeAsideNotes),
  eachSlide(joinNotes),
  eachSlide(dropHiddenTokens),
  eachSlide(placeFootnotes),
  eachSlide(collectAnchors),
  eachSlide(dropLastBlanks),
  eachSlide(checkSpec),
];

/** Parses the text between two cuts; null when the cut below it belongs to an open construct. */
export function runPasses(
  piece: Pick<PieceDraft, 'path' | 'text' | 'line' | 'isLast' | 'blockNames'>,
): ParsedSlide[] | null {
  const draft: PieceDraft = { ...piece, isWhole: true, tokens: [], slides: [] };
  for (const pass of PASSES) {
    pass(draft);
    if (!draft.isWhole) return null;
  }
  return draft.slides.map(finishSlide);
}

function eachSlide(pass: (slide: SlideDraft) => void): Pass {
  return ({ slides }) => slides.forEach(pass);
}

/** Lexes the text into the tokens of Markdown and ours. */
function lexText(piece: PieceDraft): void {
  const tokens = lexPiece(piece);
  if (tokens) piece.tokens = tokens;
  else piece.isWhole = false;
}

/** Separates constructs of other programs from the text around them. */
function splitForeignText({ tokens }: PieceDraft): void {
  splitForeign(tokens);
}

/** Gives each token its line and column in the file. */
function placeText({ path, text, line, tokens }: PieceDraft): void {
  placeTokens(tokens, areaOfLines(path, line, text.split('\n').length));
}

/** Begins a slide at each cut; only a piece that begins with one has no slide above it. */
function cutSlides({ tokens, slides, blockNames }: PieceDraft): void {
  const starts = tokens.flatMap(({ type }, at) => (type === 'cut' ? [at] : []));
  if (starts[0] !== 0) slides.push(startSlide(null, tokens.slice(0, starts[0]), blockNames));
  starts.forEach((start, index) => {
    const cut = tokens[start];
    const below = tokens.slice(start + 1, starts[index + 1]);
    if (cut?.type === 'cut') slides.push(startSlide(cut, below, blockNames));
  });
}

/** Reports text that was meant as a heading, a list, a table or a link. */
function reportMisread({ tokens, context }: SlideDraft): void {
  const misread = [...findMisread(tokens), ...listLostReferences(tokens)];
  for (const problem of misread) context.problems.push(problem);
}

/** Replaces code, comments, containers and constructs of other programs by the tokens of slides. */
function transformTokens(slide: SlideDraft): void {
  slide.tokens = transformBlocks(slide.tokens, slide.context);
}

/** Removes what is never visible, so that it is not published. */
function dropHiddenTokens(slide: SlideDraft): void {
  slide.tokens = dropHidden(slide.tokens, slide.context.problems);
}

/** Numbers footnotes and puts their texts at the end; what is hidden has none. */
function placeFootnotes(slide: SlideDraft): void {
  const { problems } = slide.context;
  slide.tokens = takeFootnotes(slide.tokens, { key: '', problems });
}

/** Collects the slide's links to slides, and its ids. */
function collectAnchors(slide: SlideDraft): void {
  slide.anchors = listAnchors(slide.tokens);
}

/** Drops blank lines at the end. */
function dropLastBlanks(slide: SlideDraft): void {
  const last = slide.tokens.findLastIndex(({ type }) => type !== 'space');
  slide.tokens = slide.tokens.slice(0, last + 1);
}
