import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { draftFile, type DraftFile } from '../../write-whole.ts';
import type { BuildRecord } from './build-record.ts';
import { noteFiles, type Outputs } from './outputs.ts';

/** The pages of a site as they have to be. */
interface NewPages {
  /** The texts that may differ from those in the folder, by file name. */
  texts: Record<string, string>;
  /** All pages and what is around them. */
  names: readonly string[];
}

/**
 * Writes the pages that differ and removes those that are no longer there; the rest stays. Everything is written beside its
 * place before anything is moved, so that a full disk changes nothing. Returns the states of all files of the folder.
 */
export function updateFolder(
  folder: string,
  { outputs, written }: Pick<BuildRecord, 'outputs' | 'written'>,
  { texts, names }: NewPages,
): Outputs {
  const wanted = new Set(names);
  const gone = written.filter((name) => !wanted.has(name));
  const changed = Object.entries(texts).filter(([name, text]) => !holds(folder, name, text));
  if (changed.length === 0 && gone.length === 0) return outputs;
  const drafts: DraftFile[] = [];
  try {
    for (const [name, text] of changed) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      drafts.push(draftFile(file, text));
    }
    for (const draft of drafts) draft.publish();
  } finally {
    for (const draft of drafts) draft.discard();
  }
  for (const name of gone) remove(folder, name);
  const touched = new Set([...gone, ...changed.map(([name]) => name)]);
  const others = Object.entries(outputs).filter(([name]) => !touched.has(name));
  return noteFiles(
    folder,
    changed.map(([name]) => name),
    Object.fromEntries(others),
  );
}

function holds(folder: string, name: string, text: string): boolean {
  try {
    return readFileSync(path.join(folder, name), 'utf8') === text;
  } catch {
    return false;
  }
}

/** Removes a file, and the folder that it leaves empty. */
function remove(folder: string, name: string): void {
  const file = path.join(folder, name);
  rmSync(file, { force: true });
  const parent = path.dirname(file);
  if (parent !== path.resolve(folder) && readdirSync(parent).length === 0) rmdirSync(parent);
}
