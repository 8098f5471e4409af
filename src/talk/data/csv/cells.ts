import { type CsvTable } from './csv.ts';
import { CsvError } from './csv-error.ts';
import { dropMidnights, toDate } from './date-cells.ts';

/** A cell as a dataset holds it. */
export type CellValue = string | number | null;

/** What the cells of a column are. */
export type ColumnKind = 'number' | 'date' | 'text';

/** A column of a table with its values read. */
export interface Column {
  name: string;
  kind: ColumnKind;
  values: CellValue[];
}

/** The decimal separator. */
export type Decimal = 'point' | 'comma';

const MISSING = /^(?:|na|n\/a|nan|null|none|-|–|—|\?)$/i;
const POINT_NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const COMMA_NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?(?:e[+-]?\d+)?$/i;
/** Codes and telephone numbers begin with a zero, and are no amounts. */
const CODE = /^[+-]?0\d/;
/** Thousands for one reader are decimals for another. */
const UNCLEAR = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
/** A number that can be read in one way. */
const PLAIN = /^-?\d{1,15}$/;
const SPACES = /(?<=\d)[\u0020\u00a0\u2009\u202f](?=\d{3}(?!\d))/g;

/** Reads the columns of a table: numbers, dates, and texts. */
export function readColumns(
  { head, rows, separator }: CsvTable,
  decimal: Decimal | null,
): Column[] {
  const columns = head.map((name, index) => ({
    name,
    cells: rows.map(({ cells }) => cells[index] ?? ''),
  }));
  const sign =
    decimal ??
    findDecimal(
      columns.flatMap(({ cells }) => cells),
      separator,
    );
  return columns.map(({ name, cells }) => {
    const known = cells.filter((cell) => cell !== '' && !MISSING.test(cell));
    const kind = findKind(name, known, sign);
    if (kind === 'number' && sign === null) refuseUnclear(name, cells, rows);
    const values = cells.map((cell) => readCell(cell, kind, sign ?? 'point'));
    return { name, kind, values: kind === 'date' ? [...dropMidnights(values)] : values };
  });
}

function findKind(name: string, known: readonly string[], sign: Decimal | null): ColumnKind {
  const isDate = known.length > 0 && known.every((cell) => toDate(cell) !== null);
  const isYears = known.every((cell) => /^\d{4}$/.test(cell));
  if (isDate && (!isYears || isDateName(name))) return 'date';
  const isNumber = known.length > 0 && known.every((cell) => isAmount(cell, sign));
  return isNumber ? 'number' : 'text';
}

/** Returns whether a column has the name of a date column. */
export function isDateName(name: string): boolean {
  return /^(?:as.?of|date|day|month|year|time|period|datum|jahr|monat|tag)$/i.test(name.trim());
}

function isAmount(cell: string, sign: Decimal | null): boolean {
  if (CODE.test(cell)) return false;
  const plain = cell.replaceAll(SPACES, '');
  const isPoint = POINT_NUMBER.test(plain);
  const isComma = COMMA_NUMBER.test(plain);
  const isNumber = sign === null ? isPoint || isComma : sign === 'point' ? isPoint : isComma;
  return isNumber && Number.isFinite(toNumber(plain, sign ?? 'point'));
}

/** Finds the decimal separator: the only one that fits a cell; null when no cell decides. */
export function findDecimal(cells: readonly string[], separator: string): Decimal | null {
  const signs = openSigns();
  for (const cell of cells) signs.see(cell);
  return signs.decide(separator);
}

/** Collects what cells show of the sign before decimals. */
export interface Signs {
  see(cell: string): void;
  /** Returns the only sign that fits what was seen; null when nothing decides. */
  decide(separator: string): Decimal | null;
}

const SIGN = /[.,]/;

/** Begins to look at cells for the sign before decimals. */
export function openSigns(): Signs {
  let [points, commas] = [false, false];
  return {
    see(cell) {
      if (!SIGN.test(cell)) return;
      const plain = cell.replaceAll(SPACES, '');
      if (CODE.test(plain) || UNCLEAR.test(plain)) return;
      const [isPoint, isComma] = [POINT_NUMBER.test(plain), COMMA_NUMBER.test(plain)];
      points ||= isPoint && !isComma;
      commas ||= isComma && !isPoint;
    },
    decide(separator) {
      if (points !== commas) return points ? 'point' : 'comma';
      // Programs that write commas between cells write points before decimals.
      return separator === ',' && !commas ? 'point' : null;
    },
  };
}

function refuseUnclear(name: string, cells: readonly string[], rows: CsvTable['rows']): void {
  const index = cells.findIndex((cell) => /[.,]/.test(cell));
  if (index < 0) return;
  throw new CsvError(
    `In line ${rows[index]?.line}, "${cells[index]}" in the column "${name}" can be two numbers.`,
    'Say which sign stands before decimals: --decimal point or --decimal comma.',
  );
}

function readCell(cell: string, kind: ColumnKind, sign: Decimal): CellValue {
  if (cell === '' || (kind !== 'text' && MISSING.test(cell))) return null;
  if (kind === 'number') return toNumber(cell.replaceAll(SPACES, ''), sign);
  return kind === 'date' ? toDate(cell) : cell;
}

function toNumber(plain: string, sign: Decimal): number {
  const bare =
    sign === 'point' ? plain.replaceAll(',', '') : plain.replaceAll('.', '').replace(',', '.');
  const number = Number(bare);
  // What does not survive as a number stays a text.
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? Number.NaN : number;
}

/** Reads a cell of a column of numbers: null for a missing one, undefined for what is no number, or could be two. */
export function readAmount(cell: string, sign: Decimal | null): number | null | undefined {
  if (PLAIN.test(cell)) return Number(cell);
  if (MISSING.test(cell)) return null;
  const plain = cell.replaceAll(SPACES, '');
  if (sign === null && /[.,]/.test(plain)) return undefined;
  const form = sign === 'comma' ? COMMA_NUMBER : POINT_NUMBER;
  const number = form.test(plain) ? toNumber(plain, sign ?? 'point') : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}
