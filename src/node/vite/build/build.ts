import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { html } from '../../../talk/html/html.ts';
import { isExternal } from '../../../talk/text/path.ts';
import { hasErrors } from '../../../talk/model/problem.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { ProblemsError } from '../../errors.ts';
import type { DatasetSummary } from '../../project/index-summary.ts';
import { summarize } from '../../terminal.ts';
import { requireStyle, liftLinks, linkEntry } from './bundle.ts';
import { listAssets, type ToUrl } from '../../pages/assets.ts';
import type { ReducedPictures } from '../../pictures/pictures.ts';
import { emitAssets, emitFile, emitTalkFiles, type EmittedFile } from './emit.ts';
import { preparePictures } from './prepare-pictures.ts';
import { findBuiltFaces, INDEX_FACES, listFirstFaces } from '../../pages/faces.ts';
import { foldRuntime } from './fold.ts';
import { describeSizes, measureData } from './data-sizes.ts';
import { emitHeaders } from './emit-headers.ts';
import { createStyleJoiner } from './join-styles.ts';
import { listOwnStyles } from './talk-styles.ts';
import { FILED, listFiled, printFiled, toPageLive } from '../../pages/page-data/page-live.ts';
import { renderIndexPages } from './index-pages.ts';
import { listKept, renderKept, WORKER_NAME } from './kept-files.ts';
import {
  findElements,
  leaveOut,
  listElementFiles,
  listFirstElements,
  listUnused,
  type Elements,
} from './optional.ts';
import {
  collectOwnBlocks,
  listBlockStyles,
  projectBlocks,
  type OwnBlocks,
} from '../../pages/project-blocks.ts';
import { listBrowserFiles } from '../../pages/browser-files.ts';
import { type GetSite, type Site } from '../site.ts';
import { COMPILED_STYLE } from '../../pages/decode-styles.ts';
import { renderRoomScript } from '../../pages/page-data/page-room.ts';
import { renderScriptStyle } from '../../pages/script-faces.ts';
import { renderTalkPage } from '../../pages/talk-page.ts';

/** The inputs of the pages of a build. */
interface Contents {
  talks: Talk[];
  datasets: DatasetSummary[];
  /** What stands on the slides of any. */
  elements: Elements;
  /** What pages load for blocks of the project's own. */
  own: OwnBlocks;
  /** Pictures that pages load in another form. */
  pictures: ReducedPictures['files'];
}

const NOTHING: Contents = {
  talks: [],
  datasets: [],
  elements: new Set(),
  own: {},
  pictures: new Map(),
};

