import { listNested } from '../model/nested-tokens.ts';
import type { CodeBlockToken, Matter, Token } from '../model/token.ts';
import { emptySlide, tooManyCuts, unclosedFrontMatter } from '../problems/problems.ts';
import {
  findConflicts,
  reportConflicts,
  takeFirstSide,
  type Conflict,
} from '../source/merge-conflict.ts';
import { emptySource, type SlideFile, type TalkSpec } from '../model/slide-file.ts';
import { findControls, findLost } from '../source/encoding.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { SourceText } from '../source/source.ts';
import { showControls } from '../text/symbols.ts';
import { parseFrontMatter, type FrontMatter } from './frontmatter.ts';
import { findLostHead } from './head/lost-head.ts';
import { TALK_KEYS } from './keys.ts';
import { readHead } from './slide-matter.ts';
import { createSlideFileCache, type SlideFileCache, type ParsedSlide } from './slide-cache.ts';
import { parsePieces } from './slide-pieces.ts';

/** Options of the slide file parser. */
export interface ParseOptions {
  /** Whether front matter at the top belongs to a talk or to its first slide. */
  kind: 'talk' | 'library';
  /** Fence languages that are data blocks. */
  blockNames: readonly string[];
  /** Cache for this file's parsed slides; defaults to none. */
  cache?: SlideFileCache;
}

/** Parses a slide file; every mistake becomes a problem, and no text is lost. */
export function parseSlideFile(
  { path, text }: SourceText,
  { kind, blockNames, cache = createSlideFileCache() }: ParseOptions,
): SlideFile {
  const plain = unifyLines(text);
  const whole = showControls(plain);
  const cuts = countCuts(whole);
  if (cuts > MAX_CUTS) return refuseFile({ path, text }, kind, cuts);
  const conflicts = listConflicts(whole, { path, kind, blockNames });
  const source = conflicts.length > 0 ? takeFirstSide(whole, conflicts) : whole;
  const head = kind === 'talk' ? readHead(source) : null;
  const body = source.slice(head?.raw.length ?? 0);
  const firstLine = countLines(head?.raw ?? '');
  const parsed = dropEmptyEnds(parsePieces(body, { path, firstLine, blockNames, cache }));
  const matter = readTalkAgain(head, path, cache);
  const problems: Problem[] = [
    ...findLost(text.replace(BYTE_ORDER_MARK, ''), path),
    ...matter.problems,
  ];
  for (const problem of reportConflicts(conflicts, path)) problems.push(problem);
  for (const { isEmpty, cut, problems: own } of parsed) {
    if (isEmpty && cut) problems.push(emptySlide(cut.span));
    for (const problem of own) problems.push(problem);
  }
  const slides = parsed.map(({ slide }) => slide);
  if (whole !== plain) {
    const starts = slides.map(({ span }) => span.line);
    for (const problem of findControls(plain, path, starts)) problems.push(problem);
  }
  const lost = kind === 'talk' && !head ? findLostHead(source, path) : null;
  if (lost && !problems.some(({ span }) => isNear(span, lost.span))) problems.push(lost);
  const spec = kind === 'talk' ? matter.spec : null;
  return { path, text, head: spec, headSpans: matter.spans, slides, problems };
}

/** Reads the front matter of a talk as `parseSlideFile` does, in a fraction of the time that the slides take. */
export function readTalkSpec({ path, text }: SourceText): TalkSpec {
  const whole = showControls(unifyLines(text));
  if (countCuts(whole) > MAX_CUTS) return {};
  const conflicts = listConflicts(whole, { path, kind: 'talk', blockNames: [] });
  const source = conflicts.length > 0 ? takeFirstSide(whole, conflicts) : whole;
  return readTalk(readHead(source), path).spec;
}

/** Reports whether two places are on lines next to each other. */
function isNear(one: Span | undefined, other: Span | undefined): boolean {
  return one !== undefined && other !== undefined && Math.abs(one.line - other.line) <= 1;
}

/** Maximum lines of `---` in a file: a slide with front matter has two, and a thousand slides take a second. */
const MAX_CUTS = 20_000;

function countCuts(source: string): number {
  let count = 0;
  for (let at = source.indexOf('\n---'); at >= 0; at = source.indexOf('\n---', at + 4)) count++;
  return count;
}

/** Returns a rejected file as one empty slide with the problem. */
function refuseFile(source: SourceText, kind: ParseOptions['kind'], cuts: number): SlideFile {
  const slide = emptySource({ ...source, text: '' });
  const problems = [tooManyCuts({ cuts, most: MAX_CUTS }, slide.span)];
  const head = kind === 'talk' ? {} : null;
  return { ...source, head, headSpans: {}, slides: [slide], problems };
}

/** Lists the merge conflicts in a file, except those inside code. */
function listConflicts(
  source: string,
  { path, kind, blockNames }: { path: string } & Pick<ParseOptions, 'kind' | 'blockNames'>,
): Conflict[] {
  const conflicts = findConflicts(source);
  if (conflicts.length === 0) return [];
  const head = kind === 'talk' ? readHead(source) : null;
  const body = source.slice(head?.raw.length ?? 0);
  const options = {
    path,
    firstLine: countLines(head?.raw ?? ''),
    blockNames,
    cache: createSlideFileCache(),
  };
  const codes = parsePieces(body, options).flatMap(({ slide }) => listCode(slide.tokens));
  const isShown = ({ first, last }: Conflict): boolean =>
    codes.some(({ lines }) => {
      const start = lines[0]?.line ?? Infinity;
      return start <= first && last < start + lines.length;
    });
  return conflicts.filter((conflict) => !isShown(conflict));
}

function listCode(tokens: readonly Token[]): CodeBlockToken[] {
  return tokens.flatMap((token) => {
    return token.type === 'codeblock' ? [token] : listCode(listNested(token));
  });
}

/** Normalises line ends. */
function unifyLines(text: string): string {
  const whole = text.replace(BYTE_ORDER_MARK, '');
  return whole.includes('\r') ? whole.replaceAll(LINE_END, '\n') : whole;
}

function readTalkAgain(
  head: Matter | null,
  file: string,
  cache: SlideFileCache,
): FrontMatter<TalkSpec> {
  const raw = head?.raw ?? '';
  if (cache.head?.raw !== raw) cache.head = { raw, matter: readTalk(head, file) };
  return cache.head.matter;
}

function readTalk(head: Matter | null, file: string): FrontMatter<TalkSpec> {
  if (!head) return { spec: {}, spans: {}, problems: [] };
  const line = countLines(head.raw.slice(0, head.raw.indexOf(head.text)));
  const matter = parseFrontMatter(head.text, TALK_KEYS, 'talk', { file, line });
  const first: Span = { file, line, column: 1, length: head.text.indexOf('\n') };
  if (head.unclosed) matter.problems.push(unclosedFrontMatter(first));
  return matter;
}

function dropEmptyEnds(slides: readonly ParsedSlide[]): readonly ParsedSlide[] {
  const first = slides.findIndex(({ isEmpty }) => !isEmpty);
  const last = slides.findLastIndex(({ isEmpty }) => !isEmpty);
  return first < 0 ? [] : slides.slice(first, last + 1);
}

function countLines(text: string): number {
  return text.split('\n').length;
}

const BYTE_ORDER_MARK = /^\uFEFF/;
const LINE_END = /\r\n?/g;
