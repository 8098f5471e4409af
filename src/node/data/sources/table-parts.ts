import { closeSync, openSync, readSync } from 'node:fs';
import { openCsvDecoder } from '../../../talk/data/csv/csv.ts';
import { readTable } from '../../../talk/data/csv/csv-stream.ts';
import type { FileRequest } from '../../../talk/data/update/request.ts';
import { parseLine, refuseChallenge, toSourceError, type DecodeOptions } from '../http/decode.ts';

/** The bytes that are read at once. */
const PART_BYTES = 1 << 20;
/** What shows that a file is a page for people. */
const START_BYTES = 4096;
const LINES: readonly string[] = ['ndjson', 'json-lines'];

/** A file whose rows are read. */
export interface TableFile {
  file: string;
  /** Its name in messages. */
  host: string;
  /** How many bytes it may have, and what is thrown where it has more. */
  most: number;
  refuse(): Error;
}

/** Reports whether a file can be read part by part: one with a row a line, whose types are known. */
export function isInParts(
  { format }: FileRequest,
  { kinds }: Pick<DecodeOptions, 'kinds'>,
): boolean {
  if (LINES.includes(format)) return true;
  return (format === 'csv' || format === 'tsv') && (kinds?.size ?? 0) > 0;
}

/** Reads the rows of a file part by part, so that its text is never in memory as a whole. */
export function readRowsInParts(table: TableFile, options: DecodeOptions): unknown[] {
  const { format, decimal = null, kinds = new Map() } = options;
  const parts = (): Iterable<string> => readParts(table, options);
  try {
    if (LINES.includes(format)) return readLines(parts());
    return readTable(parts, { kinds, decimal, given: format === 'tsv' ? '\t' : undefined });
  } catch (error) {
    throw isOfSystem(error) ? error : toSourceError(error, table.host, format);
  }
}

function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** Parses one line after another. */
function readLines(parts: Iterable<string>): unknown[] {
  const rows: unknown[] = [];
  let rest = '';
  let line = 0;
  const take = (text: string): void => void rows.push(...parseLine(text, line++));
  for (const part of parts) {
    const lines = `${rest}${part}`.split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
  }
  take(rest);
  return rows;
}

/** Reads and decodes a file; refuses one that is binary, and a page for people. */
function* readParts(
  { file, host, most, refuse }: TableFile,
  options: DecodeOptions,
): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    let read = 0;
    let decode: ReturnType<typeof openCsvDecoder> | null = null;
    for (;;) {
      const bytes = Buffer.allocUnsafe(PART_BYTES);
      const length = readSync(handle, bytes, 0, PART_BYTES, null);
      const part = bytes.subarray(0, length);
      read += length;
      if (read > most) throw refuse();
      if (!decode) refuseChallenge(part.subarray(0, START_BYTES).toString(), host, options.format);
      decode ??= openCsvDecoder(part, options.encoding);
      yield decode(part, length === 0);
      if (length === 0) return;
    }
  } finally {
    closeSync(handle);
  }
}
