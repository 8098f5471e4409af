import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rolldown } from 'vite';
import type { Talk } from '../../../talk/model/talk.ts';
import type { ReducedPictures } from '../../pictures/pictures.ts';

/** Writes a file into a build under a name that is made from its own and its content; returns that. */
export type EmitAsset = (name: string, source: string | Uint8Array) => string;

/** Where Vite puts files by default; a configuration may name another form. */
const DEFAULT_NAMES = 'assets/[name]-[hash].[ext]';
/** What servers and file systems may read as something else. */
const UNSAFE = /[\0-\x1f\x7f"#$%&*+,:;<=>?[\]^`{|}]/g;
const HASH_LENGTH = 8;

/** Returns a function that names files by their content, each content once, and writes them by these names. */
export function openEmitter(
  write: (fileName: string, source: string | Uint8Array) => void,
): EmitAsset {
  const known = new Map<string, string>();
  return (base, source) => {
    const { name, ext } = path.parse(base);
    const hash = createHash('sha256').update(source).digest('base64url');
    const key = `${hash}${ext}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const fileName = `assets/${name.replaceAll(UNSAFE, '_')}-${hash.slice(0, HASH_LENGTH)}${ext.replaceAll(UNSAFE, '_')}`;
    known.set(key, fileName);
    write(fileName, source);
    return fileName;
  };
}

/** Returns a function that writes files into a build by Vite, under the names of its configuration. */
export function openViteEmitter(
  context: Rolldown.PluginContext,
  { assetFileNames }: Pick<Rolldown.NormalizedOutputOptions, 'assetFileNames'>,
): EmitAsset {
  if (assetFileNames === DEFAULT_NAMES)
    return openEmitter((fileName, source) => {
      context.emitFile({ type: 'asset', fileName, source });
    });
  return (name, source) => context.getFileName(context.emitFile({ type: 'asset', name, source }));
}

/** A file of a build, with its size. */
export interface EmittedFile {
  name: string;
  bytes: number;
}

/** Writes a file into a build under a name made from its content. */
export function emitFile(emit: EmitAsset, file: string): EmittedFile {
  const source = readFileSync(file);
  return { name: emit(path.basename(file), source), bytes: source.length };
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
  emitAsset: EmitAsset,
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
    return { name: emitAsset(name, source), bytes: source.length };
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
