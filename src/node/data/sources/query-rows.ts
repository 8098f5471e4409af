import { toDate } from '../../../talk/data/csv/date-cells.ts';
import { tidyDates } from '../../../talk/data/csv/typed-rows.ts';
import { localFailure } from '../http/bad-response.ts';
import { SourceError } from '../refresh/failure.ts';

/** How many rows a query may give. */
export const MAX_QUERY_ROWS = 100_000;

/** A row of a query. */
export type QueryRow = Record<string, unknown>;

const DATES = ['asOf', 'since', 'retrieved'];
const TOO_MANY = `it gives more than ${MAX_QUERY_ROWS} rows`;

/**
 * Gives columns the names that the schema has, since databases write names without quotes in small letters. Times
 * that are all midnight become days, in columns of dates.
 */
export function tidyRows(
  rows: readonly QueryRow[],
  kinds: ReadonlyMap<string, unknown>,
): QueryRow[] {
  const wanted = new Map([...DATES, ...kinds.keys()].map((name) => [name.toLowerCase(), name]));
  const tidy = rows.map((row) => {
    const entries = Object.entries(row).map(([column, value]): [string, unknown] => {
      const name = wanted.get(column.toLowerCase());
      const own = name === undefined || name in row ? column : name;
      return [own, DATES.includes(own) ? toDay(value) : value];
    });
    return Object.fromEntries(entries);
  });
  return tidyDates(tidy);
}

/** Reports that a query gave nothing. */
export function queryFailure(database: string, why: string, advice?: string): SourceError {
  const hint = 'Try the query in the database’s own program.';
  return new SourceError(localFailure(database, why.replace(/\.$/, ''), advice ?? hint));
}

/** Reports that a query gives too many rows for a dataset. */
export function tooManyRows(database: string): SourceError {
  return queryFailure(database, TOO_MANY, 'Let the query sum them up, or end it with "limit".');
}

function toDay(value: unknown): unknown {
  return typeof value === 'string' ? (toDate(value) ?? value) : value;
}
