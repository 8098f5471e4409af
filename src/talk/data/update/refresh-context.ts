import type { Interval } from '../../text/duration.ts';
import type { Cell, Dataset, IsoDate, PartialDate, Row, Source } from '../../model/dataset.ts';
import { isRequest, type Request, type Requests } from './request.ts';

/** Data for recipes in addition to the responses. */
export interface RefreshContext {
  today: IsoDate;
  /** The current dataset; null for a new one. */
  last: Dataset | null;
  /** Another dataset of the project. */
  dataset(name: string): Dataset | undefined;
}

/** Rows from a source: dated ones of a series, or facts of a list by key. */
export interface FreshRows {
  rows: Row[];
  /** Whether the source returns its whole history; known rows are then matched with it. Defaults to false. */
  isWhole?: boolean;
}

/** A whole table from a source. */
export interface FreshTable {
  asOf: PartialDate;
  table: Row[];
}

/** The result of a recipe. */
export type Fresh = FreshRows | FreshTable;

/** The source of a dataset, its request limits, and the conversion of its responses to rows. */
export interface RefreshRecipe {
  /** The key in the dataset's `sources` for new rows. */
  id: string;
  /** The value of that key; its licence applies to the data. A source on the web has both an address and a licence. */
  source: Source;
  /** Defaults to Rostrum's name and version, with the contact in ROSTRUM_CONTACT. */
  userAgent?: string;
  /** Minimum interval between requests to the source. */
  minInterval: Interval;
  /** How often the source changes; after this, a refresh is due. */
  updatePeriod: Interval;
  /** Age at which figures are stale. */
  staleAfter: Interval;
  /** Environment variables that the requests need; defaults to none. */
  needs?: readonly string[];
  /** One request, with its response as `answer`, or several by name. */
  ask: Request | Requests | ((context: RefreshContext) => Requests);
  /** Converts the responses to rows, defaults to the one response as rows; an error is reported as an unexpected shape. */
  parse?(answers: Readonly<Record<string, unknown>>, context: RefreshContext): Fresh;
  /** The column with the day from which a row was known, for `rostrum data refresh --history`; defaults to the row's date. */
  since?: string;
  /** Cells of new rows that the source does not provide. */
  blank?: Readonly<Record<string, Cell>>;
}

/** Returns the requests by name. */
export function namedRequests({ ask }: RefreshRecipe, context: RefreshContext): Requests {
  if (typeof ask === 'function') return ask(context);
  return isRequest(ask) ? { answer: ask } : ask;
}

/** Reports whether fresh data are a whole table. */
export function isTable(fresh: Fresh): fresh is FreshTable {
  return 'table' in fresh;
}
