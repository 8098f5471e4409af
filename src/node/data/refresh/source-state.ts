import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { hash } from '../../hash.ts';
import { locateCache } from '../../typescript.ts';
import { writeDataset } from './write-file.ts';

const time = v.pipe(v.string(), v.isoTimestamp());

const FAILED = v.object({ at: time, kind: v.string(), message: v.string(), advice: v.string() });

const SOURCE_STATE = v.object({
  /** When the last request was sent. */
  asked: v.optional(time),
  /** When it last gave good rows, new or not. */
  good: v.optional(time),
  /** The end of the cooldown that the source requested. */
  notBefore: v.optional(time),
  /** How many rows it returned. */
  count: v.optional(v.number()),
  /** Names the state of file and recipe that the answers were merged into. */
  state: v.optional(v.string()),
  /** Where it stated something else than what is settled by hand. */
  differences: v.optional(v.array(v.string())),
  failed: v.optional(FAILED),
  /** The validators of responses (`ETag`, `Last-Modified`), by URL. */
  answers: v.optional(
    v.record(
      v.string(),
      v.object({ etag: v.optional(v.string()), modified: v.optional(v.string()) }),
    ),
  ),
});

const STATES = v.record(v.string(), SOURCE_STATE);

/** The state of a dataset's source after the last request. */
export type SourceState = v.InferOutput<typeof SOURCE_STATE>;

/** The states by dataset; a cache: without it, sources get one more request. */
export type SourceStates = Record<string, SourceState>;

/** Returns the file with the states of a project. */
function stateFile(root: string): string {
  return path.join(locateCache(root), 'data/memory.json');
}

/** Returns the lock file of a project. */
export function lockFile(root: string): string {
  return path.join(locateCache(root), 'data/refresh.lock');
}

/** Reads the cached states; empty when they cannot be read. */
export function readSourceStates(root: string): SourceStates {
  try {
    const result = v.safeParse(STATES, JSON.parse(readFileSync(stateFile(root), 'utf8')));
    return result.success ? result.output : {};
  } catch {
    return {};
  }
}

/** Writes the states into the cache. */
export function writeSourceStates(root: string, states: SourceStates): void {
  const file = stateFile(root);
  mkdirSync(path.dirname(file), { recursive: true });
  writeDataset(file, `${JSON.stringify(states, null, 1)}\n`);
}

/** Names the state of texts. */
export function nameState(...texts: string[]): string {
  return hash(texts.join('\0'));
}

/** Returns the part of a source's state that holds its differences, at most 50. */
export function keepDifferences(
  differences: readonly string[] = [],
): Pick<SourceState, 'differences'> {
  return differences.length === 0 ? {} : { differences: differences.slice(0, MAX_DIFFERENCES) };
}

/** More of them say that the source, or the pins, are wrong altogether. */
const MAX_DIFFERENCES = 50;
