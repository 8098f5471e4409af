import { MIN_TEXT } from '../block-fit.ts';
import { countLines, measureText } from '../text-width.ts';
import type { TableCell } from './table-column.ts';
import type { TableView } from './table-view.ts';

/** Layout of a table: text size and padding in slide pixels, column widths in percent. */
export interface TableSize {
  size: number;
  padding: number;
  /** Height of a line, in text sizes. */
  leading: number;
  /** Share of the available width that the table takes. */
  width: number;
  columns: number[];
}

/** Room for a table in slide pixels. */
export interface TableRoom {
  width: number;
  height: number;
}

const MAX_SIZE = 26;
const LEADING = 1.3;
/** Last resort for a table that does not fit: tight lines in the smallest text. */
const DENSE = { leading: 1.2, padding: 1 };
const GAP = 28;
const PADDING = { least: 4, most: 13 };
/** Tolerance for rounding errors, as the widest cell is exactly as wide as its column. */
const ROUNDING = 0.01;
/** The line below each row. */
const RULE = 1.5;
/** Width of a mono letter, which is also set slightly smaller. */
const MONO = 0.6 * 0.94;
const STRONG = 1.06;
/** Room for the sign of a verdict. */
const SIGN = 1.4;
/** Maximum extra width of a table relative to its text. */
const SLACK = 1.5;
/** A table wider than this share takes the full width, so that it does not miss the margin by a little. */
const NEARLY_ALL = 0.8;

/** Finds the largest text size at which a table fits its room; null when even the smallest does not fit. */
export function fitTable(view: TableView, room: TableRoom, isDense = false): TableSize | null {
  const closeness = isDense ? DENSE : { leading: LEADING, padding: PADDING.least };
  for (let size = isDense ? MIN_TEXT : MAX_SIZE; size >= MIN_TEXT; size--) {
    const fit = fitAt(view, room, { ...closeness, size });
    if (fit) return fit;
  }
  return null;
}

/** Returns the text size of heads beside text of `size`. */
export function headSize(size: number): number {
  return Math.max(MIN_TEXT, Math.round(size * 0.78));
}

function fitAt(
  view: TableView,
  room: TableRoom,
  { size, leading, padding: least }: Pick<TableSize, 'size' | 'leading' | 'padding'>,
): TableSize | null {
  const widths = shareWidth(view, room.width, size);
  if (!widths) return null;
  const rows = view.groups.flatMap((group) => group.rows);
  const labels = view.groups.filter(({ label }) => label !== null).length;
  const lines = rows.map(({ cells }) =>
    Math.max(
      1,
      ...cells.map((cell, index) => linesOf(cell, size, (widths[index] ?? 0) - GAP + ROUNDING)),
    ),
  );
  const hasHead = view.heads.some(({ label }) => label !== '');
  const text = lines.reduce((sum, count) => sum + count, 0) * size * leading;
  const heads = (hasHead ? headSize(size) * leading + 12 : 0) + labels * (size * leading + 10);
  const caption = view.caption === null ? 0 : 45;
  const rest = room.height - text - heads - caption;
  const padding = Math.floor((rest / (rows.length + labels) - RULE) / 2);
  if (padding < least) return null;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const share = (total * SLACK) / room.width;
  const width = share > NEARLY_ALL ? 1 : share;
  return {
    size,
    padding: Math.min(PADDING.most, padding),
    leading,
    width: Math.round(width * 1000) / 10,
    columns: widths.map((column) => Math.round((column / total) * 1000) / 10),
  };
}

/** Gives each column the width of its longest cell; shrinks the widest columns when the sum is too large. */
function shareWidth(view: TableView, width: number, size: number): number[] | null {
  const cells = view.groups.flatMap(({ rows }) => rows.map((row) => row.cells));
  const natural = view.heads.map(({ label }, index) => {
    const head = measureText(label, headSize(size)) * STRONG;
    return Math.max(head, ...cells.map((row) => widthOf(row[index], size))) + GAP;
  });
  const least = view.heads.map(({ label }, index) => {
    const head = Math.max(...label.split(' ').map((word) => measureText(word, headSize(size))));
    return Math.max(head, ...cells.map((row) => leastWidthOf(row[index], size))) + GAP;
  });
  if (least.reduce((sum, one) => sum + one, 0) > width) return null;
  for (let cap = width; cap > 0; cap -= 4) {
    const shared = natural.map((one, index) => Math.min(one, Math.max(least[index] ?? 0, cap)));
    if (shared.reduce((sum, one) => sum + one, 0) <= width) return shared;
  }
  return null;
}

function textOf(cell: TableCell): string {
  return cell.items.join(cell.isCode ? ' ' : ', ');
}

function widthOf(cell: TableCell | undefined, size: number): number {
  if (!cell) return 0;
  const text = textOf(cell);
  if (cell.isCode) return text.length * size * MONO;
  return measureText(text, size) * STRONG + (cell.verdict ? size * SIGN : 0);
}

function leastWidthOf(cell: TableCell | undefined, size: number): number {
  if (!cell) return 0;
  const words = textOf(cell).split(' ');
  const longest = Math.max(...words.map((word) => widthOf({ ...cell, items: [word] }, size)));
  // Short cells stay on one line, because a broken version or verdict reads badly.
  return textOf(cell).length <= 16 || cell.verdict ? widthOf(cell, size) : longest;
}

function linesOf(cell: TableCell, size: number, width: number): number {
  const text = textOf(cell);
  if (cell.isCode) return Math.max(1, Math.ceil((text.length * size * MONO) / width));
  return countLines(text, size * STRONG, width);
}
