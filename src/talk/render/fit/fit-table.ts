import type { Place, Ruler } from './ruler.ts';
import type { Level } from './fit-levels.ts';
import { elementsOf, type Element } from './fit-tree.ts';
import { countLines, cutWords, widthOf, widthOfLine, type Word } from './fit-words.ts';

/** Space at the end of a cell, and the lines below rows and below the head. */
const CELL_GAP = 24;
const RULE = 1.5;
const HEAD_RULE = 2;
const HEAD_SIZE = 19;
const HEAD_PADDING = 10;
/** How much less than their content columns may get before words are broken. */
const ROUNDING = 0.5;
/** Share of a table up to which a column of names may keep to one line. */
const NAME = 0.25;

interface Row {
  cells: Word[][];
  isHead: boolean;
}

/** A table to measure: its rows, split into words once. */
export interface MeasuredTable {
  rows: Row[];
  columns: number;
  /** Whether a cell is over several columns, so that those behind it count otherwise. */
  hasSpans: boolean;
}

/** Splits the cells of a table into words. */
export function readTable(table: Element): MeasuredTable {
  let hasSpans = false;
  const rows = listRows(table).map((row) => {
    const cells = elementsOf(row).filter(({ name }) => name === 'td' || name === 'th');
    hasSpans ||= cells.some(({ span }) => span > 1);
    const isHead = cells.length > 0 && cells.every(({ name }) => name === 'th');
    const words = cells.flatMap((cell) => [
      cutWords([...cell.children, cell.pad], isHead || cell.name === 'th' ? 'strong' : 'regular'),
      ...Array.from({ length: cell.span - 1 }, (): Word[] => []),
    ]);
    return { cells: words, isHead };
  });
  return { rows, columns: Math.max(0, ...rows.map(({ cells }) => cells.length)), hasSpans };
}

/** How a table is set in its room. */
export interface PlacedTable {
  height: number;
  /** Columns whose words must be broken, from 0. */
  cuts: number[];
  /** Columns of names, from 0, that keep to one line although others do not; null where none has to turn. */
  names: number[] | null;
}

/** Places a table in the width of its room; words that do not fit are broken, those of short columns last. */
export function measureTable(
  table: MeasuredTable,
  width: number,
  { size, padding, leading }: Level['table'],
): PlacedTable {
  const { rows, columns, hasSpans } = table;
  const sizeOf = ({ isHead }: Row): number => (isHead ? Math.min(HEAD_SIZE, size) : size);
  const indexes = Array.from({ length: columns }, (_, index) => index);
  const gapOf = (index: number): number => (index < columns - 1 ? CELL_GAP : 0);
  const widest = (measure: (words: readonly Word[], size: number) => number): number[] =>
    indexes.map((index) => {
      const cells = rows.map((row) => measure(row.cells[index] ?? [], sizeOf(row)));
      return Math.max(1, ...cells.map((cell) => cell + gapOf(index)));
    });
  const most = widest(widthOfLine);
  const isRoomy = sum(most) <= width;
  const words = widest(longestOf);
  const own = listCuts(words, width);
  const cuts = own.length > 0 && hasSpans ? indexes : own;
  const least = words.map((one, index) =>
    cuts.includes(index) ? Math.min(one, size + gapOf(index)) : one,
  );
  const heightWith = (names: readonly number[]): number => {
    const bounds = least.map((one, index) => (names.includes(index) ? lineOf(index) : one));
    const widths = shareWidth(bounds, most, width);
    const heights = rows.map((row) => {
      const lines = row.cells.map((cell, index) => {
        const room = (widths[index] ?? width) - gapOf(index) + (isRoomy ? ROUNDING : -ROUNDING);
        return names.includes(index) && !row.isHead ? 1 : countLines(cell, sizeOf(row), room);
      });
      const text = Math.max(1, ...lines) * sizeOf(row) * leading;
      return row.isHead
        ? text + Math.min(HEAD_PADDING, padding) + HEAD_RULE
        : text + 2 * padding + RULE;
    });
    return sum(heights);
  };
  /** The width of a column whose cells keep to one line; those of the head may turn. */
  const lineOf = (index: number): number => {
    const cells = rows.filter(({ isHead }) => !isHead).map((row) => row.cells[index] ?? []);
    return Math.max(
      least[index] ?? 0,
      ...cells.map((cell) => widthOfLine(cell, size) + gapOf(index)),
    );
  };
  if (isRoomy) return { height: heightWith([]), cuts, names: null };
  const [first, all] = listNames(indexes.map(lineOf), least, width);
  const height = heightWith(first);
  const less = all.length > first.length && !hasSpans ? heightWith(all) : height;
  return less < height ? { height: less, cuts, names: all } : { height, cuts, names: first };
}

