import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { listBlockFiles } from '../../../talk/render/used-blocks.ts';
import { collectOwnBlocks, projectBlocks } from '../../pages/project-blocks.ts';
import type { GetSite, Site } from '../site.ts';

/** Returns the dev server's pages the project's own blocks. */
export function serveBlocks(getSite: GetSite): Plugin {
  return {
    ...projectBlocks(() => listSiteBlocks(getSite())),
    apply: 'serve',
    // Bundled as a dependency, the engine's browser floor would be a second one beside that of the page.
    config: () => ({ optimizeDeps: { exclude: ['rostrum'] } }),
  };
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

function listSiteBlocks({ blocks, project }: Site): ReturnType<typeof collectOwnBlocks> {
  const entries = blocks.map((block) => [block.name, listBlockFiles(block)] as const);
  const live = { until: null, datasets: {}, compiled: [] };
  return collectOwnBlocks([{ blockFiles: Object.fromEntries(entries), live }], project.root);
}
