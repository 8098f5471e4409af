import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { listBlockFiles } from '../../../talk/render/used-blocks.ts';
import { collectOwnBlocks, type OwnBlocks } from '../../pages/project-blocks.ts';
import type { Site } from '../site.ts';

/** Lists what pages load for the project's own blocks. */
export function listSiteBlocks({ blocks, project }: Site): OwnBlocks {
  const entries = blocks.map((block) => [block.name, listBlockFiles(block)] as const);
  const live = { until: null, datasets: {}, compiled: [], drawn: [] };
  return collectOwnBlocks([{ blockFiles: Object.fromEntries(entries), live }], project.root);
}

/** Builds the test of whether a file belongs to the project's own blocks: one of their files, or what those import. */
export function testBlockModules(
  { environments }: ViteDevServer,
  site: Site,
): (file: string) => boolean {
  const own = Object.values(listSiteBlocks(site)).flatMap((files) => Object.values(files));
  if (own.length === 0) return () => false;
  const files = new Set(own.map((file: string) => path.normalize(file)));
  const { moduleGraph } = environments.client;
  return (file) =>
    files.has(file) || moduleGraph.getModulesByFile(file.replaceAll('\\', '/')) !== undefined;
}
