import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { isExternal } from '../../../talk/text/path.ts';
import { hasErrors } from '../../../talk/model/problem.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { ProblemsError } from '../../errors.ts';
import type { DatasetSummary } from '../../project/index-summary.ts';
import { summarize } from '../../terminal.ts';
import { requireStyle, linkEntry } from './bundle.ts';
import type { DocumentLinks } from '../../pages/document.ts';
import { listAssets } from '../../pages/assets.ts';
import { emitAssets } from './emit.ts';
import { findBuiltFaces, INDEX_FACES, listFirstFaces } from '../../pages/faces.ts';
import { foldRuntime } from './fold.ts';
import { createStyleJoiner } from './join-styles.ts';
import { FRAME_HEADERS } from '../../pages/policy.ts';
import { FILED, listFiled, printDataset, toPageLive } from '../../pages/page-live.ts';
import { renderIndexPage } from '../../pages/index/index-page.ts';
import { findElements, leaveOut, listElementFiles, type Elements } from './optional.ts';
import {
  collectOwnBlocks,
  listBlockStyles,
  projectBlocks,
  type OwnBlocks,
} from '../../pages/project-blocks.ts';
import { listBrowserFiles } from '../../pages/browser-files.ts';
import { type GetSite, type Site } from '../site.ts';
import { COMPILED_STYLE } from '../../pages/decode-styles.ts';
import { renderScriptStyle } from '../../pages/script-faces.ts';
import { renderTalkPage } from '../../pages/talk-page.ts';

/** The file in which Netlify, Cloudflare Pages and similar hosts read response headers. */
const HEADERS = '_headers';

/** The inputs of the pages of a build. */
interface Contents {
  talks: Talk[];
  datasets: DatasetSummary[];
  /** What stands on the slides of any. */
  elements: Elements;
  /** What pages load for blocks of the project's own. */
  own: OwnBlocks;
}

/** Writes the index and the talks as pages beside the scripts and styles that Vite builds. */
export function buildPages(getSite: GetSite): Plugin[] {
  let contents: Contents = { talks: [], datasets: [], elements: new Set(), own: {} };
  const pages: Plugin = {
    name: 'rostrum:build',
    apply: 'build',
    async buildStart() {
      const { project } = getSite();
      contents = await gather(getSite());
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
  const blocks: Plugin = { ...projectBlocks(() => contents.own), apply: 'build' };
  return [leaveOut(() => contents.elements), blocks, pages];
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
  const own = collectOwnBlocks(talks, project.root);
  return { talks, datasets: await project.datasets(), elements: findElements(talks), own };
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
  const assets = emitAssets(context, root, used);
  const styles = createStyleJoiner(context, bundle);
  const linked = new Set<string>();
  for (const talk of contents.talks) {
    const lazy = listElementFiles(findElements([talk]), collectOwnBlocks([talk], root));
    const entry = linkEntry(bundle, files.script, lazy);
    const { css } = talk.meta;
    const find = (file: string): string => requireStyle(bundle, root, file);
    const isLeftOut = css === null || (site.isSafe && COMPILED_STYLE.test(css));
    const own = isLeftOut ? [] : [isExternal(css) ? css : find(path.join(root, css))];
    const ofBlocks = styles.join(listBlockStyles(talk, root).map(find));
    [...ofBlocks, ...own].forEach((name) => linked.add(name));
    const links = up({
      ...entry,
      icon,
      fonts: findBuiltFaces(bundle, listFirstFaces(talk)),
      styles: [find(files.style), ...entry.styles, ...ofBlocks, ...own],
    });
    const toUrl = (file: string): string => `../${assets.get(file) ?? file}`;
    const live = toPageLive(talk, FILED);
    const { hasNotes, isEmbeddable } = site;
    const toFont = (file: string): string => `../${emitAssets(context, '', [file]).get(file)}`;
    const head = renderScriptStyle(talk, root, toFont);
    const shared = { links, hasNotes, isEmbeddable, toUrl, live, head };
    const source = renderTalkPage(talk, { ...shared, home: '../', hasLatePictures: true });
    context.emitFile({ type: 'asset', fileName: `${talk.name}/index.html`, source });
  }
  styles.sweep(linked);
  for (const name of listFiled(contents.talks)) {
    const source = printDataset(site.project.readText(`data/${name}.json`) ?? '');
    context.emitFile({ type: 'asset', fileName: `data/${name}.json`, source });
  }
  if (!site.isEmbeddable && !bundle[HEADERS]) {
    context.emitFile({ type: 'asset', fileName: HEADERS, source: renderHeaders() });
  }
  const links = {
    icon,
    styles: [requireStyle(bundle, root, files.indexStyle)],
    scripts: [],
    preloads: [],
    fonts: findBuiltFaces(bundle, INDEX_FACES),
  };
  const { talks, datasets } = contents;
  const toUrl = (file: string): string => assets.get(file) ?? file;
  const source = renderIndexPage({
    talks,
    datasets,
    links,
    toUrl,
    today: null,
    hasPdf: site.hasPdf,
  });
  context.emitFile({ type: 'asset', fileName: 'index.html', source });
}

/** Writes the headers that keep pages of other origins from framing a talk. */
function renderHeaders(): string {
  const lines = Object.entries(FRAME_HEADERS).map(([name, value]) => `  ${name}: ${value}\n`);
  return `/*\n${lines.join('')}`;
}

/** Lists the stylesheets of talks and of the project's own blocks, as absolute paths. */
function listOwnStyles({ talks, own }: Contents, root: string): Set<string> {
  const ofTalks = talks.flatMap(({ meta: { css } }) =>
    css === null || isExternal(css) ? [] : path.join(root, css),
  );
  return new Set([...Object.values(own).flatMap(({ style }) => style ?? []), ...ofTalks]);
}

/** Returns the path from a talk's page to the files it loads, one folder above. */
function up({ icon, styles, scripts, preloads, fonts = [] }: DocumentLinks): DocumentLinks {
  const lift = (url: string): string => (isExternal(url) ? url : `../${url}`);
  return {
    icon: lift(icon),
    styles: styles.map(lift),
    scripts: scripts.map(lift),
    preloads: preloads.map(lift),
    fonts: fonts.map(lift),
  };
}
