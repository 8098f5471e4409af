/** The place of a fault in a table. */
export interface CsvPlace {
  /** The offset at which its record begins. */
  start: number;
  line: number;
  /** The index of the column; absent for the whole line. */
  column?: number;
}

/** Why a file is not read as CSV. */
export class CsvError extends Error {
  readonly hint: string;
  /** Null for the whole file. */
  readonly place: CsvPlace | null;
  constructor(message: string, hint: string, place: CsvPlace | null = null) {
    super(message);
    this.hint = hint;
    this.place = place;
    this.name = 'CsvError';
  }
}
