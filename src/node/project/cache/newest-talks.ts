import { readTalkSpec } from '../../../talk/markdown/markdown.ts';
import type { Project } from '../project.ts';
import { readProjectFile, stampFile } from '../read-folder.ts';

/** Names talks, the newest first. */
export type ListNewest = () => string[];

interface KeptDate {
  stamp: string;
  key: string;
}

/** Returns a function that orders the talks of a project as its index does, without compiling them; each file is read once a change. */
export function openNewestTalks(project: Pick<Project, 'root' | 'listing'>): ListNewest {
  const kept = new Map<string, KeptDate>();
  const read = (name: string, path: string): KeptDate => {
    const stamp = stampFile(project.root, path) ?? '';
    const last = kept.get(path);
    if (last?.stamp === stamp) return last;
    const text = readProjectFile(project.root, path)?.text ?? '';
    const { date = null } = readTalkSpec({ path, text });
    const next = { stamp, key: printSortKey(date, name) };
    kept.set(path, next);
    return next;
  };
  return () =>
    [...project.listing.talks]
      .map(([name, path]) => ({ name, key: read(name, path).key }))
      .sort((a, b) => (a.key < b.key ? 1 : -1))
      .map(({ name }) => name);
}

/** Writes the date and name of a talk as a text by which talks are ordered; one without a date is still to come. */
export function printSortKey(date: string | null, name: string): string {
  return `${date ?? '9999'} ${name}`;
}