/** Writes the index and the talks as pages beside the scripts and styles that Vite builds. */
export function buildPages(getSite: GetSite): Plugin[] {
  let contents: Contents = NOTHING;
  const pages: Plugin = {
    name: 'rostrum:build',
    apply: 'build',
    async buildStart() {
      const { project } = getSite();
      contents = await gather(getSite());
      const id = listBrowserFiles().worker;
      this.emitFile({ type: 'chunk', id, fileName: WORKER_NAME });
      for (const id of listOwnStyles(contents, project.root)) {
        this.emitFile({ type: 'chunk', id, name: 'style' });
      }
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        writePages(this, bundle, { site: getSite(), contents });
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

async function gather({ project, terminal, outcome, isOffline }: Site): Promise<Contents> {
  const problems = await project.problems();
  if (problems.length > 0) {
    terminal.showProblems(problems, project.readText);
    terminal.note(summarize(problems));
  }
  if (hasErrors(problems)) {
    outcome.hasFailed = true;
    throw new ProblemsError();
  }
  const compiled = await project.talks();
  const talks = isOffline ? compiled.map(holdTalk) : compiled;
  const sizes = describeSizes(measureData(talks));
  for (const text of [...sizes.warnings, sizes.line].filter(Boolean)) terminal.note(text);
  const own = collectOwnBlocks(talks, project.root);
  const pictures = await preparePictures(talks, { project, terminal });
  const elements = findElements(talks);
  return { talks, datasets: await project.datasets(), elements, own, pictures };
}

/** Returns a talk whose pages poll no data. */
function holdTalk({ live: _live, ...talk }: Talk): Talk {
  return talk;
}

interface PageWork {
  site: Site;
  contents: Contents;
}

function writePages(
  context: Rolldown.PluginContext,
  bundle: Rolldown.OutputBundle,
  { site, contents }: PageWork,
): void {
  const files = listBrowserFiles();
  const { root } = site.project;
  const icon = emitAssets(context, '', [files.icon]).get(files.icon) ?? '';
  foldRuntime(bundle);
  const used = contents.talks.flatMap((talk) => listAssets(talk, site.hasNotes));
  const ofTalks = emitTalkFiles(context, root, used, contents);
  const styles = createStyleJoiner(context, bundle);
  const linked = new Set<string>();
  for (const talk of contents.talks) {
    const ofTalk = collectOwnBlocks([talk], root);
    const lazy = listElementFiles(findElements([talk]), ofTalk);
    const entry = linkEntry(bundle, files.script, lazy);
    const { preloads } = linkEntry(bundle, files.script, listFirstElements(talk, ofTalk));
    const { css } = talk.meta;
    const find = (file: string): string => requireStyle(bundle, root, file);
    const isLeftOut = css === null || (site.isSafe && COMPILED_STYLE.test(css));
    const own = isLeftOut ? [] : [isExternal(css) ? css : find(path.join(root, css))];
    const blockStyles = listBlockStyles(talk, root).map(find);
    const ofBlocks = styles.join(blockStyles);
    [...ofBlocks, ...own].forEach((name) => linked.add(name));
    const found = {
      ...entry,
      icon,
      fonts: findBuiltFaces(bundle, listFirstFaces(talk)),
      styles: [find(files.style), ...entry.styles, ...ofBlocks, ...own],
    };
    const links = liftLinks({ ...found, preloads });
    const ofHead: EmittedFile[] = [];
    const toFile = (file: string): string => {
      const emitted = emitFile(context, file);
      ofHead.push(emitted);
      return `../${emitted.name}`;
    };
    const head = html`${renderScriptStyle(talk, root, toFile)}${renderRoomScript(talk, site.project, toFile)}`;
    const kept = listKept(bundle, talk, {
      links: found,
      sheets: [...found.styles, ...blockStyles],
      assets: [...ofTalks.list(listAssets(talk, site.hasNotes)), ...ofHead],
      unused: listUnused(talk, contents.own, ofTalk),
    });
    const toUrl: ToUrl = (file, isLink) => `../${ofTalks.nameOf(file, isLink)}`;
    const live = toPageLive(talk, FILED);
    const { hasNotes, isEmbeddable } = site;
    const shared = { links, hasNotes, isEmbeddable, toUrl, live, head, home: '../' };
    const render = (id: string | null): string =>
      renderTalkPage(talk, { ...shared, kept: id, hasLatePictures: true });
    for (const [name, source] of Object.entries(renderKept(kept, render)))
      context.emitFile({ type: 'asset', fileName: `${talk.name}/${name}`, source });
  }
  styles.sweep(linked);
  for (const name of listFiled(contents.talks)) {
    const source = printFiled(site.project, name);
    context.emitFile({ type: 'asset', fileName: `data/${name}.json`, source });
  }
  emitHeaders(context, bundle, { site, contents });
  const links = {
    icon,
    styles: [requireStyle(bundle, root, files.indexStyle)],
    scripts: [],
    preloads: [],
    fonts: findBuiltFaces(bundle, INDEX_FACES),
  };
  const pages = renderIndexPages(contents, { links, hasPdf: site.hasPdf, toUrl: ofTalks.nameOf });
  for (const [fileName, source] of Object.entries(pages))
    context.emitFile({ type: 'asset', fileName, source });
}
