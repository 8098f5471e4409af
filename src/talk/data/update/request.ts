import type { GenericSchema } from 'valibot';
import type { Interval } from '../../text/duration.ts';
import type { IsoDate } from '../../model/dataset.ts';

/**
 * How a response is parsed for a recipe. `csv` and `tsv` give rows, `html` an `HtmlPage`, and `json-lines` or `ndjson` a list.
 * `prometheus` gives samples, `xml` an `XmlElement`, and `text` is not parsed.
 */
export const ANSWER_FORMATS = [
  'csv',
  'html',
  'json',
  'json-lines',
  'ndjson',
  'prometheus',
  'text',
  'toml',
  'tsv',
  'xml',
] as const;

/** A format of responses. */
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

/** How a response is read and checked. */
export interface AnswerOptions {
  format: AnswerFormat;
  /** A valibot schema of the response; unknown keys pass, missing ones fail. Defaults to no check. */
  shape?: GenericSchema;
  /** The sign before decimals in `csv` and `tsv`; defaults to the one that the table shows. */
  decimal?: 'point' | 'comma';
  /** Its encoding, such as `windows-1252`; defaults to what the source says, else UTF-8. */
  encoding?: string;
}

/** A request to a web address. */
export interface WebRequest extends AnswerOptions {
  url: string;
  /** Names of the environment variables that hold user and key for basic authentication. */
  auth?: readonly [user: string, key: string];
  /** Headers; `env:NAME` in one is the value of an environment variable, which goes to this server alone. */
  headers?: Readonly<Record<string, string>>;
  /** The body, by which the request is a POST: a text, or a value that is sent as JSON; with `env:NAME` as in headers. */
  body?: unknown;
  /** How the next page of a long response is found; defaults to one page. */
  next?: NextPage;
  /** Whether `parse` gets `undefined` and the outcome reports it when there is no response. Defaults to false. */
  isOptional?: boolean;
  /** A file of a local git clone to read instead, if the environment variable names a clone. */
  clone?: { tree: string; revision: string; file: string };
}

/** How the pages of a response follow each other; the lists of all pages are joined. */
export type NextPage = {
  /** The path of the list in each page, such as `data.items`; defaults to the page itself. */
  rows?: string;
  /** The most pages; a longer response is refused. Defaults to 20. */
  limit?: number;
} &
  /** `from` is the path of the next address in a page; defaults to the header `Link`. */
  (
    | { by: 'link'; from?: string }
    /**
     * `from` is the path of the cursor in a page, and `into` a parameter of the address, or a path in the body. `more` is the path of
     * what says whether more pages follow; defaults to whether there is a cursor.
     */
    | { by: 'cursor'; from: string; into: string; more?: string }
    /** `into` is the parameter that counts pages; `first` defaults to 1. Ends at a page without rows. */
    | { by: 'page'; into: string; first?: number }
  );

/** A request for files of the project. */
export interface FileRequest extends AnswerOptions {
  /** A path from the folder `data` on, or from the project's root with `/`; `*`, `?` and `**` stand for several files. */
  file: string;
}

/** A request to a program of this machine, which prints its response. */
export interface CommandRequest extends AnswerOptions {
  /** The program and its words; no shell reads them. It runs in the project's root. */
  command: readonly string[];
  /** Environment variables that it gets, beside those of the system; defaults to none. */
  env?: readonly string[];
  /** Defaults to one minute, and is five minutes at most. */
  timeout?: Interval;
}

/** A query, with the values of its parameters. */
export interface Query {
  /** One SQL statement that reads. */
  query: string;
  /** The values of its parameters; defaults to none. */
  values?: readonly (string | number | boolean | null)[];
  shape?: GenericSchema;
  /** Defaults to one minute, and is five minutes at most. */
  timeout?: Interval;
}

/** A query of an SQLite file, which is opened for reading; its path is one of a `FileRequest` without wildcards. */
export interface SqliteRequest extends Query {
  sqlite: string;
}

/** A query of a PostgreSQL database, in a transaction that reads; the address is an environment variable, `env:NAME`. */
export interface PostgresRequest extends Query {
  postgres: `env:${string}`;
}

/** A query by DuckDB of files, which it reads and nothing else: tables by name, each a path or a web address. */
export interface DuckdbRequest extends Query {
  duckdb: Readonly<Record<string, string>>;
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

/** The commits to list: those of a `Shortlog`, or the files that they added. */
export interface History extends Shortlog {
  /** Whether each added file is listed, with the day of its commit. Defaults to false. */
  added?: boolean;
}

/** A request to a local git clone at the path in the environment variable `tree`; the response is git's output. */
export type CloneRequest = { tree: string } & (
  | { shortlog: Shortlog }
  | { history: History }
  | { titles: readonly string[] }
  | { lines: { revision: string; file: string; first: number; last: number } }
);

/** A request on this machine, or to a database. */
export type LocalRequest =
  | FileRequest
  | CommandRequest
  | SqliteRequest
  | PostgresRequest
  | DuckdbRequest;

/** A request to a source. */
export type Request = WebRequest | CloneRequest | LocalRequest;

/** Requests by name; responses have the same names. */
export type Requests = Readonly<Record<string, Request>>;

/** The kinds of sources: each request has one of these keys. */
export const SOURCE_KINDS = [
  'url',
  'tree',
  'file',
  'command',
  'sqlite',
  'postgres',
  'duckdb',
] as const;

/** Reports whether a request goes to the web. */
export function isWebRequest(request: Request): request is WebRequest {
  return 'url' in request;
}

/** Reports whether a request goes to a git clone. */
export function isCloneRequest(request: Request): request is CloneRequest {
  return 'tree' in request;
}

/** Distinguishes a request from several by name, which are objects. */
export function isRequest(ask: Request | Requests): ask is Request {
  return SOURCE_KINDS.some((kind) => {
    const value: unknown = (ask as Partial<Record<string, unknown>>)[kind];
    if (typeof value === 'string' || Array.isArray(value)) return true;
    return (
      kind === 'duckdb' && value !== undefined && 'query' in ask && typeof ask.query === 'string'
    );
  });
}
