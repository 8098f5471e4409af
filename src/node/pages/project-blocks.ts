import path from 'node:path';
import type { Plugin } from 'vite';
import { BLOCK_FILE_KINDS, type BlockFiles } from '../../talk/model/block-files.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { locateFloorFile } from '../engine.ts';
import { toSlashes } from '../paths.ts';

/** The files that pages load for a project's own blocks, as absolute paths by the block's name. */
export type OwnBlocks = Readonly<Record<string, BlockFiles>>;

const TABLE = 'browser/page/project-blocks.ts';
const TABLE_ID = /[\\/]project-blocks\.[jt]s$/;
/** What a block's modules import of the engine. */
const ENGINE = /^rostrum(?:\/browser)?$/;

/** Elements of the engine that belong to no block, by their tag without `rostrum-`. */
export const ON_DEMAND: Readonly<Record<string, string>> = {
  camera: 'browser/elements/rostrum-camera.ts',
  versions: 'browser/elements/rostrum-versions.ts',
  glide: 'browser/deck/rostrum-glide.ts',
};

/** Finds the files of the project's own blocks that talks show. */
export function collectOwnBlocks(
  talks: readonly Pick<Talk, 'blockFiles' | 'live' | 'time'>[],
  root: string,
): OwnBlocks {
  const found: Record<string, BlockFiles> = {};
  for (const { blockFiles = {}, live, time } of talks) {
    for (const [name, files] of Object.entries(blockFiles)) {
      const needed = BLOCK_FILE_KINDS.filter(
        (kind) => files[kind] && (kind !== 'live' || live || time),
      );
      const paths = needed.map((kind) => [kind, toSlashes(path.join(root, files[kind] ?? ''))]);
      found[name] = { ...found[name], ...(Object.fromEntries(paths) as BlockFiles) };
    }
  }
  return found;
}

/** Lists the stylesheets of the project's own blocks that a talk shows, as absolute paths. */
export function listBlockStyles(
  talk: Pick<Talk, 'blockFiles' | 'live' | 'time'>,
  root: string,
): string[] {
  return Object.values(collectOwnBlocks([talk], root)).flatMap(({ style }) => style ?? []);
}

/**
 * Returns pages the blocks of the project's own, and their modules the engine's browser floor as `rostrum`. Of the
 * elements on demand, pages know those that are needed; a build without any has no code for them.
 */
export function projectBlocks(
  getBlocks: () => OwnBlocks,
  isNeeded: (name: string) => boolean = () => true,
): Plugin {
  return {
    name: 'rostrum:blocks',
    enforce: 'pre',
    resolveId: { filter: { id: ENGINE }, handler: () => locateFloorFile('browser/api.ts') },
    load: {
      filter: { id: TABLE_ID },
      handler(id) {
        const onDemand = Object.entries(ON_DEMAND).filter(([name]) => isNeeded(name));
        const ofEngine = onDemand.map(([name, file]) => [name, { element: locateFloorFile(file) }]);
        const blocks = { ...(Object.fromEntries(ofEngine) as OwnBlocks), ...getBlocks() };
        const isTable = toSlashes(id) === locateFloorFile(TABLE);
        if (!isTable || Object.keys(blocks).length === 0) return null;
        const { elements, compilers } = writeTables(blocks);
        return `export const ELEMENTS = ${elements};\nexport const COMPILERS = ${compilers};\n`;
      },
    },
  };
}

/** Writes what loads the elements of blocks, by tag, and those that pages compile, by name, as JavaScript objects. */
export function writeTables(blocks: OwnBlocks): Record<'elements' | 'compilers', string> {
  const entries = Object.entries(blocks);
  const elements = entries.map(([name, { element }]) => writeEntry(`rostrum-${name}`, element));
  const compilers = entries.map(([name, { live }]) => writeEntry(name, live));
  return { elements: `{${elements.join('')}}`, compilers: `{${compilers.join('')}}` };
}

function writeEntry(key: string, file: string | undefined): string {
  return file === undefined ? '' : `${JSON.stringify(key)}: () => import(${JSON.stringify(file)}),`;
}
