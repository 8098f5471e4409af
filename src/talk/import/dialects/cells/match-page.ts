import { alignLists } from '../../../text/align.ts';
import { scanLines } from '../../scan-lines.ts';
import { readCell, type Cell } from './cell-options.ts';
import type { MatchedRun } from './match-run.ts';
import { readPage } from './page-cells.ts';
import { isSilent } from './silent-code.ts';

/** A part of a deck or of its page: a heading, and the cells below it. */
interface Section<Own> {
  words: string;
  cells: Own[];
}

interface SourceCell extends Cell {
  line: number;
}

/** Finds what the cells of a text gave on the page that was made of it: by the headings, and by the order of cells below each. */
export function matchPage(text: string, page: string, firstLine: number): MatchedRun | null {
  const source = listSections(text);
  const made: Section<string>[] = [{ words: '', cells: [] }];
  for (const item of readPage(page)) {
    if (item.kind === 'cell') made.at(-1)?.cells.push(item.text);
    else made.push({ words: toKey(item.words), cells: [] });
  }
  const outputs = new Map<number, string>();
  let [at, next] = [0, 0];
  let own: SourceCell[] = [];
  let given: string[] = [];
  const match = (): void => {
    pairCells(own, given).forEach(([{ line }, output]) => outputs.set(line, output));
    own = [];
    given = [];
  };
  for (const { kind } of alignLists(
    source.map(({ words }) => words),
    made.map(({ words }) => words),
  )) {
    if (kind === 'same') match();
    if (kind !== 'added') own.push(...(source[at++]?.cells ?? []));
    if (kind !== 'gone') given.push(...(made[next++]?.cells ?? []));
  }
  match();
  if (outputs.size === 0) return null;
  return { at: (line) => outputs.get(line - firstLine + 1), valueOf: () => undefined };
}

/** Pairs the cells of a part with those of the page, where there are as many; silent ones may have left no trace. */
function pairCells(own: readonly SourceCell[], given: readonly string[]): [SourceCell, string][] {
  const shown = given.filter((text) => text !== '');
  const loud = own.filter((cell) => cell.options.get('echo') === true || !isSilent(cell.code));
  for (const [cells, texts] of [
    [own, given],
    [loud, given],
    [loud, shown],
  ] as const) {
    if (cells.length === texts.length)
      return cells.map((cell, index) => [cell, texts[index] ?? '']);
  }
  return [];
}

function listSections(text: string): Section<SourceCell>[] {
  const sections: Section<SourceCell>[] = [{ words: '', cells: [] }];
  let open: { mark: string; braces: string; line: number; lines: string[] } | null = null;
  for (const { text: words, line, isInside } of scanLines(text)) {
    if (open) {
      if (words.trim() === open.mark) {
        const cell = { ...readCell(open.braces, open.lines.join('\n')), line: open.line };
        if (cell.options.get('include') !== false) sections.at(-1)?.cells.push(cell);
        open = null;
      } else open.lines.push(words);
      continue;
    }
    const [, mark, braces] = /^[ \t>]*(`{3,})[ \t]*\{(\w[^}]*)\}[ \t]*$/.exec(words) ?? [];
    if (mark !== undefined && braces !== undefined) open = { mark, braces, line, lines: [] };
    const [, heading] = isInside ? [] : (/^#{1,6}[ \t]+(.*)$/.exec(words) ?? []);
    if (heading !== undefined)
      sections.push({ words: toKey(heading.replace(/\{[^{}]*\}\s*$/, '')), cells: [] });
  }
  return sections;
}

/** Returns the letters and digits of a heading, by which it is known on the page. */
function toKey(words: string): string {
  return words
    .replaceAll(/\]\([^()]*\)|\]\{[^{}]*\}|<[^<>]*>/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
