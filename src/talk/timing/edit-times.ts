import type { SlideFile, SlideSource } from '../model/slide-file.ts';

/** A new time for a slide of a file, by its place among the slides of the file. */
export interface TimeEdit {
  slide: number;
  /** As authors write it: "1min 40s". */
  time: string;
}

/** Lines of a file that an edit replaces, from 1; none of them where lines are added. */
export interface LineChange {
  line: number;
  removed: string[];
  added: string[];
}

/** Plans the changes of lines that give slides of a file a time; nothing else in the file changes. */
export function planTimeEdits(file: SlideFile, edits: readonly TimeEdit[]): LineChange[] {
  const lines = listLines(file.text);
  return edits
    .flatMap(({ slide, time }) => {
      const source = file.slides[slide];
      return source ? [planEdit(source, time, { file, lines })] : [];
    })
    .toSorted((a, b) => a.line - b.line);
}

/** Applies changes to a text, and keeps the ends of its lines. */
export function applyChanges(text: string, changes: readonly LineChange[]): string {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const end = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const lines = text.slice(mark.length).split(AFTER_LINE);
  for (const { line, removed, added } of changes.toReversed()) {
    lines.splice(line - 1, removed.length, ...added.map((one) => one + end));
  }
  return mark + lines.join('');
}

/** A slide file and its lines without their ends. */
interface Page {
  file: SlideFile;
  lines: readonly string[];
}

function planEdit(source: SlideSource, time: string, page: Page): LineChange {
  const { lines } = page;
  const { time: span, ...others } = source.keySpans;
  if (span) {
    const old = lines[span.line - 1] ?? '';
    const [before, after] = [
      old.slice(0, span.column - 1),
      old.slice(span.column - 1 + span.length),
    ];
    return { line: span.line, removed: [old], added: [before + time + after] };
  }
  const key = `time: ${time}`;
  const last = Math.max(0, ...Object.values(others).map(({ line }) => line));
  // Below the last key, before the dashes that end the front matter.
  if (last > 0) return { line: findEnd(lines, last + 1), removed: [], added: [key] };
  const cut = findCut(lines, source.span.line - 1);
  if (cut > findHeadEnd(page)) return { line: cut + 1, removed: [], added: [key, '---'] };
  const isFirstLine = cut === 0;
  return {
    line: cut + 1,
    removed: [],
    added: isFirstLine ? ['---', key, '---'] : ['', '---', key, '---'],
  };
}

/** Returns the line of the first dashes from a line on. */
function findDashes(lines: readonly string[], from: number): number {
  const found = lines.findIndex((line, index) => index >= from - 1 && DASHES.test(line));
  return found < 0 ? lines.length + 1 : found + 1;
}

/** Returns the line below the last one with text before the next dashes. */
function findEnd(lines: readonly string[], from: number): number {
  let line = findDashes(lines, from);
  while (line > from && (lines[line - 2] ?? '').trim() === '') line--;
  return line;
}

/** Returns the line of the dashes above a slide, with nothing but blank lines between; 0 for none. */
function findCut(lines: readonly string[], above: number): number {
  for (let line = above; line > 0; line--) {
    const text = lines[line - 1] ?? '';
    if (DASHES.test(text)) return line;
    if (text.trim() !== '') return 0;
  }
  return 0;
}

/** Returns the line that ends the front matter of the talk; 0 where there is none. */
function findHeadEnd({ file: { head, headSpans }, lines }: Page): number {
  const keys = Object.values(headSpans).map(({ line }) => line);
  return head === null || keys.length === 0 ? 0 : findDashes(lines, Math.max(...keys) + 1);
}

function listLines(text: string): string[] {
  return text.replace(BYTE_ORDER_MARK, '').split(/\r\n?|\n/);
}

const BYTE_ORDER_MARK = '\uFEFF';
const AFTER_LINE = /(?<=\n)|(?<=\r)(?!\n)/;
const DASHES = /^-{3,}[ \t]*$/;
