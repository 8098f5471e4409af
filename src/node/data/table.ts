import type { Terminal } from '../terminal.ts';

type Style = Terminal['style'];

/** Colours a text. */
export type Paint = (text: string) => string;

/** A cell of a printed table: what it says, and how. */
export interface PrintedCell {
  text: string;
  paint?: Paint;
  isRight?: boolean;
}

const LONGEST_CELL = 44;

/** Writes rows in columns of even width; without heads, no line for them. */
export function renderTable(
  heads: readonly string[],
  rows: readonly PrintedCell[][],
  style: Style,
): string {
  const columns = Math.max(heads.length, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(
      heads[column]?.length ?? 0,
      ...rows.map((row) => shorten(row[column]?.text ?? '').length),
    ),
  );
  const pad = (cell: PrintedCell | undefined, column: number): string => {
    const text = shorten(cell?.text ?? '');
    const blanks = ' '.repeat((widths[column] ?? 0) - text.length);
    const painted = cell?.paint ? cell.paint(text) : text;
    if (cell?.isRight) return blanks + painted;
    return column === columns - 1 ? painted : painted + blanks;
  };
  const line = (cells: readonly PrintedCell[]): string =>
    `  ${Array.from({ length: columns }, (_, column) => pad(cells[column], column)).join('  ')}`.trimEnd();
  const head = heads.map((text, column): PrintedCell => {
    const isRight = rows[0]?.[column]?.isRight ?? false;
    return { text, paint: style.dim, isRight };
  });
  return [...(heads.length > 0 ? [line(head)] : []), ...rows.map(line)].join('\n');
}

function shorten(text: string): string {
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
}
