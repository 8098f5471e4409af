import { MAX_DATA_BYTES } from '../../talk/problems/data/large-data.ts';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findStats, hasCode } from '../system-error.ts';

/** What lies in a project's folder; all paths are relative to its root and use `/`. */
export interface Listing {
  /** Talks by name. */
  talks: ReadonlyMap<string, string>;
  /** All slide files, talks included. */
  slides: readonly string[];
  /** Dataset files by name: JSON, or the table beside a recipe. */
  datasets: ReadonlyMap<string, string>;
  /** Tables beside a recipe and a JSON file, or a second table, which are not read. */
  unread: ReadonlyMap<string, string>;
  /** Recipes by the name of their dataset. */
  recipes: ReadonlyMap<string, string>;
  /** All TypeScript below `data/`: recipes and what they may import. */
  scripts: readonly string[];
}

/** A file's text and its stamp, which changes with the file. */
export interface ReadFile {
  text: string;
  stamp: string;
  /** How many bytes a file has that is too large to be read; its text is empty then. */
  tooLarge?: number;
}

/** How many bytes a file of the project may have. */
export const MAX_FILE_BYTES = MAX_DATA_BYTES;

const TALKS = 'slides/talks';
const SLIDES = 'slides';
const DATA = 'data';
const ASSETS = ['assets', SLIDES];

/** Lists the talks, slide files, datasets and recipes of a project. */
export function listProject(root: string): Listing {
  const slides = walk(root, SLIDES).filter((file) => file.endsWith('.md'));
  const talks = slides.filter((file) => path.posix.dirname(file) === TALKS);
  const data = listFolder(root, DATA);
  const scripts = walk(root, DATA).filter((file) => file.endsWith('.ts'));
  const recipes = byName(
    data.filter((file) => !file.endsWith('.d.ts')),
    '.ts',
  );
  return { scripts, slides, talks: byName(talks, '.md'), recipes, ...listDatasets(data, recipes) };
}

function listDatasets(
  data: readonly string[],
  recipes: Listing['recipes'],
): Pick<Listing, 'datasets' | 'unread'> {
  const datasets = byName(data, '.json');
  const unread = new Map<string, string>();
  for (const [name, file] of [...byName(data, '.csv'), ...byName(data, '.tsv')]) {
    if (!recipes.has(name)) continue;
    if (datasets.has(name)) unread.set(name, file);
    else datasets.set(name, file);
  }
  return { datasets: new Map([...datasets].sort()), unread };
}

/** Lists the files that slides may show: everything in `assets/` and whatever lies beside the slides. */
export function listAssets(root: string): string[] {
  const own = ASSETS.flatMap((folder) => walk(root, folder)).filter(
    (file) => !file.endsWith('.md'),
  );
  const others = ['.', ...PICTURE_FOLDERS].flatMap((folder) => listPictures(root, folder));
  return [...own, ...others];
}

/** Folders in which other programs have pictures. */
const PICTURE_FOLDERS = [
  'public',
  'static',
  'images',
  'image',
  'img',
  'media',
  'pictures',
  'figures',
];
const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp|mp4|webm)$/i;

function listPictures(root: string, folder: string): string[] {
  const files = folder === '.' ? listFolder(root, folder) : walk(root, folder);
  return files.filter((file) => PICTURE.test(file)).map((file) => file.replace(/^\.\//, ''));
}

/** Lists files with rows that are no datasets: in other formats, or outside `data/`. */
export function listLooseFiles(root: string): string[] {
  const top = readFolder(root, '.').flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  const files = [...top, ...[DATA, ...ASSETS].flatMap((folder) => walk(root, folder))];
  return files.filter((file) => ROWS.test(file) && !DATASET.test(file)).slice(0, MAX_LOOSE);
}

const ROWS = /\.(?:json[5cl]?|csv|tsv|txt|ya?ml|xlsx|xls|ods|toml|ts|js)$/i;
const DATASET = /^data\/[^/]+\.json$/;
const MAX_LOOSE = 1_000;

/** Reads a file of the project again only when it changed; undefined when there is none. */
export function readProjectFile(
  root: string,
  file: string,
  last?: ReadFile,
  stamp = stampFile(root, file),
): ReadFile | undefined {
  if (stamp === null) return undefined;
  if (last?.stamp === stamp) return last;
  try {
    const bytes = readFileSync(path.join(root, file));
    if (bytes.length > MAX_FILE_BYTES) return { text: '', stamp, tooLarge: bytes.length };
    return { text: decodeText(bytes), stamp };
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EISDIR')) return undefined;
    throw error;
  }
}

/** Decodes UTF-8, or UTF-16 where a byte order mark says so, as editors of Windows write it. */
export function decodeText(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString('utf8');
}

/** Names the state of a file by date and size; null when there is no such file inside the project. */
export function stampFile(root: string, file: string): string | null {
  if (file.startsWith('..') || path.isAbsolute(file)) return null;
  // Only Windows would find it, and no page.
  if (path.sep === '\\' && file.includes(path.sep)) return null;
  const found = findStats(path.join(root, file));
  return found?.isFile() ? `${found.mtimeNs}:${found.size}` : null;
}

function byName(files: readonly string[], extension: string): Map<string, string> {
  const matching = files.filter((file) => file.endsWith(extension));
  return new Map(matching.map((file) => [path.posix.basename(file, extension), file]));
}

function walk(root: string, folder: string): string[] {
  const files = listFolder(root, folder);
  const folders = readFolder(root, folder).filter((entry) => entry.isDirectory());
  return [...files, ...folders.flatMap(({ name }) => walk(root, `${folder}/${name}`))];
}

function listFolder(root: string, folder: string): string[] {
  // Pipes, devices and sockets are no files: to read one may never end.
  const files = readFolder(root, folder).filter(
    (entry) => entry.isFile() || entry.isSymbolicLink(),
  );
  const linked = files.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name);
  const isLost = (name: string): boolean =>
    linked.includes(name) && stampFile(root, `${folder}/${name}`) === null;
  return files.flatMap(({ name }) => (isLost(name) ? [] : [`${folder}/${name}`])).sort();
}

function readFolder(root: string, folder: string) {
  try {
    const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return [];
    throw error;
  }
}
