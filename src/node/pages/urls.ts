import path from 'node:path';
import type { ResolvedConfig } from 'vite';
import { encodePath, isExternal } from '../../talk/text/path.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { findStats } from '../system-error.ts';
import type { ToUrl } from './assets.ts';
import type { DocumentLinks } from './document.ts';
import { locateFace, INDEX_FACES, listFirstFaces } from './faces.ts';
import { listBlockStyles } from './project-blocks.ts';
import { listBrowserFiles } from './browser-files.ts';

/** What the dev server's pages load from it. */
export interface DevUrls {
  /** The stylesheet of all talks. */
  style: string;
  /** The index page. */
  index: DocumentLinks;
  /** A talk's page, with its author's own stylesheet. */
  talk(talk: Talk): DocumentLinks;
  /** A file of the project; it changes with the file, so that pages show the new one. */
  toUrl: ToUrl;
}

/** Finds the addresses at which a dev server serves files. */
export function toDevUrls({ root, base }: ResolvedConfig): DevUrls {
  const { script, style, indexStyle, icon } = listBrowserFiles();
  const toFileUrl = (file: string): string => base + toServedPath(root, file);
  const client = `${base}@vite/client`;
  const toFontUrls = (faces: readonly string[]): string[] =>
    faces.map((face) => toFileUrl(locateFace(face)));
  const common = { icon: toFileUrl(icon), preloads: [] };
  return {
    style: toFileUrl(style),
    index: {
      ...common,
      fonts: toFontUrls(INDEX_FACES),
      styles: [toFileUrl(indexStyle)],
      scripts: [client],
    },
    talk: (talk) => ({
      ...common,
      fonts: toFontUrls(listFirstFaces(talk)),
      styles: [
        toFileUrl(style),
        ...listBlockStyles(talk, root).map(toFileUrl),
        ...linkOwnStyle(talk, base),
      ],
      scripts: [client, toFileUrl(script)],
    }),
    toUrl: (file) => {
      const found = findStats(path.join(root, file));
      return `${base}${encodePath(file)}${found ? `?v=${found.mtimeNs.toString(36)}` : ''}`;
    },
  };
}

function linkOwnStyle({ meta: { css } }: Talk, base: string): string[] {
  if (css === null) return [];
  return [isExternal(css) ? css : base + css];
}

/** Returns the path under which Vite serves a file: below `@fs` outside the root. */
function toServedPath(root: string, file: string): string {
  const relative = path.relative(root, file).replaceAll('\\', '/');
  if (!relative.startsWith('..') && !path.isAbsolute(relative)) return relative;
  return `@fs/${file.replaceAll('\\', '/').replace(/^\//, '')}`;
}
