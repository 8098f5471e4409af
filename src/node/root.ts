import { readdirSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './errors.ts';

/** Characters that end the path in an address, which Vite serves and imports files by. */
const SPECIAL = /[#?]/;

/** Refuses a folder whose path no page can load modules from. */
export function requirePlainPath(folder: string): void {
  const sign = SPECIAL.exec(folder)?.[0];
  if (sign === undefined) return;
  throw new UsageError(
    `The path ${folder} holds the character "${sign}", which browsers cannot load modules by.`,
    `Rename or move the folder whose name holds "${sign}".`,
  );
}

/** Folders within a project that people work in. */
const OWN_FOLDERS: ReadonlySet<string> = new Set(['slides', 'data', 'assets']);

/** Throws in a folder within a project, whose own talks would not be found and where new files would be lost. */
export function requireProjectRoot(root: string): void {
  const above = ['..', '../..', '../../..'].find((up) => {
    const folder = path.resolve(root, up);
    return (
      OWN_FOLDERS.has(path.relative(folder, root).split(path.sep)[0] ?? '') && hasTalks(folder)
    );
  });
  if (above === undefined || hasTalks(root)) return;
  throw new UsageError(
    `This folder is a part of the project ${path.resolve(root, above)}.`,
    `Commands are run in the folder of the project: "cd ${above}" first.`,
  );
}

/** Reports whether a folder has files of talks. */
export function hasTalks(root: string): boolean {
  try {
    return readdirSync(path.join(root, 'slides/talks')).some((name) => name.endsWith('.md'));
  } catch {
    return false;
  }
}
