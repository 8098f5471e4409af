import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Talk } from '../../talk/model/talk.ts';
import { locateFloorFile } from '../engine.ts';
import { collectOwnBlocks } from '../pages/project-blocks.ts';
import { isFile } from '../system-error.ts';
import { groupClientChunks } from './chunks.ts';
import { ensureBuild, listFiles } from './client-build.ts';
import { findFont } from './client-fonts.ts';

/** The browser floor as finished files. */
export interface Runtime {
  /** Where its files lie; called after the state of their sources. */
  folder: string;
  /** Stylesheets of the project's own blocks, by their names in the folder. */
  blockStyles: string[];
}

/** Names of the entries in the folder. */
export const ENTRIES = {
  /** The script of a page that follows no files. */
  script: 'script.js',
  /** The module that starts a page of the dev server. */
  dev: 'dev.js',
  /** What the modules of a project's own blocks import of the engine in dev. */
  api: 'api.js',
  /** The script of a page that is printed and nothing else. */
  paper: 'paper.js',
  /** Module that measures slides; no page loads it by itself. */
  check: 'check.js',
  /** The module that reads slides as boxes; pages load it only for this export. */
  boxes: 'boxes.js',
  /** Module of the page in which diagrams are drawn; no page of a talk loads it. */
  diagrams: 'diagrams.js',
  style: 'style.css',
  /** What a page of the dev server has in addition. */
  tools: 'tools.css',
  /** Stylesheet of the index. */
  index: 'index.css',
  /** Stylesheet of pages that hold several slides. */
  sheets: 'sheets.css',
};

/** What the browser floor has to know of a talk: the project's own blocks on it. */
type OwnTalk = Pick<Talk, 'blockFiles'>;

const SOURCES: Record<keyof typeof ENTRIES, string> = {
  script: 'browser/main.ts',
  dev: 'browser/dev.ts',
  api: 'browser/api.ts',
  paper: 'browser/paper.ts',
  check: 'browser/check/check.ts',
  boxes: 'browser/pptx/pptx.ts',
  diagrams: 'browser/diagrams/draw-mermaid.ts',
  style: 'browser/styles/rostrum.css',
  tools: 'browser/styles/dev.css',
  index: 'browser/styles/index.css',
  sheets: 'browser/styles/handout.css',
};
const SINGLE = 'browser/single.ts';
const IMPORT = /\b(?:import|from)\s*["'](\.\/[^"']+\.js)["']/g;

/** Finds the finished browser floor with the project's own blocks that a talk shows, building it first where its sources changed. */
export async function buildClient(talk: OwnTalk = {}, projectRoot = ''): Promise<Runtime> {
  const own = collectOwnBlocks([talk], projectRoot);
  const styles = Object.entries(own).flatMap(([name, { style }]) =>
    style === undefined ? [] : [[`block-${name}`, style] as const],
  );
  const sources = Object.entries(SOURCES).map(
    ([name, file]) => [name, locateFloorFile(file)] as const,
  );
  const folder = await ensureBuild(
    'client',
    { own, projectRoot },
    {
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: Object.fromEntries([...sources, ...styles]),
        preserveEntrySignatures: 'exports-only',
        output: {
          entryFileNames: '[name].js',
          assetFileNames: '[name][extname]',
          codeSplitting: { groups: groupClientChunks() },
        },
      },
    },
  );
  return { folder, blockStyles: styles.map(([name]) => `${name}.css`) };
}

/** Lists the direct and indirect imports of a script, which a page preloads. */
export function listModules({ folder }: Pick<Runtime, 'folder'>, script: string): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    for (const [, address = ''] of readFileSync(path.join(folder, name), 'utf8').matchAll(IMPORT)) {
      const module = path.posix.join(path.posix.dirname(name), address);
      if (found.has(module)) continue;
      found.add(module);
      visit(module);
    }
  };
  visit(script);
  return [...found];
}

/** The browser floor as one script and one stylesheet, which asks for nothing but fonts. */
export interface SingleClient {
  script: string;
  style: string;
}

/** Finds the browser floor in one piece, with the project's own blocks that a talk shows. */
export async function buildSingleClient(
  talk: OwnTalk = {},
  projectRoot = '',
): Promise<SingleClient> {
  const folder = await ensureSingle(talk, projectRoot);
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  return { script: read('script.js'), style: read('style.css') };
}

/** Finds the folders of all builds without blocks of a project, by the names under which a package brings them. */
export async function ensureClients(): Promise<Record<string, string>> {
  return { client: (await buildClient()).folder, single: await ensureSingle({}, '') };
}

async function ensureSingle(talk: OwnTalk, projectRoot: string): Promise<string> {
  const own = collectOwnBlocks([talk], projectRoot);
  return ensureBuild(
    'single',
    { own, projectRoot },
    {
      assetsInlineLimit: (file) => findFont(path.basename(file)) === undefined,
      rolldownOptions: {
        input: { script: locateFloorFile(SINGLE) },
        output: {
          codeSplitting: false,
          entryFileNames: '[name].js',
          assetFileNames: ({ names }) => (names.some(isStyle) ? 'style.css' : '[name][extname]'),
        },
      },
    },
  );
}

function isStyle(name: string): boolean {
  return name.endsWith('.css');
}

/** Reads a file of the client; null when it is missing. */
export function readClientFile({ folder }: Pick<Runtime, 'folder'>, name: string): Buffer | null {
  const built = path.join(folder, name);
  const file = built.startsWith(folder + path.sep) && isFile(built) ? built : findFont(name);
  return file === undefined ? null : readFileSync(file);
}

/** Reads all scripts of the runtime, one behind the other. */
export function readScripts({ folder }: Pick<Runtime, 'folder'>): string {
  const scripts = listFiles(folder).filter((file) => file.endsWith('.js'));
  return scripts.map((file) => readFileSync(file, 'utf8')).join('\n');
}
