import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileAnswer } from '../../talk/model/code/code.ts';
import { isWithin } from '../paths.ts';
import { describeReason, hasCode } from '../system-error.ts';
import { decodeCode } from './clone.ts';

/** Files that no slide quotes: what git, package managers and services keep, and keys. */
const PRIVATE =
  /(?:^|\/)(?:\.git|node_modules)\/|(?:^|\/)(?:\.env(?:\.|$)|\.npmrc$|\.netrc$|id_(?:rsa|dsa|ecdsa|ed25519)$)|\.(?:pem|key|p12|pfx)$/i;
const MAX_BYTES = 2_000_000;
const MAX_NAMES = 500;

/** Returns a function that reads the files of a project that slides quote, each again when it changed. */
export function openQuotedFiles(
  root: string,
  stampOf: (file: string) => string | null,
): (file: string) => FileAnswer {
  const known = new Map<string, { stamp: string | null; answer: FileAnswer }>();
  return (file) => {
    const stamp = stampOf(file);
    const last = known.get(file);
    if (last && last.stamp === stamp && stamp !== null) return last.answer;
    const answer = readFile(root, file, stamp);
    known.set(file, { stamp, answer });
    return answer;
  };
}

function readFile(root: string, file: string, stamp: string | null): FileAnswer {
  if (file.startsWith('..') || path.isAbsolute(file) || PRIVATE.test(file)) {
    return { why: 'private' };
  }
  if (stamp === null) return { why: 'missing', names: listNear(root, file) };
  try {
    // A link in the folder of a stranger may lead to any file of this machine.
    const place = realpathSync(path.join(root, file));
    const top = realpathSync(root);
    const inner = path.relative(top, place).replaceAll('\\', '/');
    if (!isWithin(place, top) || PRIVATE.test(inner)) return { why: 'private' };
    if (statSync(place).size > MAX_BYTES) return { why: 'large' };
    const bytes = readFileSync(place);
    return bytes.includes(0) ? { why: 'binary' } : { text: decodeCode(bytes) };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return { why: 'missing', names: [] };
    if (describeReason(error) !== null) return { why: 'private' };
    throw error;
  }
}

/** Lists files of the same name elsewhere in the project. */
function findNamed(root: string, name: string): string[] {
  const found: string[] = [];
  const folders = ['.'];
  for (let at = 0; at < folders.length && at < MAX_FOLDERS; at++) {
    const folder = folders[at] ?? '.';
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const inner = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
      if (entry.isDirectory()) folders.push(inner);
      else if (entry.name === name && !PRIVATE.test(inner)) found.push(inner);
    }
  }
  return found;
}

const MAX_FOLDERS = 500;
const SKIPPED = new Set(['node_modules', 'dist']);

/** Lists the files beside a missing one, for a hint. */
function listNear(root: string, file: string): string[] {
  const folder = path.posix.dirname(file);
  try {
    const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const inner = names.map((name) => (folder === '.' ? name : `${folder}/${name}`));
    const near = inner.filter((name) => !PRIVATE.test(name)).slice(0, MAX_NAMES);
    const name = path.posix.basename(file);
    return near.includes(file) ? near : [...near, ...findNamed(root, name)];
  } catch {
    return [];
  }
}
