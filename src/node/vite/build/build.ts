import type { Plugin, Rolldown } from 'vite';
import type { Talk } from '../../../talk/model/talk.ts';
import { listAssets } from '../../pages/assets.ts';
import { listBrowserFiles } from '../../pages/browser-files.ts';
import { collectOwnBlocks, projectBlocks, type OwnBlocks } from '../../pages/project-blocks.ts';
import type { DatasetSummary } from '../../project/index-summary.ts';
import type { GetSite, Site } from '../site.ts';
import { BUILD_PLUGIN, outlineBundle, type BuildApi, type BuiltSite } from './built-site.ts';
import { measureData } from './data-sizes.ts';
import { emitAssets, emitFile, emitTalkFiles, openFiles, type EmittedFile } from './emit.ts';
import { foldRuntime } from './fold.ts';
import { createStyleJoiner } from './join-styles.ts';
import { WORKER_NAME } from './kept-files.ts';
import { findElements, leaveOut, type Elements } from './optional.ts';
import { preparePictures, printPictures, type SitePictures } from './prepare-pictures.ts';
import { printSizes, report, toShown } from './report.ts';
import { listOwnStyles } from './talk-styles.ts';
import { writeSurroundings, writeTalkPage } from './write-pages.ts';

/** The inputs of the pages of a build. */
interface Contents {
  talks: Talk[];
  datasets: DatasetSummary[];
  /** What the slides of any of them show. */
  elements: Elements;
  /** What pages load for blocks of the project's own. */
  own: OwnBlocks;
  pictures: SitePictures;
}

const NOTHING: Contents = {
  talks: [],
  datasets: [],
  elements: new Set(),
  own: {},
  pictures: { files: new Map(), warnings: [], advice: null },
};

/** Writes the index and the talks as pages beside the scripts and styles that Vite builds. */
export function buildPages(getSite: GetSite): Plugin[] {
  let contents: Contents = NOTHING;
  let built: BuiltSite | null = null;
  const pages: Plugin<BuildApi> = {
    name: BUILD_PLUGIN,
    api: { built: () => built },
    apply: 'build',
    async buildStart() {
      const { project } = getSite();
      contents = await gather(getSite());
      const id = listBrowserFiles().worker;
      const sheets = contents.talks.map(({ meta }) => meta.css);
      this.emitFile({ type: 'chunk', id, fileName: WORKER_NAME });
      for (const id of listOwnStyles(sheets, contents.own, project.root)) {
        this.emitFile({ type: 'chunk', id, name: 'style' });
      }
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        built = writePages(this, bundle, { site: getSite(), contents });
      },
    },
    writeBundle({ dir }) {
      const { outcome } = getSite();
      outcome.folder = dir ?? '';
      outcome.talks = contents.talks.length;
    },
  };
  const tables = projectBlocks(
    () => contents.own,
    (name) => contents.elements.has(name),
  );
  const blocks: Plugin = { ...tables, apply: 'build' };
  return [...leaveOut(() => contents), blocks, pages];
}

async function gather(site: Site): Promise<Contents> {
  const { project, terminal } = site;
  report(await project.problems(), site);
  const talks = (await project.talks()).map((talk) => toShown(talk, site));
  printSizes(measureData(talks), terminal);
  const own = collectOwnBlocks(talks, project.root);
  const pictures = await preparePictures(talks, site);
  printPictures(pictures, terminal);
  const elements = findElements(talks);
  return { talks, datasets: await project.datasets(), elements, own, pictures };
}

interface PageWork {
  site: Site;
  contents: Contents;
}

function writePages(
  context: Rolldown.PluginContext,
  bundle: Rolldown.OutputBundle,
  { site, contents }: PageWork,
): BuiltSite {
  const { root } = site.project;
  const { talks, own, datasets, pictures } = contents;
  const iconFile = listBrowserFiles().icon;
  const icon = emitAssets(context, '', [iconFile]).get(iconFile) ?? '';
  foldRuntime(bundle);
  const used = talks.flatMap((talk) => listAssets(talk, site.hasNotes));
  const table = emitTalkFiles(context, root, used, { talks, pictures: pictures.files });
  const files = openFiles(table);
  const outline = outlineBundle(bundle);
  const styles = createStyleJoiner(context, bundle);
  const ofHeads: Record<string, EmittedFile> = {};
  const emit = (file: string): EmittedFile => (ofHeads[file] = emitFile(context, file));
  const parts = { site, own, bundle, icon, files, joinStyles: styles.join, emit };
  const linked = new Set<string>();
  const emitTexts = (texts: Record<string, string>): void => {
    for (const [fileName, source] of Object.entries(texts))
      context.emitFile({ type: 'asset', fileName, source });
  };
  const ofSite = talks.map((talk) => {
    const { pages, linked: ofTalk, of } = writeTalkPage(talk, parts);
    ofTalk.forEach((name) => linked.add(name));
    emitTexts(pages);
    return of;
  });
  styles.sweep(linked);
  const names = Object.keys(bundle);
  const around = writeSurroundings(ofSite, { site, bundle, icon, datasets, names });
  emitTexts(around);
  const { warnings, advice } = pictures;
  const written = [...ofSite.flatMap(({ pages }) => pages), ...Object.keys(around)];
  return {
    ...{ bundle: outline, icon, files: table, ofHeads, written },
    ...{ talks: ofSite, said: { warnings, advice } },
  };
}
