import type { GenericSchema } from 'valibot';
import type { Interval } from '../../text/duration.ts';
import type { Cell, Dataset, IsoDate, PartialDate, Row, Source } from '../../model/dataset.ts';

/** How an answer is read before a recipe sees it: `html` becomes an `HtmlPage`, `json-lines` a list, `text` stays. */
export type AnswerFormat = 'json' | 'json-lines' | 'toml' | 'html' | 'text';

/** Asks an address of the web. */
export interface WebRequest {
  url: string;
  format: AnswerFormat;
  /** A valibot schema of the answer; unknown keys pass, missing ones fail. Defaults to leaving it to `parse`. */
  shape?: GenericSchema;
  /** Names of the environment variables that hold user and key for basic authentication. */
  auth?: readonly [user: string, key: string];
  /** Where it gives nothing, `parse` gets `undefined` for it, and the outcome says so. Defaults to false. */
  isOptional?: boolean;
  /** A file of a local git clone that is read instead, where the environment variable names one. */
  clone?: { tree: string; revision: string; file: string };
}

/** Whose commits are counted: those between two revisions, or those of a stretch of days up to a revision. */
export interface Shortlog {
  /** Commits that it already had are left out; defaults to none. */
  from?: string;
  to: string;
  /** The first and the last day on which they were committed, by UTC; default to all. */
  since?: IsoDate;
  until?: IsoDate;
  paths?: readonly string[];
  /** What a line of their message begins with, as an extended regular expression; defaults to all. */
  titled?: string;
}

/** Asks a local git clone, whose folder the environment variable `tree` names; the answer is git's text. */
export type CloneRequest = { tree: string } & (
  | { shortlog: Shortlog }
  | { titles: readonly string[] }
  | { lines: { revision: string; file: string; first: number; last: number } }
);

/** One question to a source. */
export type Request = WebRequest | CloneRequest;

/** Questions by name; their answers come back under the same names. */
export type Requests = Readonly<Record<string, Request>>;

/** What a recipe may look at besides the answers. */
export interface RefreshContext {
  today: IsoDate;
  /** The dataset as it is; null where there is none yet. */
  last: Dataset | null;
  /** Another dataset of the project. */
  dataset(name: string): Dataset | undefined;
}

/** Rows that a source tells: dated ones of a series, or facts of a list by their key. */
export interface FreshRows {
  rows: Row[];
  /** Whether the source tells all it ever told; known rows are then looked for among these. Defaults to false. */
  isWhole?: boolean;
}

/** A whole table as a source shows it. */
export interface FreshTable {
  asOf: PartialDate;
  table: Row[];
}

/** What a recipe makes of the answers. */
export type Fresh = FreshRows | FreshTable;

/** Which source a dataset is brought up to date from, its etiquette, and how its answers become rows. */
export interface RefreshRecipe {
  /** The key in the dataset's `sources` that new rows carry. */
  id: string;
  /** What stands under that key; its licence is the one of the data. */
  source: Source & { url: string; licence: string };
  /** Defaults to Rostrum's name and version, with the contact in ROSTRUM_CONTACT. */
  userAgent?: string;
  /** The source is never asked again sooner than this. */
  minInterval: Interval;
  /** How often the source changes: after this a change is due. */
  updatePeriod: Interval;
  /** When figures of this age are stale. */
  staleAfter: Interval;
  /** Environment variables without which the source cannot be asked; defaults to none. */
  needs?: readonly string[];
  /** What to ask: one request, whose answer is called `answer`, or several by name. */
  ask: Request | Requests | ((context: RefreshContext) => Requests);
  /** Makes rows of the answers; whatever it throws is reported as a shape that was not expected. */
  parse(answers: Readonly<Record<string, unknown>>, context: RefreshContext): Fresh;
  /** Cells of new rows that the source does not tell. */
  blank?: Readonly<Record<string, Cell>>;
}

/** Gives requests their names. */
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
