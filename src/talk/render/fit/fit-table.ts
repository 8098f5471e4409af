import type { Place } from './ruler.ts';
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

interface Row {
  cells: Word[][];
  isHead: boolean;
}

/** A table to measure: its rows, split into words once. */
export interface MeasuredTable {
  rows: Row[];
  columns: number;
}

/** Splits the cells of a table into words. */
export function readTable(table: Element): MeasuredTable {
  const rows = listRows(table).map((row) => {
    const cells = elementsOf(row).filter(({ name }) => name === 'td' || name === 'th');
    const isHead = cells.length > 0 && cells.every(({ name }) => name === 'th');
    const words = cells.flatMap((cell) => [
      cutWords([...cell.children, cell.pad], isHead || cell.name === 'th' ? 'strong' : 'regular'),
      ...Array.from({ length: cell.span - 1 }, (): Word[] => []),
    ]);
    return { cells: words, isHead };
  });
  return { rows, columns: Math.max(0, ...rows.map(({ cells }) => cells.length)) };
}

/** Returns the height of a table with the width of its room; words that do not fit are broken. */
export function measureTable(
  { rows, columns }: MeasuredTable,
  width: number,
  { size, padding, leading }: Level['table'],
): { height: number; isCut: boolean } {
  const sizeOf = ({ isHead }: Row): number => (isHead ? Math.min(HEAD_SIZE, size) : size);
  const indexes = Array.from({ length: columns }, (_, index) => index);
  const gapOf = (index: number): number => (index < columns - 1 ? CELL_GAP : 0);
  const most = indexes.map((index) =>
    Math.max(
      1,
      ...rows.map((row) => widthOfLine(row.cells[index] ?? [], sizeOf(row)) + gapOf(index)),
    ),
  );
  const least = indexes.map((index) =>
    Math.max(
      1,
      ...rows.map((row) => longestOf(row.cells[index] ?? [], sizeOf(row)) + gapOf(index)),
    ),
  );
  const isRoomy = sum(most) <= width;
  const isCut = sum(least) > width;
  const letters = least.map((one, index) => Math.min(one, size + gapOf(index)));
  const widths = shareWidth(isCut ? letters : least, most, width);
  const heights = rows.map((row) => {
    const lines = row.cells.map((cell, index) =>
      countLines(
        cell,
        sizeOf(row),
        (widths[index] ?? width) - gapOf(index) + (isRoomy ? ROUNDING : -ROUNDING),
      ),
    );
    const text = Math.max(1, ...lines) * sizeOf(row) * leading;
    return row.isHead
      ? text + Math.min(HEAD_PADDING, padding) + HEAD_RULE
      : text + 2 * padding + RULE;
  });
  return { height: sum(heights), isCut };
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
