import type { Token, Tokens } from 'marked';
import {
  foreignVertical,
  lostFrontMatter,
  onlyBesideSrc,
  textBesideSrc,
  unclosedFrontMatter,
} from '../problems/problems.ts';
import type { SlideSource, SlideSpec } from '../model/slide-file.ts';
import type { Problem, Span } from '../model/problem.ts';
import { findAnchors } from './transform/anchors.ts';
import type { CutToken } from './cut.ts';
import { parseFrontMatter, type FrontMatter } from './frontmatter.ts';
import { SLIDE_KEYS } from './keys.ts';
import { looksLikeMatter } from './slide-matter.ts';
import { splitNotes } from './lex/notes-token.ts';
import type { TransformContext } from './transform/transform.ts';

/** A slide's lexed tokens, and the cut above them. */
export interface Section {
  cut: (CutToken & { span: Span }) | null;
  tokens: Token[];
}

/** Builds a slide from the tokens between two cuts. */
export function toSlide(
  { cut, tokens }: Section,
  blockNames: readonly string[],
  problems: Problem[],
): SlideSource {
  const first = tokens.findIndex((token) => token.type !== 'space');
  const body = first < 0 ? [] : tokens.slice(first);
  const matter = readSpec(cut);
  const { spec, spans: keySpans } = matter;
  if (cut?.isVertical) problems.push(foreignVertical(cut.raw, cut.span));
  problems.push(...matter.problems);
  const lost = findLostMatter(body[0]);
  const context: TransformContext = { blockNames, problems, comments: [] };
  const { visible, ...notes } = splitNotes(body, context);
  const slide: SlideSource = {
    span: findSpan(cut, body[0]),
    origin: {},
    raw: (cut?.matter ? cut.raw + joinRaw(tokens) : joinRaw(body)).trimEnd(),
    spec,
    keySpans,
    tokens: visible.slice(0, visible.findLastIndex(({ type }) => type !== 'space') + 1),
    ...notes,
    anchors: findAnchors(visible),
  };
  problems.push(...(lost.length > 0 ? lost : checkSource(slide)));
  return slide;
}

/** Reports whether there is neither text nor front matter between two cuts. */
export function isEmpty({ cut, tokens }: Section): boolean {
  return !cut?.matter && tokens.every((token) => token.type === 'space');
}

function readSpec(cut: Section['cut']): FrontMatter<SlideSpec> {
  if (!cut?.matter) return { spec: {}, spans: {}, problems: [] };
  const { text, unclosed } = cut.matter;
  const origin = { file: cut.span.file, line: cut.span.line + 1 };
  const matter = parseFrontMatter(text, SLIDE_KEYS, 'slide', origin);
  if (unclosed) matter.problems.push(unclosedFrontMatter(firstKey(cut.matter.text, cut.span)));
  return matter;
}

/** Formatters separate front matter from its dashes, or format it as a heading. */
function findLostMatter(first: Token | undefined): Problem[] {
  if (!first) return [];
  const { type, text, span } = first as Tokens.Generic;
  const isText = type === 'paragraph' || type === 'heading';
  return isText && looksLikeMatter(text) ? [lostFrontMatter(span)] : [];
}

function checkSource({ spec, keySpans, tokens, notesSpan }: SlideSource): Problem[] {
  if (spec.src !== undefined) {
    const first = tokens.find(({ type }) => type !== 'space' && type !== 'def');
    const span: Span | null = first ? (first as Tokens.Generic).span : notesSpan;
    return span ? [textBesideSrc(span)] : [];
  }
  return (['title', 'steps'] as const).flatMap((key) => {
    const span = keySpans[key];
    return span ? [onlyBesideSrc(key, span)] : [];
  });
}

function findSpan(cut: Section['cut'], first: Token | undefined): Span {
  if (cut?.matter) return firstKey(cut.matter.text, cut.span);
  const span: Span | undefined = (first as Tokens.Generic | undefined)?.span;
  return span ?? cut?.span ?? { file: '', line: 1, column: 1, length: 1 };
}

function firstKey(matter: string, cut: Span): Span {
  const length = matter.indexOf('\n');
  return { ...cut, line: cut.line + 1, column: 1, length };
}

function joinRaw(tokens: Token[]): string {
  return tokens.map(({ raw }) => raw).join('');
}
