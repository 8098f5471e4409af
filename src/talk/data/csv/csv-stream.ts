import { openSigns, type Decimal } from './cells.ts';
import { checkCount, checkWidth, openCsv } from './csv.ts';
import type { CsvError } from './csv-error.ts';
import { eachRecord, type CsvCursor, type CsvRecord, type Separator } from './csv-records.ts';
import {
  checkHead,
  listTypedColumns,
  readTypedRow,
  tidyDates,
  type TableRow,
  type TypedColumn,
  type TypedOptions,
} from './typed-rows.ts';

/** Reads a table part by part, so that no more of its text is kept than one record. */
export interface TableReader {
  push(text: string): void;
  /** Returns all rows; throws a `CsvError`, of the first fault. */
  end(): TableResult;
}

/** The rows of a table; or the sign before its decimals, by which it has to be read again from its beginning. */
export type TableResult = { rows: TableRow[] } | { readAgain: Decimal | null };

/** How a table is read; without `sign`, the sign before decimals is that which its cells show. */
export interface TableOptions extends TypedOptions {
  given?: Separator | undefined;
  sign?: Decimal | null;
}

/** The first part has to hold the whole head. */
const MIN_START = 100_000;
/** Texts that are kept once, however often they are in a column. */
const MAX_SHARED = 20_000;
const MAX_LENGTH = 40;

/** Opens a table of typed rows. */
export function openTable(options: TableOptions): TableReader {
  const signs = openSigns();
  const isKnown = options.decimal !== null || options.sign !== undefined;
  const shared = new Map<string, string>();
  const rows: TableRow[] = [];
  let opened: { separator: Separator; assumed: Decimal | null } | null = null;
  let head: CsvRecord | undefined;
  let columns: TypedColumn[] = [];
  let named = 0;
  let count = 0;
  let text = '';
  let line = 1;
  let fault: CsvError | null = null;

  function takeHead(record: CsvRecord): void {
    head = record;
    named = record.cells.findLastIndex((name) => name !== '') + 1;
    checkHead(record.cells.slice(0, named));
    columns = listTypedColumns(record.cells.slice(0, named), options.kinds);
  }

  function takeRow(record: CsvRecord): void {
    if (!head) return takeHead(record);
    count++;
    checkWidth(record, head);
    // Columns at the end without a name are those of spreadsheets, as long as they are empty.
    if (record.cells.findLastIndex((cell) => cell !== '') >= named) checkHead(head.cells);
    if (!isKnown)
      columns.forEach(({ kind }, at) => kind === 'number' && signs.see(record.cells[at] ?? ''));
    if (fault) return;
    try {
      rows.push(share(readTypedRow(record, columns, opened?.assumed ?? null)));
    } catch (error) {
      if (isKnown) throw error;
      // It may be a number by another sign, which a later cell shows.
      fault = error as CsvError;
    }
  }

  /** Keeps each of the texts that occur again and again once. */
  function share(row: TableRow): TableRow {
    for (const { name } of columns) {
      const cell = row[name];
      if (typeof cell !== 'string' || cell.length > MAX_LENGTH) continue;
      const known = shared.get(cell);
      if (known !== undefined) row[name] = known;
      else if (shared.size < MAX_SHARED) shared.set(cell, cell);
    }
    return row;
  }

  function read(isLast: boolean): void {
    let from: CsvCursor = { at: 0, line };
    if (!opened) {
      const start = openCsv(text, options.given);
      const usual = start.separator === ',' ? 'point' : null;
      opened = {
        separator: start.separator,
        assumed: options.decimal ?? (options.sign === undefined ? usual : options.sign),
      };
      from = start.from;
    }
    const rest = eachRecord(text, { separator: opened.separator, from, isLast }, takeRow);
    text = text.slice(rest.at);
    line = rest.line;
  }

  return {
    push(part) {
      text += part;
      if (opened || text.length >= MIN_START) read(false);
    },
    end() {
      read(true);
      checkCount(head, count);
      const sign = isKnown ? undefined : signs.decide(opened?.separator ?? ',');
      if (sign !== undefined && sign !== opened?.assumed) return { readAgain: sign };
      if (fault) throw fault;
      return { rows: tidyDates(rows) };
    },
  };
}

/** Reads a table from its parts, twice where a late cell shows the sign before decimals. */
export function readTable(parts: () => Iterable<string>, options: TableOptions): TableRow[] {
  const table = openTable(options);
  for (const part of parts()) table.push(part);
  const result = table.end();
  if ('rows' in result) return result.rows;
  return readTable(parts, { ...options, sign: result.readAgain });
}
