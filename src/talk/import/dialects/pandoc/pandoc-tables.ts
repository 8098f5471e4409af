import type { ReadContext } from '../../dialect.ts';
import type { DeckSlide } from '../../deck.ts';
import { scanLines, type ScannedLine } from '../../scan-lines.ts';
import type { Stretch } from '../../text-edits.ts';
import { readBlocks, writeTable } from './pandoc-json.ts';

/**
 * Has Pandoc itself read the tables that only it knows: those of several lines a row, with spans, and those of LaTeX.
 * Returns where the tables begin that it has read.
 */
export function takeTables(slide: DeckSlide, { runPandoc }: ReadContext): Set<number> {
  const taken = new Set<number>();
  if (!runPandoc) return taken;
  const lines = scanLines(slide.edits.text);
  for (const { stretch, from } of listTables(lines)) {
    const written = slide.edits.text.slice(stretch.start, stretch.end);
    const [table] = readBlocks(runPandoc(`${written}\n`, { from }));
    const html = writeTable(table);
    if (html === null) continue;
    slide.replace(stretch, html, ['translated', 'a table, as Pandoc reads it']);
    taken.add(stretch.start);
  }
  return taken;
}

interface FoundTable {
  stretch: Stretch;
  from: 'markdown' | 'latex';
}

function listTables(lines: readonly ScannedLine[]): FoundTable[] {
  const found: FoundTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    const from = kindAt(lines, at);
    const end = from === null ? -1 : endOf(lines, at, from);
    const [first, last] = [lines[at], lines[end]];
    if (from === null || !first || !last) continue;
    found.push({ stretch: { start: first.start, end: last.start + last.text.length }, from });
    at = end;
  }
  return found;
}

function kindAt(lines: readonly ScannedLine[], at: number): FoundTable['from'] | null {
  const { text = '', isInside = true } = lines[at] ?? {};
  const isFirst = (lines[at - 1]?.text ?? '').trim() === '';
  if (isInside) return null;
  if (LATEX.test(text)) return 'latex';
  if (!isFirst) return null;
  if (GRID.test(text) && hasSpans(lines, at)) return 'markdown';
  return MULTILINE.test(text) && (lines[at + 1]?.text ?? '').trim() !== '' ? 'markdown' : null;
}

function endOf(lines: readonly ScannedLine[], from: number, kind: FoundTable['from']): number {
  const rest = lines.slice(from + 1);
  const { text = '' } = lines[from] ?? {};
  if (kind === 'latex') return from + rest.findIndex((line) => LATEX_END.test(line.text)) + 1;
  const end = GRID.test(text)
    ? rest.findIndex((line) => line.text.trim() === '')
    : rest.findIndex((line) => MULTILINE.test(line.text));
  if (GRID.test(text)) return end < 0 ? lines.length - 1 : from + end;
  return end < 0 ? -1 : from + end + 1;
}

/** Reports whether a table has cells that the reader of plain tables does not know. */
function hasSpans(lines: readonly ScannedLine[], from: number): boolean {
  const rest = lines.slice(from);
  const end = rest.findIndex((line) => line.text.trim() === '');
  const table = rest.slice(0, end < 0 ? undefined : end).map(({ text }) => text);
  const edges = [...(table[0] ?? '').matchAll(/\+/g)].map(({ index }) => index);
  return table.some(
    (line) =>
      (line.startsWith('+') && !/^\+[-=:+]+\+\s*$/.test(line)) ||
      edges.some((edge) => line[edge] !== '|' && line[edge] !== '+') ||
      /\|[ \t]*(?:(?:[-*+]|\d+\.)[ \t]|:{3,}|`{3})/.test(line),
  );
}

const GRID = /^\+(?:[-=]+\+)+\s*$/;
const MULTILINE = /^ {0,3}-{8,}[ \t]*$/;
const LATEX = /^\s*\\begin\{(?:tabular|tabularx|longtable)\*?\}/;
const LATEX_END = /\\end\{(?:tabular|tabularx|longtable)\*?\}/;
