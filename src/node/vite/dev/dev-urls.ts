import path from 'node:path';
import { readFileSync } from 'node:fs';
import type { ResolvedConfig } from 'vite';
import { encodePath, isExternal } from '../../../talk/text/path.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { ENTRIES, listModules, type Runtime } from '../../client/client.ts';
import type { ToUrl } from '../../pages/assets.ts';
import { listBrowserFiles } from '../../pages/browser-files.ts';
import type { DocumentLinks } from '../../pages/document.ts';
import { INDEX_FACES, listFirstFaces } from '../../pages/faces.ts';
import { listBlockStyles } from '../../pages/project-blocks.ts';
import { toSlashes } from '../../paths.ts';
import { findStats } from '../../system-error.ts';
import { CLIENT_PATH, PAGE_MODULE } from './dev-client.ts';

/** What the dev server's pages load from it. */
export interface DevUrls {
  /** The index page. */
  index: DocumentLinks;
  /** A talk's page, with its author's own stylesheet. */
  talk(talk: Talk): DocumentLinks;
}

/** Finds the addresses of what the dev server's pages load, with a client. */
export function toDevUrls({ root, base }: ResolvedConfig, runtime: Runtime): DevUrls {
  const { icon, toClientUrl, toFontUrl } = toClientUrls(base, runtime);
  const vite = `${base}@vite/client`;
  return {
    index: {
      icon,
      fonts: INDEX_FACES.map(toFontUrl),
      styles: [toClientUrl(ENTRIES.index)],
      scripts: [vite],
      preloads: [],
    },
    talk: (talk) => ({
      icon,
      fonts: listFirstFaces(talk).map(toFontUrl),
      styles: [
        ...[ENTRIES.style, ENTRIES.tools].map(toClientUrl),
        ...listBlockStyles(talk, root).map((file) => base + toServedPath(root, file)),
        ...linkOwnStyle(talk, base),
      ],
      scripts: [vite, toClientUrl(PAGE_MODULE)],
      preloads: [ENTRIES.dev, ...listModules(runtime, ENTRIES.dev)].map(toClientUrl),
    }),
  };
}

/** Finds the addresses of what a page loads that follows no files, with a client: a talk's, or the index for null. */
export function toPlainUrls(
  { base }: Pick<ResolvedConfig, 'base'>,
  runtime: Runtime,
  talk: Talk | null,
): DocumentLinks {
  const { icon, toClientUrl, toFontUrl } = toClientUrls(base, runtime);
  const modules = talk ? listModules(runtime, ENTRIES.script) : [];
  const styles = talk ? [ENTRIES.style, ...runtime.blockStyles] : [ENTRIES.index];
  return {
    icon,
    fonts: (talk ? listFirstFaces(talk) : INDEX_FACES).map(toFontUrl),
    styles: [...styles.map(toClientUrl), ...(talk ? linkOwnStyle(talk, base) : [])],
    scripts: talk ? [toClientUrl(ENTRIES.script)] : [],
    preloads: modules.map(toClientUrl),
  };
}

function toClientUrls(base: string, { folder }: Runtime) {
  const client = `${base.slice(0, -1)}${CLIENT_PATH}${path.basename(folder)}/`;
  return {
    toClientUrl: (name: string): string => client + name,
    toFontUrl: (face: string): string => client + path.posix.basename(face),
    icon: `data:image/svg+xml;base64,${readFileSync(listBrowserFiles().icon, 'base64')}`,
  };
}

/** Returns the address of a file of the project; it changes with the file, so that pages show the new one. */
export function toFileUrl({ root, base }: ResolvedConfig): ToUrl {
  return (file) => {
    const found = findStats(path.join(root, file));
    return `${base}${encodePath(file)}${found ? `?v=${found.mtimeNs.toString(36)}` : ''}`;
  };
}

function linkOwnStyle({ meta: { css } }: Talk, base: string): string[] {
  if (css === null) return [];
  return [isExternal(css) ? css : base + css];
}

/** Returns the path under which Vite serves a file: below `@fs` outside the root. */
function toServedPath(root: string, file: string): string {
  const relative = toSlashes(path.relative(root, file));
  if (!relative.startsWith('..') && !path.isAbsolute(relative)) return relative;
  return `@fs/${toSlashes(file).replace(/^\//, '')}`;
}
