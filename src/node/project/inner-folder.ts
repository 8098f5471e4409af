import { readdirSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.ts';
import { toSlashes } from '../paths.ts';

/** Folders within a project that people work in. */
const OWN_FOLDERS = /^(?:slides|data|assets)(?:\/|$)/;

/** Throws in a folder within a project, whose own talks would not be found and where new files would be lost. */
export function requireProjectRoot(root: string): void {
  const above = ['..', '../..', '../../..'].find((up) => {
    const folder = path.resolve(root, up);
    return OWN_FOLDERS.test(toSlashes(path.relative(folder, root))) && hasTalks(folder);
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
