import type { GenericSchema } from 'valibot';
import type { Interval } from '../../text/duration.ts';
import type { Cell, Dataset, IsoDate, PartialDate, Row, Source } from '../../model/dataset.ts';

/** How a response is parsed for a recipe: `html` as an `HtmlPage`, `json-lines` as a list, `text` not at all. */
export type AnswerFormat = 'json' | 'json-lines' | 'toml' | 'html' | 'text';

/** A request to a web address. */
export interface WebRequest {
  url: string;
  format: AnswerFormat;
  /** A valibot schema of the response; unknown keys pass, missing ones fail. Defaults to no check. */
  shape?: GenericSchema;
  /** Names of the environment variables that hold user and key for basic authentication. */
  auth?: readonly [user: string, key: string];
  /** Whether `parse` gets `undefined` and the outcome reports it when there is no response. Defaults to false. */
  isOptional?: boolean;
  /** A file of a local git clone to read instead, if the environment variable names a clone. */
  clone?: { tree: string; revision: string; file: string };
}

/** The commits to count: between two revisions, or between two days up to a revision. */
export interface Shortlog {
  /** Excludes the commits of this revision; defaults to none. */
  from?: string;
  to: string;
  /** The first and last day of the commits, in UTC; defaults to all. */
  since?: IsoDate;
  until?: IsoDate;
  paths?: readonly string[];
  /** Prefix of the commit message, as an extended regular expression; defaults to any. */
  titled?: string;
}

/** A request to a local git clone at the path in the environment variable `tree`; the response is git's output. */
export type CloneRequest = { tree: string } & (
  | { shortlog: Shortlog }
  | { titles: readonly string[] }
  | { lines: { revision: string; file: string; first: number; last: number } }
);

/** A request to a source. */
export type Request = WebRequest | CloneRequest;

/** Requests by name; responses have the same names. */
export type Requests = Readonly<Record<string, Request>>;

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
  /** The value of that key; its licence applies to the data. */
  source: Source & { url: string; licence: string };
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
  /** Converts the responses to rows; an error is reported as an unexpected shape. */
  parse(answers: Readonly<Record<string, unknown>>, context: RefreshContext): Fresh;
  /** Cells of new rows that the source does not provide. */
  blank?: Readonly<Record<string, Cell>>;
}

/** Returns the requests by name. */
export function namedRequests({ ask }: RefreshRecipe, context: RefreshContext): Requests {
  if (typeof ask === 'function') return ask(context);
  return isRequest(ask) ? { answer: ask } : ask;
}

/** Reports whether a request goes to the web. */
export function isWebRequest(request: Request): request is WebRequest {
  return 'url' in request;
}

/** Reports whether fresh data are a whole table. */
export function isTable(fresh: Fresh): fresh is FreshTable {
  return 'table' in fresh;
}

function isRequest(ask: Request | Requests): ask is Request {
  return (
    typeof ask['url' as keyof typeof ask] === 'string' ||
    typeof ask['tree' as keyof typeof ask] === 'string'
  );
}
