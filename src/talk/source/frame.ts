import type { Problem, Span } from '../model/problem.ts';
import { showForTerminal, showOnLine } from '../text/symbols.ts';

/** A line of a code frame in parts, so that a terminal can colour it. */
export interface FrameLine {
  /** `>` and line number; blank under the marked line. */
  gutter: string;
  text: string;
  kind: 'context' | 'marked' | 'carets';
}

/** A problem in parts for printing; `place` is `file:line:column`, empty when there is none. */
export interface ProblemParts {
  place: string;
  code: string;
  severity: Problem['severity'];
  message: string;
  /** The `src:` lines that led here, innermost first, as places. */
  via: string[];
  frame: FrameLine[];
  hint: string;
}

/** Returns the text of a file; undefined when it is not available. */
export type TextOf = (file: string) => string | undefined;

/**
 * Draws the lines around a span for a page, with the span underlined; empty when the text has no such line. Its bar is
 * plain text, because text fonts have no box drawings.
 */
export function codeFrame(text: string, span: Span): string {
  const lines = frameLines(text, span);
  return joinFrame(lines.map((line) => ({ ...line, gutter: line.gutter.replace('│', '|') })));
}

/** Prints a problem: place and code, message, code frame, hint. */
export function formatProblem(problem: Problem, textOf: TextOf): string {
  const { place, code, message, via, frame, hint } = problemParts(problem, textOf);
  const head = place === '' ? code : `${place}  ${code}`;
  const path = via.map((line) => `included at ${line}`);
  const drawing = frame.length > 0 ? ['', joinFrame(frame)] : [];
  return [head, message, ...path, ...drawing, ...(hint === '' ? [] : [hint])].join('\n');
}

/** Splits a problem into parts for printing. */
export function problemParts(problem: Problem, textOf: TextOf): ProblemParts {
  const { code, severity, message, hint = '', span, via = [], also = [] } = problem;
  const text = span && textOf(span.file);
  return {
    place: span ? showOnLine(toPlace(span)) : '',
    code,
    severity,
    message: showForTerminal(message),
    via: via.map((line) => showOnLine(toPlace(line))).reverse(),
    frame: span && text !== undefined ? frameLines(text, span) : [],
    hint: showForTerminal([hint, listAlso(also, span)].filter(Boolean).join(' ')),
  };
}

/** Names further places of a problem: by lines where they are in the same file. */
function listAlso(also: readonly Span[], first: Span | undefined): string {
  const places = also
    .filter(({ file, line }) => file !== first?.file || line !== first.line)
    .map((span) => (span.file === first?.file ? `line ${span.line}` : toPlace(span)));
  const named = [...new Set(places)];
  if (named.length === 0) return '';
  const others = named.length - MAX_PLACES;
  const more = others > 0 ? ` and ${others} more` : '';
  return `The same is in ${named.slice(0, MAX_PLACES).join(', ')}${more}.`;
}

function frameLines(text: string, span: Span): FrameLine[] {
  const lines = splitLines(text);
  const marked = lines[span.line - 1];
  if (marked === undefined) return [];
  const width = String(span.line).length;
  const first = Math.max(1, span.line - CONTEXT_LINES);
  const view = toView(marked, span);
  const context = lines.slice(first - 1, span.line - 1).map((line, index): FrameLine => {
    const gutter = `  ${String(first + index).padStart(width)} │`;
    return { gutter, text: clipLine(expandTabs(line), view.start), kind: 'context' };
  });
  return [
    ...context,
    { gutter: `> ${span.line} │`, text: view.text, kind: 'marked' },
    { gutter: `  ${' '.repeat(width)} │`, text: view.carets, kind: 'carets' },
  ];
}

/** Caches the lines of the last text: problems come grouped by file, and splitting a large file for each is slow. */
function splitLines(text: string): readonly string[] {
  if (last.text !== text) {
    last.text = text;
    last.lines = text.replace(/^\uFEFF/, '').split(LINE_END);
  }
  return last.lines;
}

const last: { text: string; lines: readonly string[] } = { text: '', lines: [''] };

/** Cuts a long line to the part around the span. */
function toView(whole: string, span: Span): { text: string; carets: string; start: number } {
  const first = Math.max(0, span.column - 1);
  // Only the part near the span is scanned, as a line can have megabytes.
  const skipped = whole.length > MAX_LINE ? Math.max(0, first - MAX_WIDTH) : 0;
  const line = whole.length > MAX_LINE ? whole.slice(skipped, skipped + MAX_LINE) : whole;
  const from = first - skipped;
  const to = from + Math.max(0, span.length);
  const before = expandTabs(line.slice(0, from));
  const inside = expandTabs(line.slice(from, to));
  const all = expandTabs(line);
  const isLong = all.length > MAX_WIDTH;
  const wanted = isLong ? before.length - Math.floor(MAX_WIDTH / 3) : 0;
  const start = Math.max(0, Math.min(wanted, all.length - MAX_WIDTH));
  const text = clipLine(all, start);
  const blanks = ' '.repeat(displayWidth(text.slice(0, before.length - start)));
  const seen = inside.slice(0, Math.max(1, MAX_WIDTH - (before.length - start)));
  return { text, carets: blanks + '^'.repeat(Math.max(1, displayWidth(seen))), start };
}

function clipLine(line: string, start: number): string {
  const end = start + MAX_WIDTH;
  const head = start > 0 && line !== '' ? `…${line.slice(start + 1, end)}` : line.slice(0, end);
  return line.length > end ? `${head.slice(0, -1)}…` : head;
}

function expandTabs(line: string): string {
  return showForTerminal(line.replaceAll('\t', '    '));
}

/** Counts the terminal cells of a text. */
function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  segmenter ??= new Intl.Segmenter('en');
  for (const { segment } of segmenter.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

function joinFrame(lines: readonly FrameLine[]): string {
  return lines.map(({ gutter, text }) => `${gutter} ${text}`.trimEnd()).join('\n');
}

function toPlace({ file, line, column }: Span): string {
  return `${file}:${line}:${column}`;
}

const CONTEXT_LINES = 2;
const MAX_PLACES = 8;
const MAX_WIDTH = 100;
const MAX_LINE = 100 * MAX_WIDTH;
const LINE_END = /\r\n?|\n/;
/** Created on first use, because loading its tables takes longer than a command needs to start. */
let segmenter: Intl.Segmenter | undefined;
const NARROW = /^[\x20-\x7e]*$/;
/** East Asian wide characters and emoji. */
const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|^\p{Emoji_Presentation}|^\p{Emoji}\uFE0F/u;
