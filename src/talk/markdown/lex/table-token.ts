import type { TableCell, TableToken } from '../../model/token.ts';
import { VERTICAL_BELOW } from '../cut.ts';
import { Tokenizer, type TokenizerObject } from 'marked';
import { FORMULA_IN_LINE } from './formula-token.ts';

/** Lexes tables; a `|` inside `{{ }}` or a formula does not end a cell. */
export const tables: TokenizerObject = {
  table(src) {
    const block = findTable(src);
    if (block === undefined) return false;
    const vertical = block.search(VERTICAL_BELOW);
    if (vertical >= 0) return this.table(src.slice(0, vertical + 1));
    if (!block.includes('{{') && !block.includes('$')) return false;
    const queued = this.lexer.inlineQueue.length;
    const token = Tokenizer.prototype.table.call(this, maskPipes(block));
    if (!token) return undefined;
    for (const entry of this.lexer.inlineQueue.slice(queued)) entry.src = unmaskPipes(entry.src);
    for (const cell of [token.header, ...token.rows].flat()) cell.text = unmaskPipes(cell.text);
    return { ...token, raw: block.slice(0, token.raw.length) };
  },
};

/** A table cell and its place in the table's rows; both count from 0. */
export interface CellPlace {
  cell: TableCell;
  source: string;
  row: number;
  column: number;
  /** Offsets in the cell's text at which its source has the backslash of an escaped pipe. */
  escapes: number[];
}

/** Lists the cells of a table with their places. */
export function listCellPlaces(table: TableToken): CellPlace[] {
  const lines = table.raw.split('\n');
  // The second line sets the alignment and has no cells.
  const rows = [table.header, [], ...table.rows];
  return rows.flatMap((cells, row) => {
    const sources = splitRow(lines[row] ?? '');
    return cells.map((cell, index) => {
      const { start: column, source } = sources[index] ?? { start: 0, source: '' };
      return { cell, source, row, column, escapes: listEscapes(source) };
    });
  });
}

/** Returns the lines up to the next blank one if the second is a delimiter row. */
function findTable(src: string): string | undefined {
  const first = src.indexOf('\n');
  if (first < 0) return undefined;
  const second = src.indexOf('\n', first + 1);
  if (!DELIMITER_ROW.test(src.slice(first + 1, second < 0 ? undefined : second))) return undefined;
  const end = src.indexOf('\n\n');
  return end < 0 ? src : src.slice(0, end + 1);
}

/** Splits a row at its pipes and returns each trimmed cell with its start. */
export function splitRow(line: string): { start: number; source: string }[] {
  const cells: { start: number; source: string }[] = [];
  const row = maskPipes(line);
  let start = 0;
  for (let at = 0; at <= row.length; at++) {
    const isPipe = row[at] === '|' && row[at - 1] !== '\\';
    if (!isPipe && at < row.length) continue;
    const cell = line.slice(start, at);
    const isEdge = cell.trim() === '' && (cells.length === 0 ? start === 0 : at === row.length);
    if (!isEdge) {
      const blanks = cell.length - cell.trimStart().length;
      cells.push({ start: start + blanks, source: cell.trim() });
    }
    start = at + 1;
  }
  return cells;
}

function listEscapes(source: string): number[] {
  const offsets: number[] = [];
  for (let at = source.indexOf('\\|'); at >= 0; at = source.indexOf('\\|', at + 1)) {
    offsets.push(at - offsets.length);
  }
  return offsets;
}

function maskPipes(text: string): string {
  const mask = (part: string): string => part.replaceAll(/(?<!\\)\|/g, STAND_IN);
  const masked = text.replace(VALUE, mask);
  return text.includes('$')
    ? masked
        .split('\n')
        .map((line) => line.replace(FORMULA_IN_LINE, mask))
        .join('\n')
    : masked;
}

function unmaskPipes(text: string): string {
  return text.replaceAll(STAND_IN, '|');
}

const DELIMITER_ROW = /^ {0,3}(?:[|:][\s|:]*)?-[\s|:-]*$/;
const VALUE = /\{\{[^}\n]*\}\}/g;
/** A character of Unicode's private use area, which texts do not contain. */
const STAND_IN = '\uE000';
