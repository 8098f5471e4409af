import { wrapText } from '../../../talk/text/wrap.ts';
import type { Terminal } from '../../terminal.ts';

/** What a table is printed on: its colours, and how many characters fit on a line. */
export type Screen = Pick<Terminal, 'style' | 'columns'>;

/** Colours a text. */
export type Paint = (text: string) => string;

/** A cell of a printed table: what it says, and how. */
export interface PrintedCell {
  text: string;
  paint?: Paint;
  isRight?: boolean;
}

const MIN_CELL_LENGTH = 8;
const INDENT = '  ';
const GAP = '  ';

/** Writes rows in columns of even width that fit the screen; without heads, no line for them. */
export function renderTable(
  heads: readonly string[],
  rows: readonly PrintedCell[][],
  { style, columns }: Screen,
): string {
  const head = heads.map((text, column): PrintedCell => {
    const isRight = rows[0]?.[column]?.isRight ?? false;
    return { text, paint: style.dim, isRight };
  });
  const lines = heads.length > 0 ? [head, ...rows] : rows;
  const widths = fitWidths(measure(lines), columns);
  return lines.map((cells) => renderLine(cells, widths)).join('\n');
}

/** Counts the characters that a table needs on a line so that nothing in it is cut short. */
export function tableWidth(heads: readonly string[], rows: readonly PrintedCell[][]): number {
  return widthOf(measure([heads.map((text) => ({ text })), ...rows]));
}

/** Writes what a stranger may have worded as lines that fit the screen. */
export function renderWords(text: string, indent: string, { columns }: Screen): string[] {
  const lines = wrapText(printable(text), columns - indent.length);
  return lines.map((line) => indent + line);
}

function measure(lines: readonly PrintedCell[][]): number[] {
  const columns = Math.max(0, ...lines.map((cells) => cells.length));
  return Array.from({ length: columns }, (_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.text.length ?? 0)),
  );
}

/** Takes from the widest column, again and again, until all fit. */
function fitWidths(widths: readonly number[], room: number): number[] {
  const fitted = [...widths];
  while (widthOf(fitted) > room) {
    const widest = fitted.indexOf(Math.max(...fitted));
    const width = fitted[widest] ?? 0;
    if (width <= MIN_CELL_LENGTH) break;
    fitted[widest] = width - 1;
  }
  return fitted;
}

function widthOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + GAP.length, INDENT.length - GAP.length);
}

function renderLine(cells: readonly PrintedCell[], widths: readonly number[]): string {
  const texts = widths.map((width, column) => {
    const { text = '', paint, isRight = false } = cells[column] ?? {};
    const short = shorten(text, width);
    const blanks = ' '.repeat(width - short.length);
    const painted = paint ? paint(short) : short;
    return isRight ? blanks + painted : painted + blanks;
  });
  return INDENT + texts.join(GAP).trimEnd();
}

/** Takes out what could steer a terminal: words of strangers are words only. */
export function printable(text: string): string {
  return text.replace(/\p{C}+/gu, ' ');
}

/** Cuts a text from an untrusted source to `width` characters. */
export function shorten(long: string, width: number): string {
  const text = printable(long);
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}
