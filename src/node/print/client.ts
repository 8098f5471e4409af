import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Talk } from '../../talk/model/talk.ts';
import { locateFloorFile } from '../engine.ts';
import { collectOwnBlocks } from '../pages/project-blocks.ts';
import { findStats } from '../system-error.ts';
import { ensureBuild, listFiles } from './client-build.ts';

/** The browser floor as finished files, for pages that no Vite serves. */
export interface Runtime {
  /** Where its files lie. */
  folder: string;
  /** Names of its entries in the folder. */
  script: string;
  style: string;
  /** The script of a page that is printed and nothing else. */
  paper: string;
  /** Module that measures slides; no page loads it by itself. */
  check: string;
  /** The module that reads slides as boxes; pages load it only for this export. */
  boxes: string;
  /** Stylesheet of pages that hold several slides. */
  sheets: string;
  /** Stylesheets of the project's own blocks. */
  blockStyles: string[];
}

/** What the browser floor has to know of a talk: the project's own blocks on it. */
type OwnTalk = Pick<Talk, 'blockFiles'>;

const SCRIPT = 'browser/main.ts';
const SINGLE = 'browser/single.ts';
const PAPER = 'browser/paper.ts';
const STYLE = 'browser/styles/rostrum.css';
const CHECK = 'browser/check/check.ts';
const BOXES = 'browser/pptx/pptx.ts';
const SHEETS = 'browser/styles/handout.css';
const IMPORT = /\b(?:import|from)\s*["'](\.\/[^"']+\.js)["']/g;

/** Finds the finished browser floor with the project's own blocks that a talk shows, building it first where its sources changed. */
export async function buildClient(talk: OwnTalk = {}, projectRoot = ''): Promise<Runtime> {
  const own = collectOwnBlocks([talk], projectRoot);
  const styles = Object.entries(own).flatMap(([name, { style }]) =>
    style === undefined ? [] : [[`block-${name}`, style] as const],
  );
  const folder = await ensureBuild(
    'runtime',
    { own, projectRoot },
    {
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          script: locateFloorFile(SCRIPT),
          paper: locateFloorFile(PAPER),
          style: locateFloorFile(STYLE),
          check: locateFloorFile(CHECK),
          boxes: locateFloorFile(BOXES),
          sheets: locateFloorFile(SHEETS),
          ...Object.fromEntries(styles),
        },
        preserveEntrySignatures: 'exports-only',
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  );
  return {
    folder,
    script: 'script.js',
    style: 'style.css',
    paper: 'paper.js',
    check: 'check.js',
    boxes: 'boxes.js',
    sheets: 'sheets.css',
    blockStyles: styles.map(([name]) => `${name}.css`),
  };
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

/** The browser floor as one script and one stylesheet that ask for nothing. */
export interface SingleClient {
  script: string;
  style: string;
}

/** Finds the browser floor in one piece, with the project's own blocks that a talk shows. */
export async function buildSingleClient(
  talk: OwnTalk = {},
  projectRoot = '',
): Promise<SingleClient> {
  const own = collectOwnBlocks([talk], projectRoot);
  const folder = await ensureBuild(
    'single',
    { own, projectRoot },
    {
      assetsInlineLimit: () => true,
      rolldownOptions: {
        input: { script: locateFloorFile(SINGLE) },
        output: {
          codeSplitting: false,
          entryFileNames: '[name].js',
          assetFileNames: 'style[extname]',
        },
      },
    },
  );
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  return { script: read('script.js'), style: read('style.css') };
}

/** Reads a file of the client; null when it is missing. */
export function readClientFile({ folder }: Runtime, name: string): Buffer | null {
  const file = path.join(folder, name);
  if (!file.startsWith(folder + path.sep) || !isFile(file)) return null;
  return readFileSync(file);
}

function isFile(file: string): boolean {
  return !file.includes('\0') && (findStats(file)?.isFile() ?? false);
}

/** Reads all scripts of the runtime, one behind the other. */
export function readScripts({ folder }: Pick<Runtime, 'folder'>): string {
  const scripts = listFiles(folder).filter((file) => file.endsWith('.js'));
  return scripts.map((file) => readFileSync(file, 'utf8')).join('\n');
}
