import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rolldown } from 'vite';
import type { Talk } from '../../../talk/model/talk.ts';
import type { ReducedPictures } from '../../pictures/pictures.ts';

/** Writes files into a build under names made from their content; returns the new names. */
export function emitAssets(
  context: Rolldown.PluginContext,
  root: string,
  files: Iterable<string>,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const file of new Set(files)) {
    const source = readFileSync(path.join(root, file));
    const reference = context.emitFile({ type: 'asset', name: path.basename(file), source });
    names.set(file, context.getFileName(reference));
  }
  return names;
}

/** A file of a build, with its size. */
export interface EmittedFile {
  name: string;
  bytes: number;
}

/** Writes a file into a build under a name made from its content. */
export function emitFile(context: Rolldown.PluginContext, file: string): EmittedFile {
  const source = readFileSync(file);
  const reference = context.emitFile({ type: 'asset', name: path.basename(file), source });
  return { name: context.getFileName(reference), bytes: source.length };
}

/** The files of a site's talks, by their paths from the project's root. */
export interface EmittedFiles {
  /** Returns a file's name in the build: that of the file itself where a link leads to it. */
  nameOf(file: string, isLink?: boolean): string;
  /** Lists what was written of some files. */
  list(files: readonly string[]): EmittedFile[];
}

/** What was written of files: as slides show them, and as they are where a link leads to one that is shown in another form. */
export interface FileTable {
  shown: Record<string, EmittedFile>;
  linked: Record<string, EmittedFile>;
}

/** Writes the files that talks use into a build: pictures in their reduced form, and as they are where a link leads to them. */
export function emitTalkFiles(
  context: Rolldown.PluginContext,
  root: string,
  files: Iterable<string>,
  { talks, pictures }: { talks: readonly Talk[]; pictures: ReducedPictures['files'] },
): FileTable {
  const links = new Set(
    talks.flatMap(({ assets }) => assets.flatMap((use) => (use.isLink ? use.path : []))),
  );
  const shown = new Map<string, EmittedFile>();
  const linked = new Map<string, EmittedFile>();
  const emit = (name: string, source: Buffer): EmittedFile => {
    const reference = context.emitFile({ type: 'asset', name, source });
    return { name: context.getFileName(reference), bytes: source.length };
  };
  for (const file of new Set(files)) {
    const { name, base } = path.parse(file);
    const reduced = pictures.get(file);
    if (reduced) shown.set(file, emit(`${name}${reduced.extension}`, reduced.bytes));
    const group = reduced ? (links.has(file) ? linked : null) : shown;
    group?.set(file, emit(base, readFileSync(path.join(root, file))));
  }
  return { shown: Object.fromEntries(shown), linked: Object.fromEntries(linked) };
}

/** Opens what was written of files, to name it on pages. */
export function openFiles(table: FileTable): EmittedFiles {
  const shown = new Map(Object.entries(table.shown));
  const linked = new Map(Object.entries(table.linked));
  return {
    nameOf: (file, isLink = false) =>
      ((isLink ? linked.get(file) : undefined) ?? shown.get(file))?.name ?? file,
    list: (some) => some.flatMap((file) => [shown.get(file) ?? [], linked.get(file) ?? []].flat()),
  };
}
