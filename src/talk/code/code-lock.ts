import type { CodeExcerpt, CommitCode } from '../model/code/code.ts';
import type { Checked, Span } from '../model/problem.ts';
import { badLock } from '../problems/problems.ts';
import { findConflicts, reportConflicts, takeFirstSide } from '../source/merge-conflict.ts';
import { parseCodePlace } from './code-place.ts';
import { MAX_CODE_LINES } from './code-lines.ts';
import { isRecord } from '../text/value/record.ts';

/** The file that keeps code from commits, at the root of a project. */
export const LOCK_FILE = 'rostrum.lock';

/** Code from commits as a project keeps it. */
export interface CodeLock {
  /** The web pages of repositories, by their name. */
  repositories: ReadonlyMap<string, string>;
  /** Lines by the name of their place. */
  code: ReadonlyMap<string, CommitCode>;
}

const VERSION = 1;
const EMPTY: CodeLock = { repositories: new Map(), code: new Map() };
const COMMIT = /^(?:[\da-f]{40}|[\da-f]{64})$/;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const WEB = /^https?:\/\/[^\s@]+$/;

/** Parses a lock; entries that cannot be used are left out and reported. */
export function parseLock(text: string | undefined): Checked<CodeLock> {
  if (text === undefined) return { value: EMPTY, problems: [] };
  const conflicts = findConflicts(text);
  const problems = reportConflicts(conflicts, LOCK_FILE);
  const source = conflicts.length > 0 ? takeFirstSide(text, conflicts) : text;
  const json = parseJson(source);
  if (!isRecord(json) || json['version'] !== VERSION) {
    const why = isRecord(json) ? 'is of another version of Rostrum' : 'is no JSON';
    return { value: EMPTY, problems: [...problems, badLock(why, spanOf('', text))] };
  }
  const report = (key: string): void => {
    problems.push(badLock(`has an entry "${key}" that cannot be used`, spanOf(key, text)));
  };
  return { value: readLock(json, report), problems };
}

function readLock(json: Record<string, unknown>, report: (key: string) => void): CodeLock {
  const repositories = new Map<string, string>();
  const code = new Map<string, CommitCode>();
  for (const [name, web] of entriesOf(json['repositories'])) {
    if (typeof web === 'string' && WEB.test(web)) repositories.set(name, web);
    else report(name);
  }
  for (const [key, entry] of entriesOf(json['code'])) {
    const read = readCode(entry);
    if (read && fits(key, read)) code.set(key, read);
    else report(key);
  }
  return { repositories, code };
}

/** Checks whether lines are those that the name of their place says. */
function fits(key: string, { before, after }: CommitCode): boolean {
  const place = parseCodePlace(key);
  if (typeof place === 'string' || place.kind === 'file') return false;
  if ((place.since === null) !== (before === null)) return false;
  if (place.part.kind !== 'lines') return true;
  const { first, last } = place.part;
  return after.first === first && after.lines.length === last - first + 1;
}

function readCode(entry: unknown): CommitCode | null {
  if (!isRecord(entry)) return null;
  if (!('after' in entry)) {
    const after = readExcerpt(entry);
    return after && after.lines.length > 0 ? { after, before: null } : null;
  }
  const [before, after] = [readExcerpt(entry['before']), readExcerpt(entry['after'])];
  return before && after ? { after, before } : null;
}

function readExcerpt(value: unknown): CodeExcerpt | null {
  if (!isRecord(value)) return null;
  const { commit, date, first, lines } = value;
  if (typeof commit !== 'string' || !COMMIT.test(commit)) return null;
  if (typeof date !== 'string' || !DAY.test(date)) return null;
  if (typeof first !== 'number' || !Number.isSafeInteger(first) || first < 1) return null;
  if (!Array.isArray(lines) || lines.length > MAX_CODE_LINES) return null;
  if (!lines.every((line) => typeof line === 'string' && !/[\r\n]/.test(line))) return null;
  return { commit, date, first, lines: lines as string[] };
}

/** Writes a lock as text: sorted, one line of code a line. */
export function writeLock({ repositories, code }: CodeLock): string {
  const json = {
    version: VERSION,
    ...(repositories.size > 0 ? { repositories: sortEntries(repositories) } : {}),
    code: sortEntries(new Map([...code].map(([key, entry]) => [key, toJson(entry)]))),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function toJson({ before, after }: CommitCode): unknown {
  const write = ({ commit, date, first, lines }: CodeExcerpt): unknown => {
    return { commit, date, first, lines };
  };
  return before === null ? write(after) : { before: write(before), after: write(after) };
}

function sortEntries<Value>(map: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns the place of a key in a lock, or of its first line. */
export function spanOf(key: string, text: string): Span {
  const lines = text.split('\n');
  const written = JSON.stringify(key);
  const at = key === '' ? -1 : lines.findIndex((line) => line.trimStart().startsWith(written));
  const line = lines[Math.max(0, at)] ?? '';
  const column = at < 0 ? 1 : line.indexOf('"') + 1;
  const length = at < 0 ? Math.max(1, line.length) : written.length;
  return { file: LOCK_FILE, line: Math.max(0, at) + 1, column, length };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}
