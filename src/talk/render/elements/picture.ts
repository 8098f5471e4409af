import type { ImageToken } from '../../model/token.ts';
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
import type { PictureSize } from '../../model/project.ts';
import type { AssetUse } from '../../model/talk.ts';
import type { SlideContext } from '../context.ts';
import { readAsset, readIsHeavy, readPageFiles, readPictureSize } from '../context.ts';
import { placeBleed } from '../pictures/picture-layout.ts';
import { describeShape, writeLength, writePictureStyle } from '../pictures/picture-style.ts';
import { MAX_DRAWN } from '../raw/drawing-size.ts';
import { renderInlineProblem } from './panel.ts';

/** Maximum length of an address in a message. */
const MAX_SHOWN = 200;
const TAIL = /[?#].*$/s;
const BEYOND_ASCII = /[^\u0000-\u007f]/;
/** Characters that end an address in Markdown, or a path in an address. */
const SIGNS = /[ #?%()<>\\]/g;

/** Renders a picture, or its problem in its place. */
export function renderPicture(token: ImageToken, alt: string, context: SlideContext): string {
  const { span } = token;
  // A directive of another program in the alternative text has been reported.
  if (alt.trim() === '' && !token.isForeign) context.problems.push(missingAlt(token.href, span));
  const problem = useAsset(token.href, span, context);
  if (problem) return renderInlineProblem(problem, alt || token.href);
  const address = encodeAddress(token.href);
  const path = context.assets.at(-1)?.href === token.href ? context.assets.at(-1)?.path : undefined;
  const size = path === undefined ? undefined : readPictureSize(context, path);
  if (size) context.pictures.set(address, size);
  return renderImage(token, { address, alt, size }, context);
}

/** The address, words and size of a picture that is there. */
interface Shown {
  address: string;
  alt: string;
  size: PictureSize | undefined;
}

/** Renders a picture with its options; its title is a caption where it stands in a line of pictures. */
function renderImage(token: ImageToken, { address, alt, size }: Shown, context: SlideContext) {
  const { title, options } = token;
  const { captions } = context;
  const isBleed = settleBleed(token, size, context);
  const isCaptioned = title !== null && title !== '' && captions !== 'none';
  const isInRow = captions === 'around' && !options?.width && !options?.height;
  const row = isInRow && size ? describeShape(size) : '';
  const width =
    captions === 'around' && options?.width ? `width:${writeLength(options.width)}` : row;
  const isHeld = isCaptioned && captions === 'around';
  const { width: _width, height, ...rest } = options ?? {};
  const own = isBleed ? rest : isHeld || row ? { ...rest, ...(height && { height }) } : options;
  const css = [writePictureStyle(own), isHeld ? '' : row].filter(Boolean).join(';');
  const style = css === '' ? null : html` style="${css}"`;
  const tip = title && !isCaptioned ? html` title="${title}"` : null;
  const image = html`<img src="${address}" alt="${alt}"${tip}${style}>`;
  if (!isCaptioned) return image.markup;
  const captioned = html`${image}<span class="caption">${title}</span>`;
  if (!isHeld) return captioned.markup;
  const held = width === '' ? null : html` style="${width}"`;
  return html`<span class="captioned"${held}>${captioned}</span>`.markup;
}

/** Decides the place of a picture that reaches to the edge of its slide; false for any other. */
function settleBleed(token: ImageToken, size: PictureSize | undefined, context: SlideContext) {
  const { bleed, layout } = context;
  if (bleed?.picture !== token) return false;
  const place = placeBleed(bleed, size, layout);
  context.bleed = { ...bleed, ...place };
  context.problems.push(...place.problems);
  return true;
}

/** Records that the slide shows a file of the project; returns and reports a problem when it is missing. */
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

/** Truncates an address for a message. */
function shorten(href: string): string {
  return href.length > MAX_SHOWN ? `${href.slice(0, MAX_SHOWN)}…` : href;
}

/** Records that the slide links to a file of the project. */
export function linkAsset(href: string, span: Span, context: SlideContext): void {
  if (isExternal(href)) return;
  const found = findFile(href, context);
  if (found) context.assets.push({ href, ...found, span });
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

/** Finds a file with the other Unicode form of accented letters, because file systems keep the form as written. */
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
