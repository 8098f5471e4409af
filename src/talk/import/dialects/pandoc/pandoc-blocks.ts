import type { DeckSlide } from '../../deck.ts';
import { markItems } from '../../list-steps.ts';
import { scanLines, type ScannedLine } from '../../scan-lines.ts';
import type { References } from './cross-references.ts';
import { writeCellSpans } from './text/cell-spans.ts';

/** Translates blocks that only Pandoc reads: lines that keep their ends, tables drawn with signs, and quoted lists as steps. */
export function takeBlocks(
  slide: DeckSlide,
  taken: ReadonlySet<number>,
  references: References = new Map(),
): void {
  const lines = scanLines(slide.edits.text);
  const blocks: (readonly ScannedLine[])[] = [];
  for (let at = 0; at < lines.length; at++) {
    const end = endOfBlock(lines, at);
    if (end > at) blocks.push(lines.slice(at, end));
    at = Math.max(at, end);
  }
  blocks.forEach((block, index) => {
    if (taken.has(block[0]?.start ?? -1)) return;
    const isBesideTable = [blocks[index - 1], blocks[index + 1]].some(
      (each) => each !== undefined && isTable(each),
    );
    if (isBesideTable && CAPTION.test(block[0]?.text ?? ''))
      return takeCaption(block, { slide, references });
    takeBlock(block, slide);
  });
}

/** Checks whether lines are a table, as its first and its last one show. */
function isTable(block: readonly ScannedLine[]): boolean {
  const [first, second] = block.map(({ text }) => text);
  return (
    GRID.test(first ?? '') ||
    /^ {0,3}-{8,}[ \t]*$/.test(first ?? '') ||
    SIMPLE.test(first ?? '') ||
    SIMPLE.test(second ?? '') ||
    /^[ \t]*\|?[ \t]*:?-+:?[ \t]*\|/.test(second ?? '')
  );
}

/** Writes the caption of a table, "Table: words" or ": words", as small words with its number. */
function takeCaption(
  block: readonly ScannedLine[],
  { slide, references }: { slide: DeckSlide; references: References },
): void {
  const [first] = block;
  const last = block.at(-1);
  if (!first || !last) return;
  const text = block.map((line) => line.text.trim()).join(' ');
  const [, id] = /\{[^{}]*#([\w-]+)[^{}]*\}\s*$/.exec(text) ?? [];
  const words = text.replace(CAPTION, '').replace(/\s*\{[^{}]*\}\s*$/, '');
  const number = references.get(id ?? '');
  const written = `<small>${number === undefined ? '' : `${number}: `}${words}</small>`;
  const stretch = { start: first.start, end: last.start + last.text.length };
  slide.replace(stretch, written, ['translated', 'small words beside the table']);
}

/** Writes a quotation that is nothing but a list as the list with its steps, which Pandoc makes of it. */
export function takeQuotedLists(slide: DeckSlide): void {
  for (const token of slide.tokens) {
    if (token.type !== 'blockquote') continue;
    const lists = token.tokens.filter(({ type }) => type !== 'space');
    const isList = lists.length > 0 && lists.every(({ type }) => type === 'list');
    if (!isList) continue;
    const { start, end } = slide.stretch(token);
    const lines = slide.edits.text.slice(start, end).split('\n');
    let at = start;
    for (const line of lines) {
      const mark = /^ {0,3}> ?/.exec(line)?.[0].length ?? 0;
      if (mark > 0) slide.edits.replace({ start: at, end: at + mark }, '');
      at += line.length + 1;
    }
    for (const list of lists) if (list.type === 'list') markItems(list, slide);
    slide.note(token, 'translated', 'a list with its steps');
  }
}

function endOfBlock(lines: readonly ScannedLine[], from: number): number {
  let end = from;
  while (end < lines.length && isOfBlock(lines[end])) end++;
  return end;
}

/** Reports whether a line goes on with a block; the lines of divisions part blocks. */
function isOfBlock(line: ScannedLine | undefined): boolean {
  return line !== undefined && !line.isInside && !/^\s*(?:$|:{3,})/.test(line.text);
}

function takeBlock(block: readonly ScannedLine[], slide: DeckSlide): void {
  const [first] = block;
  const last = block.at(-1);
  if (!first || !last) return;
  const stretch = { start: first.start, end: last.start + last.text.length };
  if (GRID.test(first.text)) {
    const table = toPipeTable(block.map(({ text }) => text));
    if (table) slide.replace(stretch, table, ['translated', 'a table with | between its columns']);
    else slide.note(stretch, 'manual', 'Cells of this table go over several rows or columns.');
  } else if (
    block.every(({ text }) => /^\|(?: |$)/.test(text)) &&
    !block.some(({ text }) => /\|\s*$/.test(text.slice(1)))
  ) {
    const lines = block.map(({ text }) => text.slice(1).trimStart());
    slide.replace(stretch, lines.join('\\\n'), ['translated', 'lines with \\ at their ends']);
  } else if (SIMPLE.test(block[1]?.text ?? '') && block.length > 2) {
    const table = fromColumns(block.map(({ text }) => text));
    slide.replace(stretch, table, ['translated', 'a table with | between its columns']);
  }
}

/** Converts a grid table whose cells have one column and one row each; null for any other. */
function toPipeTable(lines: readonly string[]): string | null {
  const edges = [...(lines[0] ?? '').matchAll(/\+/g)].map(({ index }) => index);
  if (lines.some((line) => /\|[ \t]*(?::{3,}|`{3})/.test(line))) return null;
  const rows: string[][] = [];
  let row: string[] | null = null;
  let headed = -1;
  for (const line of lines) {
    if (line.startsWith('+')) {
      if (!/^\+[-=:+]+\+\s*$/.test(line)) return null;
      if (row) rows.push(row);
      if (line.includes('=')) headed = rows.length;
      row = null;
      continue;
    }
    const cells = edges
      .slice(0, -1)
      .map((start, index) => line.slice(start + 1, edges[index + 1]).trim());
    if (edges.some((edge) => line[edge] !== '|' && line[edge] !== '+')) return null;
    row = row ? row.map((cell, index) => [cell, cells[index]].filter(Boolean).join(' ')) : cells;
  }
  const head = headed > 0 ? (rows[0] ?? []) : edges.slice(1).map(() => '');
  return writeTable(head, rows.slice(headed > 0 ? 1 : 0));
}

/** Converts a table whose columns are those of the dashes below its head. */
function fromColumns(lines: readonly string[]): string {
  const columns = [...(lines[1] ?? '').matchAll(/-+/g)].map(({ index, 0: dashes }, at, all) => ({
    start: at === 0 ? 0 : index,
    end: all[at + 1]?.index ?? index + dashes.length + 1000,
  }));
  const read = (line: string): string[] =>
    columns.map(({ start, end }) => line.slice(start, end).trim());
  const [head = '', , ...rows] = lines.filter((line, index) => index < 2 || !SIMPLE.test(line));
  return writeTable(read(head), rows.map(read));
}

function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => writeCellSpans(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** How the caption of a table begins. */
const CAPTION = /^ {0,3}(?:[Tt]able:|:)[ \t]+/;
const GRID = /^\+(?:-+\+)+\s*$/;
const SIMPLE = /^ *-{2,}(?: +-{2,})+ *$/;
