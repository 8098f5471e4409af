import type { Tokens } from 'marked';
import {
  heavyDrawing,
  missingAlt,
  missingPicture,
  pageNeedsFile,
  windowsPath,
} from '../../problems/problems.ts';
import { html } from '../../html/html.ts';
import { isExternal, isWindowsPath, relativePath, resolvePath } from '../../text/path.ts';
import type { Problem, Span } from '../../model/problem.ts';
import type { AssetUse } from '../../model/talk.ts';
import type { SlideContext } from '../context.ts';
import { readAsset, readIsHeavy, readPageFiles, readPictureSize } from '../context.ts';
import { MAX_DRAWN } from '../raw/drawing-size.ts';
import { renderInlineProblem } from './panel.ts';

/** How much of an address a message shows. */
const MAX_SHOWN = 200;
const TAIL = /[?#].*$/s;
const BEYOND_ASCII = /[^\u0000-\u007f]/;
/** Signs that end an address in Markdown, or a path in an address. */
const SIGNS = /[ #?%()<>\\]/g;

/** Renders a picture, or says in its place that there is none. */
export function renderPicture(
  token: Tokens.Image,
  alt: string,
  span: Span,
  context: SlideContext,
): string {
  // What steers another program in the place of words is reported already.
  if (alt.trim() === '' && !('isForeign' in token))
    context.problems.push(missingAlt(token.href, span));
  const problem = useAsset(token.href, span, context);
  if (problem) return renderInlineProblem(problem, alt || token.href);
  const title = token.title ? html` title="${token.title}"` : null;
  const address = encodeAddress(token.href);
  const path = context.assets.at(-1)?.href === token.href ? context.assets.at(-1)?.path : undefined;
  const size = path === undefined ? undefined : readPictureSize(context, path);
  if (size) context.pictures.set(address, size);
  return html`<img src="${address}" alt="${alt}"${title}>`.markup;
}

/** Notes that the slide shows a file of the project; reports one that is not there, and gives that problem. */
export function useAsset(href: string, span: Span, context: SlideContext): Problem | null {
  if (isExternal(href)) return null;
  const found = findFile(href, context);
  if (found && readIsHeavy(context, found.path)) {
    const heavy = heavyDrawing(`"${shorten(href)}"`, MAX_DRAWN, span);
    context.problems.push(heavy);
    return heavy;
  }
  if (found) {
    context.assets.push({ href, ...found, span });
    const [needed] = readPageFiles(context, found.path);
    if (needed !== undefined)
      context.problems.push(pageNeedsFile(shorten(href), shorten(needed), span));
    return null;
  }
  const names = context.talk.project
    .assetNames()
    .map((name) => writeAddress(relativePath(context.file, name)));
  const problem = isWindowsPath(href)
    ? windowsPath(shorten(href), names, span)
    : missingPicture(shorten(href), names, span, writeAddress(decode(shorten(href))));
  context.problems.push(problem);
  return problem;
}

/** Cuts an address that is too long for a message. */
function shorten(href: string): string {
  return href.length > MAX_SHOWN ? `${href.slice(0, MAX_SHOWN)}…` : href;
}

/** Notes that the slide links to a file of the project, if it is one. */
export function linkAsset(href: string, span: Span, context: SlideContext): void {
  if (isExternal(href)) return;
  const found = findFile(href, context);
  if (found) context.assets.push({ href, ...found, span });
}

/** Writes an address so that it can stand in an attribute: spaces and the like become %20. */
export function encodeAddress(href: string): string {
  try {
    return encodeURI(href).replaceAll('%25', '%');
  } catch {
    return '';
  }
}

/** The file that an address means. */
type FoundFile = Pick<AssetUse, 'path' | 'isWhole'>;

/** Finds the file that an address means. A "#" or "?" ends its name, but for files that have one in their names. */
function findFile(href: string, context: SlideContext): FoundFile | null {
  const address = href.replace(TAIL, '');
  const plain = listForms(address).map((form) => ({ path: resolvePath(context.file, form) }));
  const whole: FoundFile[] =
    address === href
      ? []
      : listForms(href).map((form) => ({ path: resolvePath(context.file, form), isWhole: true }));
  const files = [...plain, ...whole];
  return files.find(({ path }) => readAsset(context, path)) ?? findComposed(files, context);
}

function listForms(address: string): string[] {
  const decoded = decode(address);
  return decoded === address ? [address] : [decoded, address];
}

/** Letters with accents can be written in two ways, and a file system keeps its own. */
function findComposed(files: readonly FoundFile[], context: SlideContext): FoundFile | null {
  const accented = files.filter(({ path }) => BEYOND_ASCII.test(path));
  if (accented.length === 0) return null;
  const names = context.talk.project.assetNames();
  for (const file of accented) {
    const same = names.find((name) => name.normalize('NFC') === file.path.normalize('NFC'));
    if (same !== undefined && readAsset(context, same)) return { ...file, path: same };
  }
  return null;
}

/** Writes a path as an address that Markdown reads whole. */
function writeAddress(path: string): string {
  return path.replaceAll(SIGNS, encodeSign);
}

function encodeSign(sign: string): string {
  return `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
