import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileRequest } from '../../../talk/data/update/request.ts';
import { describeReason } from '../../system-error.ts';
import { decodeBody } from '../http/decode.ts';
import type { SourceError } from '../refresh/failure.ts';
import { findProjectFiles, hasWildcards, refuse } from './project-files.ts';
import type { SourceContext } from './source-context.ts';
import { isInParts, readRowsInParts } from './table-parts.ts';

/** How many bytes the files of a request may have together. */
const MAX_BYTES = 64_000_000;

/** Reads files of the project; the lists of several files are joined. */
export async function askFiles(request: FileRequest, context: SourceContext): Promise<unknown> {
  const { root, kinds } = context;
  const { file: pattern } = request;
  const values: unknown[] = [];
  let left = MAX_BYTES;
  for (const file of findProjectFiles(root, pattern)) {
    const host = path.relative(root, file).replaceAll('\\', '/');
    const options = { ...request, kinds };
    const most = left;
    if (isInParts(request, options)) {
      left -= (await orRefuse(() => stat(file), pattern)).size;
      const table = { file, host, most, refuse: () => tooLarge(pattern) };
      values.push(await orRefuse(() => readRowsInParts(table, options), pattern));
      continue;
    }
    const bytes = await orRefuse(() => readBounded(file, most), pattern);
    if (!bytes) throw tooLarge(pattern);
    left -= bytes.length;
    values.push(await decodeBody({ bytes, type: '', host }, options));
  }
  if (!hasWildcards(pattern)) return values[0];
  if (values.every((value) => Array.isArray(value))) return values.flat(1);
  throw refuse(pattern, 'several files are joined only where each is a list');
}

function tooLarge(pattern: string): SourceError {
  const advice = 'Let DuckDB read it, with a query for the rows that slides show.';
  return refuse(pattern, `more than ${MAX_BYTES / 1_000_000} MB are not read`, advice);
}

/** Reads a file, or says why the machine does not let it be read. */
async function orRefuse<Value>(
  read: () => Value | Promise<Value>,
  pattern: string,
): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    const reason = describeReason(error);
    if (reason === null) throw error;
    throw refuse(pattern, reason, 'Look at who may read it.');
  }
}

async function readBounded(file: string, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const handle = await open(file, 'r');
  for await (const chunk of handle.createReadStream()) {
    bytes += (chunk as Buffer).length;
    if (bytes > most) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