/** Lists the columns whose words are wider than an equal share of what the others leave. */
function listCuts(words: readonly number[], width: number): number[] {
  if (sum(words) <= width) return [];
  let open = [...words.keys()];
  let room = width;
  for (;;) {
    const share = room / open.length;
    const whole = open.filter((index) => (words[index] ?? 0) <= share);
    if (whole.length === 0) return open;
    room -= sum(whole.map((index) => words[index] ?? 0));
    open = open.filter((index) => !whole.includes(index));
  }
}

/**
 * Lists the columns that can keep to one line: the first alone, and with those that need least for it. Each is no wider than its share
 * or a quarter, and all of them leave the others their words.
 */
function listNames(
  lines: readonly number[],
  least: readonly number[],
  width: number,
): [first: number[], all: number[]] {
  let room = width - sum(least);
  const extraOf = (index: number): number => (lines[index] ?? 0) - (least[index] ?? 0);
  const accept = (index: number): boolean => {
    const isShort = (lines[index] ?? 0) <= Math.max(width / lines.length, width * NAME);
    if (lines.length < 2 || !isShort || extraOf(index) > room) return false;
    room -= extraOf(index);
    return true;
  };
  const first = lines.length > 0 && accept(0) ? [0] : [];
  const others = [...lines.keys()].slice(1).filter((index) => extraOf(index) > 0);
  others.sort((a, b) => extraOf(a) - extraOf(b));
  return [first, [...first, ...others.filter(accept)]];
}

/** Distributes a width to columns as browsers do: their longest word, and a share of the rest. */
function shareWidth(least: readonly number[], most: readonly number[], width: number): number[] {
  const [small, large] = [sum(least), sum(most)];
  if (large <= width) return most.map((one) => (one / large) * width);
  if (small >= width) return [...least];
  const share = (width - small) / (large - small);
  return least.map((one, index) => one + ((most[index] ?? one) - one) * share);
}

function longestOf(words: readonly Word[], size: number): number {
  return Math.max(0, ...words.map((word) => widthOf(word, size)));
}

function listRows(element: Element): Element[] {
  return elementsOf(element).flatMap((child) =>
    child.name === 'tr' ? [child] : child.name === 'table' ? [] : listRows(child),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Remembers how the tables of a slide are set at a level; one style is for all of them. */
export function noteTable({ cuts, names }: PlacedTable, level: Level, ruler: Ruler): void {
  if (cuts.length > 0) ruler.cuts.set(level, new Set([...(ruler.cuts.get(level) ?? []), ...cuts]));
  if (!names) return;
  const before = ruler.names.get(level);
  ruler.names.set(level, before ? names.filter((index) => before.includes(index)) : names);
}

/** Returns the styles of a table, which is smaller in a frame. */
export function tableAt({ isFramed }: Place, element: Element, level: Level): Level['table'] {
  if (isFramed !== true) return level.table;
  const rows = countRows(element);
  const size = Math.min(rows < 6 ? 21 : 19, level.table.size);
  return { ...level.table, size, padding: Math.min(rows < 6 ? 7 : 4, level.table.padding) };
}

function countRows(element: Element): number {
  const own = elementsOf(element).filter(({ name }) => name === 'tr').length;
  return (
    own +
    elementsOf(element).reduce(
      (sum, child) => sum + (child.name === 'thead' ? 0 : countRows(child)),
      0,
    )
  );
}
