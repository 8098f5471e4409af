import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Talk } from '../../talk/model/talk.ts';
import { encodePath, isExternal } from '../../talk/text/path.ts';
import type { Answer } from '../chromium/chromium-page.ts';
import { hasCode } from '../system-error.ts';
import { typeOf } from '../pages/content-type.ts';
import type { DocumentLinks } from '../pages/document.ts';
import { listFaces } from '../pages/faces.ts';
import { decodePart } from '../pages/other-day.ts';
import { renderScriptStyle } from '../pages/script-faces.ts';
import { isSource } from '../paths.ts';
import type { ReducedPictures } from '../pictures/pictures.ts';
import { renderTalkPage, type TalkPageOptions } from '../pages/talk-page.ts';
import { ENTRIES, listModules, readClientFile, type Runtime } from '../client/client.ts';

/** Where a talk's page seems to come from; one and the same, so that addresses in files do not differ. */
export const ORIGIN = 'https://rostrum.invalid';

const RUNTIME = '/@rostrum/';
const HIDDEN = '<span class="katex-html" aria-hidden="true">';
const FORMULA = /(<span class="formula[^"]*" role=)"math"/g;
const NO_FILE = ['ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EINVAL'];
/** What a talk's page is made of. */
export interface PageFilesOptions {
  root: string;
  /** Files of the project that the talk was compiled from, of which pages get all but sources; defaults to its pictures. */
  reads?: ReadonlySet<string>;
  runtime: Runtime;
  /** Pictures in another form than that of their files; defaults to none. */
  pictures?: ReducedPictures['files'];
  /** Writes the page; defaults to the talk's own. */
  renderPage?: RenderPage;
  /** Removes unused rules from the client's stylesheet; defaults to none. */
  trimStyle?: (style: string, page: string) => string;
}

/** Writes a page of a talk with the addresses of what it loads. */
export type RenderPage = (talk: Talk, parts: Pick<TalkPageOptions, 'links' | 'toUrl'>) => string;

/** Returns a function that answers all requests of a talk's page to its origin; renders the page at once. */
export function answerTalkPage(
  talk: Talk,
  { root, reads, runtime, pictures, renderPage = renderSlides(root), trimStyle }: PageFilesOptions,
): (url: URL) => Answer | null {
  const isNamed = (file: string): boolean =>
    !isSource(file) && (reads?.has(file) || talk.assets.some((asset) => asset.path === file));
  const page = labelFormulas(renderPage(talk, { links: collectLinks(talk, runtime), toUrl }));
  const style = trimStyle?.(String(readClientFile(runtime, ENTRIES.style)), page);
  const made = new Map([[pagePath(talk), { type: typeOf('index.html'), body: page }]]);
  if (style !== undefined)
    made.set(toClientUrl(ENTRIES.style), { type: typeOf(ENTRIES.style), body: style });
  return ({ pathname }) => {
    const ready = made.get(pathname);
    if (ready) return ready;
    if (pathname.startsWith(RUNTIME)) {
      const body = readClientFile(runtime, pathname.slice(RUNTIME.length));
      return body && { type: typeOf(pathname), body };
    }
    const file = decodePart(pathname.slice(1));
    if (file === null || !isNamed(file)) return null;
    const picture = pictures?.get(file);
    if (picture) return { type: typeOf(`picture${picture.extension}`), body: picture.bytes };
    return readProjectFile(root, file);
  };
}

/** How a talk's print view is shown. */
export interface PrintLook {
  /** A page for each step. */
  steps?: boolean;
  /** Defaults to what the talk says. */
  dark?: boolean | undefined;
}

/** Returns the address of a talk's print view. */
export function toPrintUrl(talk: Talk, { steps = false, dark }: PrintLook = {}): string {
  const more = `${steps ? '&steps' : ''}${dark === undefined ? '' : dark ? '&dark' : '&light'}`;
  return `${ORIGIN}${pagePath(talk)}?print${more}`;
}

/** Returns the address of a talk's deck. */
export function toDeckUrl(talk: Talk): string {
  return `${ORIGIN}${pagePath(talk)}`;
}

/** Returns the URL of a file of the client. */
export function toClientUrl(name: string): string {
  return `${RUNTIME}${name}`;
}

function pagePath({ name }: Talk): string {
  return `/${encodeURIComponent(name)}/`;
}

/** Makes formulas pictures with a description, which is how a PDF can describe them. */
function labelFormulas(page: string): string {
  // Chromium describes nothing that is hidden from readers.
  return page.replaceAll(FORMULA, '$1"img"').replaceAll(HIDDEN, '<span class="katex-html">');
}

function renderSlides(root: string): RenderPage {
  return (talk, parts) =>
    renderTalkPage(talk, {
      ...parts,
      hasNotes: false,
      live: null,
      head: renderScriptStyle(talk, root),
    });
}

function collectLinks(talk: Talk, runtime: Runtime): DocumentLinks {
  const { css } = talk.meta;
  const own = css === null ? [] : [isExternal(css) ? css : toUrl(css)];
  return {
    icon: 'data:,',
    styles: [...[ENTRIES.style, ...runtime.blockStyles].map(toClientUrl), ...own],
    ...linkScript(runtime, ENTRIES.script),
    fonts: listFaces(talk).map((face) => toClientUrl(path.posix.basename(face))),
  };
}

/** Writes a script element of the client, with preloads of its imports. */
export function linkScript(
  runtime: Runtime,
  script: string,
): Pick<DocumentLinks, 'scripts' | 'preloads'> {
  const preloads = listModules(runtime, script).map(toClientUrl);
  return { scripts: [toClientUrl(script)], preloads };
}

function toUrl(file: string): string {
  return `/${encodePath(file)}`;
}

/** Reads a file of the project; null when it is missing or a link leads out of the project. */
function readProjectFile(root: string, name: string): Answer | null {
  try {
    const file = realpathSync(path.resolve(root, name));
    if (!file.startsWith(realpathSync(root) + path.sep)) return null;
    return { type: typeOf(name), body: readFileSync(file) };
  } catch (error) {
    if (hasCode(error, ...NO_FILE)) return null;
    throw error;
  }
}
