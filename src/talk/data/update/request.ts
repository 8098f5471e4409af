import type { GenericSchema } from 'valibot';
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
  /** Whether `parse` gets `undefined` and the outcome reports it when there is no response. Defaults to false. */
  isOptional?: boolean;
  /** A file of a local git clone to read instead, if the environment variable names a clone. */
  clone?: { tree: string; revision: string; file: string };
}

/** A request for files of the project. */
export interface FileRequest extends AnswerOptions {
  /** A path from the folder `data` on, or from the project's root with `/`; `*`, `?` and `**` stand for several files. */
  file: string;
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
export type Request = WebRequest | CloneRequest | FileRequest;

/** Requests by name; responses have the same names. */
export type Requests = Readonly<Record<string, Request>>;

/** The kinds of sources: each request has one of these keys. */
export const SOURCE_KINDS = ['url', 'tree', 'file'] as const;

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
  return SOURCE_KINDS.some(
    (kind) => typeof (ask as Partial<Record<string, unknown>>)[kind] === 'string',
  );
}
