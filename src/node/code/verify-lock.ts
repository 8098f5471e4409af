import { splitCode } from '../../talk/code/code-lines.ts';
import { parseCodePlace } from '../../talk/code/code-place.ts';
import type { CodeExcerpt } from '../../talk/model/code/code.ts';
import { decodeCode } from './clone.ts';
import type { CodeReader } from './code.ts';
import { readObjects } from './git-objects.ts';

/** Lines that a lock keeps of a file at a commit. */
interface Kept {
  key: string;
  repository: string;
  path: string;
  excerpt: CodeExcerpt;
}

/** Finds the entries of a lock whose lines are not those of their commit; clones that lack the commit say nothing. */
export function findAltered(reader: CodeReader): string[] {
  const kept = listKept(reader);
  const names = [...new Set(kept.map(({ repository }) => repository))];
  return names.flatMap((name) => {
    const clone = reader.findClone(name);
    const own = kept.filter(({ repository }) => repository === name);
    if (!clone) return [];
    const files = own.map(({ path, excerpt }) => `${excerpt.commit}:${path}`);
    const read = readObjects(clone.folder, files);
    if (!read.ok) return [];
    const altered = own.filter(({ excerpt }, index) => {
      const object = read.objects[index];
      return object && !isAt(splitCode(decodeCode(object.content)), excerpt);
    });
    return [...new Set(altered.map(({ key }) => key))];
  });
}

function listKept(reader: CodeReader): Kept[] {
  return [...reader.lock().value.code].flatMap(([key, { before, after }]) => {
    const place = parseCodePlace(key);
    if (typeof place === 'string' || place.kind === 'file') return [];
    const { repository, path } = place;
    const excerpts = before === null ? [after] : [before, after];
    return excerpts.map((excerpt) => ({ key, repository, path, excerpt }));
  });
}

function isAt(file: readonly string[], { first, lines }: CodeExcerpt): boolean {
  return lines.every((line, index) => file[first - 1 + index] === line);
}
