import path from 'node:path';
import type { Rolldown } from 'vite';
import { html } from '../../../talk/html/html.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { isExternal } from '../../../talk/text/path.ts';
import { listAssets, type ToUrl } from '../../pages/assets.ts';
import { listBrowserFiles } from '../../pages/browser-files.ts';
import { COMPILED_STYLE } from '../../pages/decode-styles.ts';
import { findBuiltFaces, INDEX_FACES, listFirstFaces } from '../../pages/faces.ts';
import { FILED, printFiled, toPageLive } from '../../pages/page-data/page-live.ts';
import { renderRoomScript } from '../../pages/page-data/page-room.ts';
import { collectOwnBlocks, listBlockStyles, type OwnBlocks } from '../../pages/project-blocks.ts';
import { renderScriptStyle } from '../../pages/script-faces.ts';
import { renderTalkPage } from '../../pages/talk-page.ts';
import type { DatasetSummary } from '../../project/index-summary.ts';
import type { Site } from '../site.ts';
import { liftLinks, linkEntry, requireStyle } from './bundle.ts';
import type { EmittedFile, EmittedFiles } from './emit.ts';
import { renderSiteHeaders } from './emit-headers.ts';
import { renderIndexPages } from './index-pages.ts';
import type { StyleJoiner } from './join-styles.ts';
import { listKept, renderKept } from './kept-files.ts';
import { findElements, listElementFiles, listFirstElements, listUnused } from './optional.ts';
import { toSiteTalk, type SiteTalk } from './site-talk.ts';

/** What the pages of a site are written with. */
export interface PageParts {
  site: Site;
  /** What pages load for blocks of the project's own. */
  own: OwnBlocks;
  /** The scripts and styles that Vite built. */
  bundle: Rolldown.OutputBundle;
  /** The built form of the icon. */
  icon: string;
  /** The files of talks. */
  files: EmittedFiles;
  /** Joins the stylesheets of a talk's blocks. */
  joinStyles: StyleJoiner['join'];
  /** Puts a file that is named in the head of a page into the site. */
  emit(file: string): EmittedFile;
}

/** The files of a talk's page by name, with the stylesheets that only some talks link, and what its site needs of it. */
interface WrittenTalk {
  pages: Record<string, string>;
  linked: string[];
  of: SiteTalk;
}

/** Writes the page of a talk. */
export function writeTalkPage(
  talk: Talk,
  { site, own, bundle, icon, files, joinStyles, emit }: PageParts,
): WrittenTalk {
  const { root } = site.project;
  const { script, style } = listBrowserFiles();
  const ofTalk = collectOwnBlocks([talk], root);
  const lazy = listElementFiles(findElements([talk]), ofTalk);
  const entry = linkEntry(bundle, script, lazy);
  const { preloads } = linkEntry(bundle, script, listFirstElements(talk, ofTalk));
  const { css } = talk.meta;
  const find = (file: string): string => requireStyle(bundle, root, file);
  const isLeftOut = css === null || (site.isSafe && COMPILED_STYLE.test(css));
  const ofAuthor = isLeftOut ? [] : [isExternal(css) ? css : find(path.join(root, css))];
  const blockStyles = listBlockStyles(talk, root).map(find);
  const linked = [...joinStyles(blockStyles), ...ofAuthor];
  const found = {
    ...entry,
    icon,
    fonts: findBuiltFaces(bundle, listFirstFaces(talk)),
    styles: [find(style), ...entry.styles, ...linked],
  };
  const links = liftLinks({ ...found, preloads });
  const ofHead = new Map<string, EmittedFile>();
  const toFile = (file: string): string => {
    const emitted = emit(file);
    ofHead.set(file, emitted);
    return `../${emitted.name}`;
  };
  const head = html`${renderScriptStyle(talk, root, toFile)}${renderRoomScript(talk, site.project, toFile)}`;
  const kept = listKept(bundle, talk, {
    links: found,
    sheets: [...found.styles, ...blockStyles],
    assets: [...files.list(listAssets(talk, site.hasNotes)), ...ofHead.values()],
    unused: listUnused(talk, own, ofTalk),
  });
  const toUrl: ToUrl = (file, isLink) => `../${files.nameOf(file, isLink)}`;
  const live = toPageLive(talk, FILED);
  const { hasNotes, isEmbeddable } = site;
  const shared = { links, hasNotes, isEmbeddable, toUrl, live, head, home: '../' };
  const render = (id: string | null): string =>
    renderTalkPage(talk, { ...shared, kept: id, hasLatePictures: true });
  const texts = Object.entries(renderKept(kept, render));
  const pages = Object.fromEntries(texts.map(([name, text]) => [`${talk.name}/${name}`, text]));
  const ofSite = { toUrl: files.nameOf, heads: [...ofHead.keys()], pages: Object.keys(pages) };
  return { pages, linked, of: toSiteTalk(talk, site, ofSite) };
}

/** The pages and files of a site beside those of its talks. */
interface Surroundings extends Pick<PageParts, 'site' | 'bundle' | 'icon'> {
  datasets: readonly DatasetSummary[];
  /** The names of all files that are there already. */
  names: readonly string[];
}

/** Writes what a site has beside its talks: the index, live data and headers. Returns the texts by file name. */
export function writeSurroundings(
  talks: readonly SiteTalk[],
  { site, bundle, icon, datasets, names }: Surroundings,
): Record<string, string> {
  const { project } = site;
  const filed = new Set(talks.flatMap((talk) => talk.filed));
  const data = [...filed].map((name) => [`data/${name}.json`, printFiled(project, name)] as const);
  const intervals = talks.flatMap((talk) => talk.intervals);
  const headers = Object.entries(renderSiteHeaders(site, names, intervals));
  const links = {
    icon,
    styles: [requireStyle(bundle, project.root, listBrowserFiles().indexStyle)],
    scripts: [],
    preloads: [],
    fonts: findBuiltFaces(bundle, INDEX_FACES),
  };
  return {
    ...Object.fromEntries(data),
    ...Object.fromEntries(headers.filter(([name]) => !names.includes(name))),
    ...renderIndexPages(talks, { datasets, links }),
  };
}
