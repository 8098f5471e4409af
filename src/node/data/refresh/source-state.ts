import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { findCache } from '../../typescript.ts';
import { writeWhole } from './write-file.ts';

const time = v.pipe(v.string(), v.isoTimestamp());

const FAILED = v.object({ at: time, kind: v.string(), message: v.string(), advice: v.string() });

const REMEMBERED = v.object({
  /** When the source was last asked. */
  asked: v.optional(time),
  /** When it last gave good rows, new or not. */
  good: v.optional(time),
  /** The source does not want to be asked before this. */
  notBefore: v.optional(time),
  /** How many rows it told. */
  count: v.optional(v.number()),
  /** Names the state of file and recipe that the answers were merged into. */
  state: v.optional(v.string()),
  failed: v.optional(FAILED),
  /** By address, what tells whether an answer changed. */
  answers: v.optional(
    v.record(
      v.string(),
      v.object({ etag: v.optional(v.string()), modified: v.optional(v.string()) }),
    ),
  ),
});

const MEMORY = v.record(v.string(), REMEMBERED);

/** What is remembered of the last time a dataset's source was asked. */
export type Remembered = v.InferOutput<typeof REMEMBERED>;

/** What is remembered, by dataset. Nothing in it is needed: without it, sources are asked once more. */
export type Memory = Record<string, Remembered>;

/** Where the memory of a project lies. */
function memoryFile(root: string): string {
  return path.join(findCache(root), 'data/memory.json');
}

/** Where the lock of a project lies. */
export function lockFile(root: string): string {
  return path.join(findCache(root), 'data/refresh.lock');
}

/** Reads what is remembered; nothing where it cannot be read. */
export function readMemory(root: string): Memory {
  try {
    const result = v.safeParse(MEMORY, JSON.parse(readFileSync(memoryFile(root), 'utf8')));
    return result.success ? result.output : {};
  } catch {
    return {};
  }
}

/** Writes what is remembered. */
export function writeMemory(root: string, memory: Memory): void {
  const file = memoryFile(root);
  mkdirSync(path.dirname(file), { recursive: true });
  writeWhole(file, `${JSON.stringify(memory, null, 1)}\n`, { isPrecious: false });
}

/** Names the state of texts. */
export function nameState(...texts: string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 16);
}
