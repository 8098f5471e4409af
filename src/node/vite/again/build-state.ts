import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sortScriptFonts } from '../../../talk/model/scripts.ts';
import { locateEngine } from '../../engine.ts';
import { findPackageFolder, namePackages } from '../../code-state.ts';
import { hash, hashFile } from '../../hash.ts';
import { stampPackages } from '../../project/cache/talk-cache.ts';
import { stampFile } from '../../project/read-folder.ts';
import type { Site } from '../site.ts';

/** Files that Vite reads from a project by itself. */
const READ_BY_VITE = [
  'package.json',
  ...['', '.local', '.production', '.production.local'].map((name) => `.env${name}`),
];
/** Packages of the engine from which files go into each site. */
const ENGINE_PACKAGES = [
  'vite',
  'katex',
  'reveal.js',
  '@fontsource/ibm-plex-sans',
  '@fontsource/ibm-plex-mono',
];
const OPTIONAL = ['sharp', 'mqtt', ...sortScriptFonts('en').map(({ name }) => name)];

/** As the process was started with it: Vite sets it. */
const { NODE_ENV } = process.env;

/** What decides a build beside the project: where it is written, and the configuration that was read. */
export interface BuildChoice {
  folder: string;
  /** Names the configuration. */
  config: string;
  /** Names the state of the browser floor, as it was at the start. */
  floors: string;
}

/**
 * Names everything that all pages of a build depend on but the files of its talks: the engine, packages, options and the day. Returns
 * null where a part of it is not known, so that nothing can be kept.
 */
export function nameBuildState(site: Site, { folder, config, floors }: BuildChoice): string | null {
  const { project } = site;
  const { root, state, book } = project;
  const packages = nameEnginePackages();
  if (state === null || book.code === null || packages === null) return null;
  const { hasNotes, hasPdf, headers, isOffline, isSafe, isEmbeddable } = site;
  const own = OPTIONAL.map((name) => nameOptional(name, root));
  return hash(
    JSON.stringify([
      ...[state, book.code, book.stamp, project.asOf, project.today(), project.timezone],
      ...[hasNotes, hasPdf, headers, isOffline, isSafe, isEmbeddable, folder, config, floors],
      ...[packages, own, stampPackages(root), process.version, NODE_ENV],
      ...READ_BY_VITE.map((file) => stampFile(root, file)),
    ]),
  );
}

function nameEnginePackages(): string | null {
  const here = fileURLToPath(import.meta.url);
  const imports = ENGINE_PACKAGES.map((name) => ({ name, importer: here }));
  return namePackages(imports, path.dirname(here));
}

/** Names a package that may be installed for the engine or the project: where it is and which one it is. */
function nameOptional(name: string, root: string): string[] {
  return [locateEngine(), root].map((from) => {
    const folder = findPackageFolder(name, from);
    return folder === null ? '' : `${folder} ${hashFile(path.join(folder, 'package.json'))}`;
  });
}
