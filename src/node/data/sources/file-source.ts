import { open } from 'node:fs/promises';
import path from 'node:path';
import type { FileRequest } from '../../../talk/data/update/request.ts';
import { describeReason } from '../../system-error.ts';
import { decodeBody } from '../http/decode.ts';
import { findProjectFiles, hasWildcards, refuse } from './project-files.ts';
import type { SourceContext } from './source-context.ts';

/** How many bytes the files of a request may have together. */
const MAX_BYTES = 64_000_000;

/** Reads files of the project; the lists of several files are joined. */
export async function askFiles(request: FileRequest, context: SourceContext): Promise<unknown> {
  const { root, kinds } = context;
  const values: unknown[] = [];
  let left = MAX_BYTES;
  for (const file of findProjectFiles(root, request.file)) {
    const bytes = await readBounded(file, left, request.file);
    left -= bytes.length;
    const host = path.relative(root, file).replaceAll('\\', '/');
    values.push(await decodeBody({ bytes, type: '', host }, { ...request, kinds }));
  }
  if (!hasWildcards(request.file)) return values[0];
  if (values.every((value) => Array.isArray(value))) return values.flat(1);
  throw refuse(request.file, 'several files are joined only where each is a list');
}

async function readBounded(file: string, most: number, pattern: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    const handle = await open(file, 'r');
    for await (const chunk of handle.createReadStream()) {
      bytes += (chunk as Buffer).length;
      if (bytes > most) break;
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    const reason = describeReason(error);
    if (reason === null) throw error;
    throw refuse(pattern, reason, 'Look at who may read it.');
  }
  if (bytes <= most) return Buffer.concat(chunks);
  const advice = 'Let DuckDB read it, with a query for the rows that slides show.';
  throw refuse(pattern, `more than ${MAX_BYTES / 1_000_000} MB are not read`, advice);
}
