import type { Rolldown } from 'vite';
import type { Talk } from '../../../talk/model/talk.ts';
import { listAssets } from '../../pages/assets.ts';
import { listBrowserFiles } from '../../pages/browser-files.ts';
import { collectOwnBlocks, type OwnBlocks } from '../../pages/project-blocks.ts';
import type { DatasetSummary } from '../../project/index-summary.ts';
import type { Site } from '../site.ts';
import { outlineBundle, type BuiltSite } from './built-site.ts';
import { measureData } from './data-sizes.ts';
import { emitFile, emitTalkFiles, openFiles, type EmitAsset, type EmittedFile } from './emit.ts';
import { createStyleJoiner } from './join-styles.ts';
import { findElements, listUnusedScripts, type Elements } from './optional.ts';
import { preparePictures, printPictures, type SitePictures } from './prepare-pictures.ts';
import { printSizes, report, toShown } from './report.ts';
import { hasOwnCode } from './talk-styles.ts';
import { writeSurroundings, writeTalkPage } from './write-pages.ts';

/** The inputs of the pages of a build. */
export interface Contents {
  talks: Talk[];
  datasets: DatasetSummary[];
  /** What the slides of any of them show. */
  elements: Elements;
  /** What pages load for blocks of the project's own. */
  own: OwnBlocks;
  /** Whether the project brings code or stylesheets of its own, which Vite has to build. */
  isOwn: boolean;
  pictures: SitePictures;
}

/** Collects what the pages of a site are made of, and prints what is wrong with it. */
export async function gather(site: Site): Promise<Contents> {
  const { project, terminal } = site;
  const talks = (await project.talks()).map((talk) => toShown(talk, site));
  report(await project.problems(), site);
  printSizes(measureData(talks), terminal);
  const own = collectOwnBlocks(talks, project.root);
  const pictures = await preparePictures(talks, site);
  printPictures(pictures, terminal);
  const elements = findElements(talks);
  const isOwn = hasOwnCode(talks, site);
  return { talks, datasets: await project.datasets(), elements, own, isOwn, pictures };
}

/** How the pages of a site are written. */
interface SiteWork {
  site: Site;
  contents: Contents;
  /** The scripts and styles that pages load; unused ones are removed from it. */
  bundle: Rolldown.OutputBundle;
  emit: EmitAsset;
  /** Writes a page, or what is around pages, under its own name. */
  write(fileName: string, text: string): void;
}

/** Writes all pages of a site and what is around them. */
export function writeSitePages({ site, contents, bundle, emit, write }: SiteWork): BuiltSite {
  const { root } = site.project;
  const { talks, own, datasets, pictures, elements } = contents;
  for (const name of listUnusedScripts(bundle, elements)) delete bundle[name];
  const icon = emitFile(emit, listBrowserFiles().icon).name;
  const used = talks.flatMap((talk) => listAssets(talk, site.hasNotes));
  const table = emitTalkFiles(emit, root, used, { talks, pictures: pictures.files });
  const files = openFiles(table);
  const outline = outlineBundle(bundle);
  const styles = createStyleJoiner(emit, bundle);
  const ofHeads: Record<string, EmittedFile> = {};
  const emitHead = (file: string): EmittedFile => (ofHeads[file] = emitFile(emit, file));
  const parts = { site, own, bundle, icon, files, joinStyles: styles.join, emit: emitHead };
  const linked = new Set<string>();
  const writeAll = (texts: Record<string, string>): void => {
    for (const [fileName, text] of Object.entries(texts)) write(fileName, text);
  };
  const ofSite = talks.map((talk) => {
    const { pages, linked: ofTalk, of } = writeTalkPage(talk, parts);
    ofTalk.forEach((name) => linked.add(name));
    writeAll(pages);
    return of;
  });
  styles.sweep(linked);
  const names = Object.keys(bundle);
  const around = writeSurroundings(ofSite, { site, bundle, icon, datasets, names });
  writeAll(around);
  const { warnings, advice } = pictures;
  const written = [...ofSite.flatMap(({ pages }) => pages), ...Object.keys(around)];
  return {
    ...{ bundle: outline, icon, files: table, ofHeads, written },
    ...{ talks: ofSite, said: { warnings, advice } },
  };
}
