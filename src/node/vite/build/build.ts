import type { Plugin } from 'vite';
import { projectBlocks, type OwnBlocks } from '../../pages/project-blocks.ts';
import type { GetSite } from '../site.ts';
import { BUILD_PLUGIN, type BuildApi, type BuiltSite } from './built-site.ts';
import { openViteEmitter } from './emit.ts';
import { foldRuntime } from '../finished/fold.ts';
import { emitWorker } from './kept-files.ts';
import { dropUnused, importPlainly, isInFloor } from './optional.ts';
import { gather, writeSitePages, type Contents } from './site-pages.ts';
import { listOwnStyles } from './talk-styles.ts';

/** Writes the index and the talks as pages beside the scripts and styles that Vite builds. */
export function buildPages(getSite: GetSite): Plugin[] {
  let contents: Contents | null = null;
  let built: BuiltSite | null = null;
  const pages: Plugin<BuildApi> = {
    name: BUILD_PLUGIN,
    api: { built: () => built },
    apply: 'build',
    async buildStart() {
      const { project } = getSite();
      contents = await gather(getSite());
      const sheets = contents.talks.map(({ meta }) => meta.css);
      emitWorker(this);
      for (const id of listOwnStyles(sheets, contents.own, project.root)) {
        this.emitFile({ type: 'chunk', id, name: 'style' });
      }
    },
    generateBundle: {
      order: 'post',
      handler(options, bundle) {
        if (!contents) return;
        foldRuntime(bundle);
        const write = (fileName: string, source: string): void =>
          void this.emitFile({ type: 'asset', fileName, source });
        const emit = openViteEmitter(this, options);
        built = writeSitePages({ site: getSite(), contents, bundle, emit, write });
      },
    },
    writeBundle({ dir }) {
      const { outcome } = getSite();
      outcome.folder = dir ?? '';
      outcome.talks = contents?.talks.length ?? 0;
    },
  };
  const isNeeded = (name: string): boolean => {
    if (!contents) return true;
    // A site without code of its own has the same scripts as one that is made of the finished floor.
    return contents.isOwn ? contents.elements.has(name) : isInFloor(contents.elements);
  };
  return [...loadFloor(() => contents?.own ?? {}, isNeeded), pages];
}

/** Loads the browser floor as pages of a site have it, with the elements that they need. */
export function loadFloor(getOwn: () => OwnBlocks, isNeeded: (name: string) => boolean): Plugin[] {
  const blocks: Plugin = { ...projectBlocks(getOwn, isNeeded), apply: 'build' };
  return [dropUnused(isNeeded), importPlainly(getOwn), blocks];
}
