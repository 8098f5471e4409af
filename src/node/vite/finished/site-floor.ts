import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { ensureBuild } from '../../client/client-build.ts';
import { findFont } from '../../client/client-fonts.ts';
import { locateEngine, locateFloorFile } from '../../engine.ts';
import { hash } from '../../hash.ts';
import { configure } from '../configure.ts';
import { loadFloor } from '../build/build.ts';
import { outlineBundle, type OutlinePart } from '../build/built-site.ts';
import { foldRuntime } from './fold.ts';
import { emitWorker } from '../build/kept-files.ts';
import { isInFloor, type Elements } from '../build/optional.ts';

/** The scripts and styles of a site without code of its own, as Vite builds them of the browser floor. */
export interface SiteFloor {
  bundle: OutlinePart[];
  /** Reads one of its files. */
  read(fileName: string): Buffer;
}

/** What a build of the floor has beside its files; files of the floor are named by their paths in it. */
interface FloorRecord {
  bundle: OutlinePart[];
  /** The engine's fonts, which stay where they are installed, with the hash of their content. */
  fonts: Record<string, { font: string; hash: string }>;
}

const RECORD = 'bundle.json';
/** The floors of the engine. */
const FLOOR = path.posix.dirname(path.posix.dirname(locateFloorFile('browser/main.ts')));

/** The floors that are built, by their names in a package: one for sites that show only words, and one for all other sites. */
type FloorName = 'site' | 'site-of-words';

/** Finds the folders of the finished floors, building them first where their sources changed. */
export async function ensureSiteFloors(): Promise<Record<FloorName, string>> {
  return { site: await ensureFloor('site'), 'site-of-words': await ensureFloor('site-of-words') };
}

function ensureFloor(name: FloorName): Promise<string> {
  const plugins = [
    configure(),
    ...loadFloor(
      () => ({}),
      () => name === 'site',
    ),
    recordFloor(),
  ];
  return ensureBuild(name, { own: {}, projectRoot: '' }, {}, plugins);
}

/** Opens the finished floor of a site that shows some elements; null where other fonts are installed than those it was built with. */
export async function openSiteFloor(elements: Elements): Promise<SiteFloor | null> {
  const folder = await ensureFloor(isInFloor(elements) ? 'site' : 'site-of-words');
  const record = JSON.parse(readFileSync(path.join(folder, RECORD), 'utf8')) as FloorRecord;
  const fonts = new Map<string, Buffer>();
  for (const [name, { font, hash: of }] of Object.entries(record.fonts)) {
    const file = findFont(font);
    const bytes = file === undefined ? null : readFileSync(file);
    if (bytes === null || hash(bytes) !== of) return null;
    fonts.set(name, bytes);
  }
  return {
    bundle: record.bundle.map((part) => mapFiles(part, toFile)),
    read: (name) => fonts.get(name) ?? readFileSync(path.join(folder, name)),
  };
}

/** Writes beside the files of the floor what pages have to know of them. */
function recordFloor(): Plugin {
  return {
    name: 'rostrum:floor',
    buildStart() {
      emitWorker(this);
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        foldRuntime(bundle);
        const record: FloorRecord = {
          bundle: outlineBundle(bundle).map((part) => mapFiles(part, toName)),
          fonts: takeFonts(bundle),
        };
        this.emitFile({ type: 'asset', fileName: RECORD, source: JSON.stringify(record) });
      },
    },
  };
}

/** Takes the engine's fonts out of a bundle. */
function takeFonts(bundle: Rolldown.OutputBundle): FloorRecord['fonts'] {
  const found = Object.entries(bundle).flatMap(([name, part]) => {
    const font = part.type === 'asset' ? path.posix.basename(part.originalFileNames[0] ?? '') : '';
    if (part.type !== 'asset' || findFont(font) === undefined) return [];
    delete bundle[name];
    return [[name, { font, hash: hash(part.source) }] as const];
  });
  return Object.fromEntries(found);
}

/** Names the files that a part was made of otherwise, without those that get no name. */
function mapFiles(part: OutlinePart, rename: (file: string) => string | null): OutlinePart {
  const all = (files: readonly string[]): string[] => files.flatMap((file) => rename(file) ?? []);
  if (part.type === 'asset') return { ...part, originalFileNames: all(part.originalFileNames) };
  const { facadeModuleId: facade, moduleIds } = part;
  return {
    ...part,
    facadeModuleId: facade === null ? null : rename(facade),
    moduleIds: all(moduleIds),
  };
}

/** Names a file independently of the engine's folder: by its path in the floor, or as a font; null for other files. */
function toName(file: string): string | null {
  const name = path.posix.relative(FLOOR, path.resolve(locateEngine(), file).replaceAll('\\', '/'));
  if (!name.startsWith('..') && !path.isAbsolute(name)) return name;
  const font = path.posix.basename(name);
  return findFont(font) === undefined ? null : font;
}

function toFile(name: string): string {
  return findFont(name) ?? locateFloorFile(name);
}
