import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { UsageError } from '../../errors.ts';
import { openDraft, type DraftFolder } from './draft-folder.ts';

/** Folders of a project that hold its author's work. */
const OWN = ['slides', 'data', 'assets', '.git', 'node_modules'];
/** What a page that Rostrum wrote begins with. */
const BUILT = /^<!doctype html>\s*<html [^>]*\bdata-theme="/;
const HINT = 'Choose another folder with -o; a build empties the one that it is written to.';

/** The output of a build, written beside its folder first, so that the folder is always complete. */
export interface BuildOutput {
  /** Sets Vite's output folder. */
  plugin: Plugin;
  /** The folder as the configuration names it. */
  readonly name: string;
  /** The folder itself, as an absolute path. */
  readonly folder: string;
  /** Where it is written until it is complete; null when it is written in place. */
  readonly draft: string | null;
  /** Puts what was written in its place. */
  publish(): void;
  /** Removes a draft that was not published. */
  discard(): void;
}

/** Writes a build beside its folder; a build among other files is written in place. */
export function writeBeside(root: string): BuildOutput {
  let draft: DraftFolder | null = null;
  let [name, folder] = ['dist', ''];
  const plugin: Plugin = {
    name: 'rostrum:beside',
    config: {
      order: 'post',
      handler(user) {
        const { outDir = name, emptyOutDir } = user.build ?? {};
        name = outDir;
        folder = path.resolve(user.root ?? root, outDir);
        if (emptyOutDir === false) return undefined;
        requireOutFolder(root, folder);
        draft = openDraft(folder);
        return draft && { build: { outDir: draft.folder, emptyOutDir: true } };
      },
    },
  };
  return {
    plugin,
    get name() {
      return name;
    },
    get folder() {
      return folder;
    },
    get draft() {
      return draft && draft.folder;
    },
    publish: () => draft?.publish(),
    discard: () => draft?.discard(),
  };
}

/** Endings of files that a build might be taken for. */
const FILE = /\.(?:html?|zip|pdf|md)$/i;

/** Refuses an output folder that holds files which are no build: the project, its parts or other files. */
export function requireOutFolder(root: string, folder: string): void {
  const name = `"${path.relative(process.cwd(), folder) || '.'}"`;
  if (contains(folder, root)) throw new UsageError(`${name} holds the project itself.`, HINT);
  const own = OWN.find((part) => contains(path.join(root, part), folder));
  if (own !== undefined) throw new UsageError(`${name} is a part of the project.`, HINT);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found && FILE.test(folder))
    throw new UsageError(
      `A build is a folder, and ${name} is named like a file.`,
      'Write "-o dist".',
    );
  if (!found) return;
  if (!found.isDirectory()) throw new UsageError(`${name} is a file.`, HINT);
  if (readdirSync(folder).length > 0 && !isBuild(folder)) {
    throw new UsageError(`${name} holds files that Rostrum did not write.`, HINT);
  }
}

function isBuild(folder: string): boolean {
  const index = path.join(folder, 'index.html');
  return existsSync(index) && BUILT.test(readFileSync(index, 'utf8'));
}

function contains(folder: string, other: string): boolean {
  const way = path.relative(folder, other);
  return way === '' || (!path.isAbsolute(way) && way.split(path.sep)[0] !== '..');
}
