import type { AnswerFormat, AnswerOptions } from '../../../talk/data/update/request.ts';
import type { SchemaKind } from '../../../talk/data/csv/column-kinds.ts';
import { findBinary } from '../../../talk/data/csv/binary.ts';
import { decodeCsv, parseCsv } from '../../../talk/data/csv/csv.ts';
import { CsvError } from '../../../talk/data/csv/csv-error.ts';
import { readTable } from '../../../talk/data/csv/csv-stream.ts';
import { inferRows } from '../../../talk/data/csv/typed-rows.ts';
import { parseJson } from '../../../talk/data/formats/parse-json.ts';
import { parsePrometheus } from '../../../talk/data/formats/prometheus.ts';
import { withoutStop } from '../refresh/attempt.ts';
import { shapeFailure } from './bad-response.ts';
import { SourceError } from '../refresh/failure.ts';
import { challengeFailure } from './no-response.ts';
import { reasonOf } from '../../../talk/text/error-text.ts';

/** The bytes of a response, and its headers about them. */
export interface Body {
  bytes: Buffer;
  /** The content type header; empty when it is missing. */
  type: string;
  host: string;
}

const CHARSET = /charset="?([\w-]+)/i;
const BINARY = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|gzip|x-tar)/i;
const TITLE = /<title[^>]*>([^<]*)</i;
const IS_HTML = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i;
const CHALLENGE =
  /not a bot|anubis|just a moment|checking your browser|captcha|cf-challenge|access denied/i;
/** Marks of a challenge page. */
const HEAD_LENGTH = 4000;

/** How a response is decoded. */
export type DecodeOptions = Pick<AnswerOptions, 'format' | 'decimal' | 'encoding'> & {
  /** The kinds of columns, by which the cells of `csv` and `tsv` are read; defaults to texts. */
  kinds?: ReadonlyMap<string, SchemaKind>;
};

/** Decodes a response in its format; reports the title when it is a page for people instead. */
export async function decodeBody(body: Body, options: DecodeOptions): Promise<unknown> {
  const { host, type } = body;
  const { format } = options;
  const binary = findBinary(body.bytes);
  if (binary) throw new SourceError(shapeFailure(host, `it is ${binary.name}`, binary.hint));
  if (BINARY.test(type)) throw new SourceError(shapeFailure(host, `it is of the type ${type}`));
  try {
    if (format === 'csv' || format === 'tsv') return readCsvBody(body, options);
    const text = decodeText(body, options.encoding);
    refuseChallenge(text, host, format);
    return await readFormat(text, format);
  } catch (error) {
    throw toSourceError(error, host, format);
  }
}

/** Says of a response or file why it is not of its format. */
export function toSourceError(error: unknown, host: string, format: AnswerFormat): SourceError {
  if (error instanceof SourceError) return error;
  if (error instanceof CsvError) {
    return new SourceError(shapeFailure(host, lowerFirst(withoutStop(error.message)), error.hint));
  }
  const what = error instanceof Error ? firstLine(error.message) : String(error);
  return new SourceError(shapeFailure(host, `it is no ${format.toUpperCase()} (${what})`), error);
}

function readCsvBody(body: Body, options: DecodeOptions): unknown {
  const { format, decimal = null, kinds = new Map<string, SchemaKind>() } = options;
  const text = decodeCsv(body.bytes, options.encoding ?? CHARSET.exec(body.type)?.[1]);
  refuseChallenge(text, body.host, format);
  const given = format === 'tsv' ? '\t' : undefined;
  // A schema that names no columns says nothing about types, so they follow from the cells.
  if (kinds.size === 0) return inferRows(parseCsv(text, given), decimal);
  return readTable(() => [text], { kinds, decimal, given });
}

/** Finds the title of a page for people; null when the text is no page. */
export function findPageTitle(text: string): string | null {
  const head = text.slice(0, HEAD_LENGTH);
  if (!IS_HTML.test(head)) return null;
  const title = (TITLE.exec(head)?.[1] ?? '').replace(/&#39;|&apos;/g, "'").replace(/&amp;/g, '&');
  // Untrusted text is printed on a terminal, so only printable characters are kept.
  return title
    .replace(/[^\P{C}]+|\s+/gu, ' ')
    .trim()
    .slice(0, 80);
}

function decodeText({ bytes, type, host }: Body, encoding?: string): string {
  const charset = encoding ?? CHARSET.exec(type)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    const what = `it is not written in ${charset.toUpperCase()}`;
    throw new SourceError(shapeFailure(host, what), error);
  }
}

/** Refuses a page for people where data are expected. */
export function refuseChallenge(text: string, host: string, format: AnswerFormat): void {
  const title = findPageTitle(text);
  if (title === null) return;
  if (format === 'html' && !CHALLENGE.test(title)) return;
  throw new SourceError(challengeFailure(host, title));
}

async function readFormat(
  text: string,
  format: Exclude<AnswerFormat, 'csv' | 'tsv'>,
): Promise<unknown> {
  switch (format) {
    case 'text':
      return text;
    case 'json':
      return parseJson(text);
    case 'json-lines':
    case 'ndjson':
      return text.split('\n').flatMap(parseLine);
    case 'prometheus':
      return parsePrometheus(text);
    case 'xml':
      return (await import('../xml-tree.ts')).readXml(text);
    case 'toml':
      return (await import('smol-toml')).parse(text);
    case 'html':
      return (await import('../html-tables.ts')).readPage(text);
    default:
      throw new Error(`there is no format "${String(format satisfies never)}"`);
  }
}

/** Parses a line of JSON; none where it is empty. */
export function parseLine(line: string, index: number): unknown[] {
  if (line.trim() === '') return [];
  try {
    return [parseJson(line)];
  } catch (error) {
    throw new Error(`line ${index + 1}: ${reasonOf(error)}`, { cause: error });
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').slice(0, 120).replace(/\.$/, '');
}
