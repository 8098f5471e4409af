import type { DeckSlide } from '../../deck.ts';
import { markItems } from '../../list-steps.ts';
import { scanLines, type ScannedLine } from '../../scan-lines.ts';

/** Translates blocks that only Pandoc reads: lines that keep their ends, tables drawn with signs, and quoted lists as steps. */
export function takeBlocks(slide: DeckSlide, taken: ReadonlySet<number>): void {
  const lines = scanLines(slide.edits.text);
  for (let at = 0; at < lines.length; at++) {
    const end = endOfBlock(lines, at);
    const block = lines.slice(at, end);
    if (block.length > 0 && !taken.has(lines[at]?.start ?? -1)) takeBlock(block, slide);
    at = Math.max(at, end);
  }
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
  while (end < lines.length && lines[end]?.text.trim() !== '' && !lines[end]?.isInside) end++;
  return end;
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
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const GRID = /^\+(?:-+\+)+\s*$/;
const SIMPLE = /^ *-{2,}(?: +-{2,})+ *$/;
