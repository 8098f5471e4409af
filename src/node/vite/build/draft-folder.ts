import {
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { isRunning } from '../../cache-file.ts';
import { canWrite } from '../../engine.ts';
import { hasCode } from '../../system-error.ts';

/** A folder that is written beside its place. */
export interface DraftFolder {
  /** Where to write. */
  readonly folder: string;
  /** Moves the draft to its place, and removes the previous folder. */
  publish(): void;
  /** Removes a draft that was not published. */
  discard(): void;
}

const OLD = '.old';
/** A mount cannot be renamed, nor can what another process fills or holds open. */
const BUSY = ['EBUSY', 'EXDEV', 'EACCES', 'EPERM'];

/** Opens a draft of a folder, and removes drafts of killed processes; null when no folder can be created beside it. */
export function openDraft(place: string): DraftFolder | null {
  const target = followLink(place);
  const parent = path.dirname(target);
  if (existsSync(target) && !canWrite(parent)) return null;
  removeStaleFiles(target);
  const folder = path.join(parent, `.${path.basename(target)}.${process.pid}`);
  return {
    folder,
    publish: () => publish(folder, target),
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function publish(draft: string, target: string): void {
  const old = `${draft}${OLD}`;
  if (!moveAside(target, old)) {
    replaceContents(draft, target);
    return;
  }
  try {
    renameSync(draft, target);
  } catch (error) {
    // A concurrent build was faster.
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
    rmSync(old, { recursive: true, force: true });
    publish(draft, target);
    return;
  }
  keepRepository(old, target);
  rmSync(old, { recursive: true, force: true });
}

/** Moves a folder away; returns false when it cannot be moved. */
function moveAside(target: string, old: string): boolean {
  try {
    renameSync(target, old);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return true;
    if (hasCode(error, ...BUSY)) return false;
    throw error;
  }
}

/** Fills a folder that cannot be replaced, such as a mount. */
function replaceContents(draft: string, target: string): void {
  for (const name of readdirSync(target)) {
    if (name !== '.git') rmSync(path.join(target, name), { recursive: true, force: true });
  }
  cpSync(draft, target, { recursive: true });
  rmSync(draft, { recursive: true, force: true });
}

/** Keeps the `.git` of a folder, which may be the work tree of a branch that is published. */
function keepRepository(old: string, target: string): void {
  const repository = path.join(old, '.git');
  if (existsSync(repository)) renameSync(repository, path.join(target, '.git'));
}

/** Removes drafts of killed processes; one killed between two moves left the old folder under another name, which comes back. */
function removeStaleFiles(target: string): void {
  const parent = path.dirname(target);
  for (const name of listNames(parent)) {
    const rest = name.startsWith(`.${path.basename(target)}.`)
      ? name.slice(path.basename(target).length + 2)
      : '';
    const [, pid, old] = LEFTOVER.exec(rest) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const left = path.join(parent, name);
    if (old && !existsSync(target)) renameSync(left, target);
    else rmSync(left, { recursive: true, force: true });
  }
}

const LEFTOVER = /^(\d+)(\.old)?$/;

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return [];
    throw error;
  }
}

/** Returns the target of a symbolic link, so that the link is kept. */
function followLink(place: string): string {
  const found = lstatSync(place, { throwIfNoEntry: false });
  return found?.isSymbolicLink() && existsSync(place) ? realpathSync(place) : place;
}
