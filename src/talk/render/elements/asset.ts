import {
  allowMissing,
  brokenFile,
  deadFileLink,
  filmPage,
  heavyDrawing,
  missingPicture,
  pageNeedsFile,
  remoteFile,
  windowsPath,
} from '../../problems/problems.ts';
import { findFilmPage } from '../../html/film-page.ts';
import { isExternal, isWindowsPath, relativePath, resolvePath } from '../../text/path.ts';
import type { Problem, Span } from '../../model/problem.ts';
import type { AssetUse } from '../../model/talk.ts';
import type { SlideContext } from '../context.ts';
import {
  readAsset,
  readAssetNames,
  readFileFault,
  readIsHeavy,
  readPageFiles,
} from '../context.ts';
import { MAX_DRAWN } from '../raw/drawing-size.ts';

const ON_WEB = /^(?:https?:)?\/\//i;
/** Maximum length of an address in a message. */
const MAX_SHOWN = 200;
/** Addresses of files of the machine, which pages of a server cannot load. */
const OF_MACHINE = /^file:/i;
/** A link to a file, or to what is meant as a host or a mail address; pages of talks have no ending. */
const NAMES_FILE = /(?:^|\/)[^/?#]+\.[A-Za-z][A-Za-z\d]{0,7}(?:[?#].*)?$|^[^/]+@/;
const DOCUMENT = /\.pdf$/i;
const TAIL = /[?#].*$/s;
const BEYOND_ASCII = /[^\u0000-\u007f]/;
/** Characters that end an address in Markdown, or a path in an address. */
const SIGNS = /[ #?%()<>\\]/g;

/** Records that the slide shows a file of the project; returns and reports a problem when it is missing. */
export function useAsset(
  href: string,
  span: Span,
  context: SlideContext,
  isPicture = false,
): Problem | null {
  const isOfMachine = OF_MACHINE.test(href);
  if (isExternal(href) && !isOfMachine) {
    reportFilm(href, span, context);
    if (!context.talk.meta.placeholders || !ON_WEB.test(href)) return null;
    const remote = remoteFile(shorten(href), span);
    context.problems.push(remote);
    return remote;
  }
  const found = isOfMachine ? null : findFile(href, context);
  if (found && readIsHeavy(context, found.path)) {
    const heavy = heavyDrawing(`"${shorten(href)}"`, MAX_DRAWN, span);
    context.problems.push(heavy);
    return heavy;
  }
  const broken = found && reportBroken(found.path, span, context, isPicture);
  if (broken) return broken;
  if (found) {
    context.assets.push({ href, ...found, span });
    const [needed] = readPageFiles(context, found.path);
    if (needed !== undefined)
      context.problems.push(pageNeedsFile(shorten(href), shorten(needed), span));
    return null;
  }
  const names = readAssetNames(context).map((name) =>
    writeAddress(relativePath(context.file, name)),
  );
  const missing =
    isOfMachine || isWindowsPath(href)
      ? windowsPath(shorten(href), names, span)
      : missingPicture(shorten(href), names, span, writeAddress(decode(shorten(href))));
  const problem = allowMissing(missing, context.talk.meta);
  context.problems.push(problem);
  return problem;
}

/** Reports an address of a page with a film, which nothing on a slide shows. */
export function reportFilm(href: string, span: Span, context: SlideContext): void {
  const film = findFilmPage(href);
  if (film) context.problems.push(filmPage(film.site, film.player, span));
}

/** Reports a file that cannot be shown; returns the problem unless a part of the file is shown. */
function reportBroken(
  path: string,
  span: Span,
  context: SlideContext,
  isPicture: boolean,
): Problem | null {
  // A page in a frame may be a PDF.
  const fault = !isPicture && DOCUMENT.test(path) ? null : readFileFault(context, path);
  if (fault === null) return null;
  const problem = allowMissing(brokenFile(shorten(path), fault, span), context.talk.meta);
  context.problems.push(problem);
  return fault === 'cut' ? null : problem;
}

/** Truncates an address for a message. */
export function shorten(href: string): string {
  return href.length > MAX_SHOWN ? `${href.slice(0, MAX_SHOWN)}…` : href;
}

/** Records that the slide links to a file of the project. */
export function linkAsset(href: string, span: Span, context: SlideContext): void {
  if (isExternal(href)) return;
  const found = findFile(href, context);
  if (found) context.assets.push({ href, ...found, isLink: true, span });
  else if (NAMES_FILE.test(href)) {
    const names = readAssetNames(context);
    const paths = names.map((name) => writeAddress(relativePath(context.file, name)));
    context.problems.push(deadFileLink(shorten(href), paths, span));
  }
}

/** Encodes an address for an attribute: spaces and similar characters become %20. */
export function encodeAddress(href: string): string {
  try {
    return encodeURI(href).replaceAll('%25', '%');
  } catch {
    return '';
  }
}

/** The file that an address names. */
type FoundFile = Pick<AssetUse, 'path' | 'isWhole'>;

/** Finds the file that an address names. A "#" or "?" ends its name, unless a file has it in its name. */
export function findFile(href: string, context: SlideContext): FoundFile | null {
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

/** Finds a file with the other Unicode form of accented letters, because file systems keep the form as written. */
function findComposed(files: readonly FoundFile[], context: SlideContext): FoundFile | null {
  const accented = files.filter(({ path }) => BEYOND_ASCII.test(path));
  if (accented.length === 0) return null;
  const names = readAssetNames(context);
  for (const file of accented) {
    const same = names.find((name) => name.normalize('NFC') === file.path.normalize('NFC'));
    if (same !== undefined && readAsset(context, same)) return { ...file, path: same };
  }
  return null;
}

/** Encodes a path as an address in Markdown. */
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
