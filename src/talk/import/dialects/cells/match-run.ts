import { alignLists } from '../../../text/align.ts';
import { scanLines } from '../../scan-lines.ts';

/** What the text of the last run has in the place of the cells of a deck, and of code in its words. */
export interface MatchedRun {
  /** What is in the place of the cell at a line of the deck; undefined where that is not known. */
  at(line: number): string | undefined;
  /** What is in the place of code in the words of a line; undefined where that is not known. */
  valueOf(line: number, code: string): string | undefined;
}

/** A line of a deck with words, or a cell as a whole. */
interface Item {
  text: string;
  line: number;
  isCell: boolean;
}

/** Finds what the last run made of the cells of a text by the words around them; null for a text of another deck. */
export function matchRun(text: string, run: string, firstLine: number): MatchedRun | null {
  const source = listItems(text);
  const lines = run.split('\n');
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  const aligned = alignLists(
    source.map(({ text: words, line, isCell }) => (isCell ? `\u0000${line}` : words.trim())),
    filled.map((index) => (lines[index] ?? '').trim()),
  );
  const same = aligned.filter(({ kind }) => kind === 'same').length;
  if (same < source.filter(({ isCell }) => !isCell).length / 2) return null;
  const outputs = new Map<number, string>();
  const values = new Map<string, string>();
  let [at, next, from] = [0, 0, 0];
  let gap: Item[] = [];
  for (const { kind } of [...aligned, { kind: 'same' as const }]) {
    if (kind === 'added') next++;
    else if (kind === 'gone') gap.push(...source.slice(at, ++at));
    else {
      const end = filled[next] ?? lines.length;
      fillGap(gap, lines.slice(from, end), { outputs, values });
      [at, next, gap, from] = [at + 1, next + 1, [], end + 1];
    }
  }
  return {
    at: (line) => outputs.get(line - firstLine + 1),
    valueOf: (line, code) => values.get(`${line - firstLine + 1} ${code}`),
  };
}

/** Lists the lines of a text that have words; a cell is one item. */
function listItems(text: string): Item[] {
  const items: Item[] = [];
  let fence: string | null = null;
  for (const { text: words, line } of scanLines(text)) {
    if (fence !== null) {
      if (words.trim() === fence) fence = null;
      continue;
    }
    const [, mark] = /^[ \t>]*(`{3,})[ \t]*\{\w[^}]*\}[ \t]*$/.exec(words) ?? [];
    if (words.trim() === '') continue;
    items.push({ text: words, line, isCell: mark !== undefined });
    fence = mark ?? null;
  }
  return items;
}

interface Found {
  outputs: Map<number, string>;
  values: Map<string, string>;
}

/** Divides what the run has between two common lines among the cells and the lines with code that the deck has there. */
function fillGap(gap: readonly Item[], written: readonly string[], found: Found): void {
  let rest = written;
  let cells: Item[] = [];
  for (const item of gap) {
    if (item.isCell) {
      cells.push(item);
      continue;
    }
    const match = findLine(item.text, rest);
    if (!match) return;
    fillCells(cells, rest.slice(0, match.index), found);
    for (const [code, value] of match.values) found.values.set(`${item.line} ${code}`, value);
    rest = rest.slice(match.index + 1);
    cells = [];
  }
  fillCells(cells, rest, found);
}

/** Finds the line that a line with code in its words became. */
function findLine(
  line: string,
  written: readonly string[],
): { index: number; values: [code: string, value: string][] } | null {
  const codes = [...line.matchAll(INLINE_CODE)].map(([code]) => code);
  if (codes.length === 0) return null;
  const parts = line.trim().split(INLINE_CODE);
  for (const [index, each] of written.entries()) {
    const values = readBetween(parts, each.trim());
    if (values) return { index, values: codes.map((code, place) => [code, values[place] ?? '']) };
  }
  return null;
}

/** Returns what a line has between parts of a text that follow each other; null where it does not have them all. */
function readBetween(parts: readonly string[], line: string): string[] | null {
  const [first = '', ...others] = parts;
  if (!line.startsWith(first)) return null;
  const values: string[] = [];
  let at = first.length;
  for (const [index, part] of others.entries()) {
    const isLast = index === others.length - 1;
    const end = isLast ? line.length - part.length : line.indexOf(part, at);
    if (end < at || !line.startsWith(part, end)) return null;
    values.push(line.slice(at, end));
    at = end + part.length;
  }
  return values;
}

/** Gives each cell its part of the run; where the parts have no frames the first one has all of them. */
function fillCells(cells: readonly Item[], written: readonly string[], { outputs }: Found): void {
  const frames = cells.length > 1 ? splitFrames(written) : [];
  cells.forEach((cell, index) => {
    const own = frames.length === cells.length ? frames[index] : index === 0 ? written : [];
    outputs.set(cell.line, (own ?? []).join('\n'));
  });
}

/** Splits what Quarto writes for cells at the divisions that frame each of them. */
function splitFrames(written: readonly string[]): string[][] {
  const frames: string[][] = [];
  let depth = 0;
  for (const { text, isInside } of scanLines(written.join('\n'))) {
    const opens = !isInside && /^:{3,}[ \t]*\{/.test(text);
    const closes = !isInside && /^:{3,}[ \t]*$/.test(text);
    if (opens && depth++ === 0) frames.push([]);
    if (depth > 0) frames.at(-1)?.push(text);
    if (closes) depth--;
  }
  return frames;
}

/** Code in a line that a program runs: "`r words`" or "`{python} words`". */
export const INLINE_CODE = /`(?:r[ \t]|\{(?:r|python|julia)\}[ \t])[^`]*`/g;
