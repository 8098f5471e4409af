import type { ImageToken, NestedToken, Token } from '../../model/token.ts';
import type { PictureSize } from '../../model/project.ts';
import type { Layout } from '../../model/talk.ts';
import type { Problem, Span } from '../../model/problem.ts';
import {
  idlePictureOption,
  layoutWithoutPicture,
  smallPicture,
  wrongValue,
} from '../../problems/problems.ts';
import { isQr } from '../../text/media-kind.ts';
import { isCover } from '../cover.ts';
import { isOfPicturesOnly } from '../elements/pictures.ts';
import { toPixels } from './picture-style.ts';

/** The picture of a slide that reaches to its edges. */
export interface Bleed {
  /** The paragraph that holds nothing else, and the picture. */
  paragraph: NestedToken;
  picture: ImageToken;
  /** Whether it covers the whole slide. */
  isWhole: boolean;
  /** The side where it stands, if it does not cover the slide. */
  end: 'left' | 'right';
}

/** The place of such a picture, once its size is known. */
export interface BleedPlace {
  /** Width of its column in slide pixels; 0 for the whole slide. */
  side: number;
  /** Whether it has too few pixels, so that it is shown as large as it is. */
  isSmall: boolean;
  problems: Problem[];
}

const SIDES: readonly Layout[] = ['picture-left', 'picture-right'];
const WIDTH = 1280;
/** Widths of a picture's column: a portrait is as wide as its shape, others take the most. */
const MIN_SIDE = 448;
const MAX_SIDE = 576;
const SHARES = { least: 20, most: 70 };
/** A picture of pixels may be enlarged as much. */
const MAX_SCALE = 2.5;
const COMMENTS = new Set(['attributes', 'space', 'def']);

/** Reports whether slides of this layout show a picture to the edge. */
export function isPictureLayout(layout: Layout): boolean {
  return layout === 'picture' || SIDES.includes(layout);
}

/**
 * Finds the picture that the layout of a slide shows to the edge: the first that is alone in its paragraph. On a cover it has no size of
 * its own, and may still prove to be a mark, which is too small for the edge.
 */
export function findBleed(tokens: readonly Token[], layout: Layout): Bleed | null {
  if (!isPictureLayout(layout) && !isCover(layout)) return null;
  for (const token of tokens) {
    if (token.type !== 'paragraph') continue;
    const picture = findOnlyPicture(token.tokens);
    const { width, height } = picture?.options ?? {};
    if (!picture || (isCover(layout) && (width || height))) continue;
    const end = layout === 'picture-left' ? 'left' : 'right';
    return { paragraph: token, picture, isWhole: layout === 'picture', end };
  }
  return null;
}

/** Returns whether a picture is a mark on a cover: a drawing, or too small for the edge. */
export function isMark(layout: Layout, size: PictureSize | undefined, height: number): boolean {
  if (!isCover(layout) || !size) return false;
  return size.isDrawing || isTooSmall(size, { width: ownSide(size, height), height });
}

/** Finds the only picture of a line, beside comments and the words on lines around it. */
function findOnlyPicture(tokens: readonly Token[]): ImageToken | null {
  const kept = tokens.filter(({ type }) => !COMMENTS.has(type));
  const pictures = kept.filter((token) => token.type === 'image');
  const [picture] = pictures;
  // A QR code needs light around it.
  if (!picture || pictures.length > 1 || isQr(picture.href)) return null;
  const at = kept.indexOf(picture);
  const [before, after] = [kept[at - 1], kept[at + 1]];
  const isApart =
    (!before || before.type === 'br' || /\n[ \t]*$/.test(before.raw)) &&
    (!after || after.type === 'br' || /^[ \t]*\n/.test(after.raw));
  return isApart && (at === 0 || at === kept.length - 1) ? picture : null;
}

/** Computes the place of the picture; its size is unknown for files of other origins. */
export function placeBleed(
  { picture, isWhole }: Bleed,
  size: PictureSize | undefined,
  { layout, height: slideHeight }: { layout: Layout; height: number },
): BleedPlace {
  const { span } = picture;
  const { width, height } = picture.options ?? {};
  const problems = [
    ...(height ? [idlePictureOption('height', layout, span)] : []),
    ...(width && isWhole ? [idlePictureOption('width', layout, span)] : []),
  ];
  const asked = width && !isWhole ? toPixels(width, WIDTH) : null;
  const isFine =
    asked === null ||
    (asked >= (WIDTH * SHARES.least) / 100 && asked <= (WIDTH * SHARES.most) / 100);
  if (!isFine) problems.push(wrongValue('width', sharesOf(layout), span));
  const side = isWhole ? 0 : asked !== null && isFine ? asked : ownSide(size, slideHeight);
  const place = { width: side || WIDTH, height: slideHeight };
  const isSmall = size !== undefined && isTooSmall(size, place);
  if (isSmall) problems.push(smallPicture({ path: picture.href, size, place }, span));
  return { side, isSmall, problems };
}

function sharesOf(layout: Layout): string {
  const { least, most } = SHARES;
  return `from ${least}% to ${most}% of the slide in the layout "${layout}"`;
}

function ownSide(size: PictureSize | undefined, slideHeight: number): number {
  if (!size) return MAX_SIDE;
  const width = Math.round((slideHeight * size.width) / size.height);
  return Math.min(MAX_SIDE, Math.max(MIN_SIDE, width));
}

function isTooSmall(size: PictureSize, place: { width: number; height: number }): boolean {
  const scale = Math.max(place.width / size.width, place.height / size.height);
  return !size.isDrawing && scale > MAX_SCALE;
}

/** Reports a slide whose layout shows a picture that is not there. */
export function reportNoPicture(layout: Layout, bleed: Bleed | null, span: Span): Problem[] {
  return isPictureLayout(layout) && !bleed ? [layoutWithoutPicture(layout, span)] : [];
}

/** Finds the paragraph of pictures that is all that a slide shows below its title. */
export function findAlone(
  tokens: readonly Token[],
  layout: Layout,
  title: Token | null,
): NestedToken | null {
  if (layout !== 'default' && layout !== 'figure') return null;
  const kept = tokens.filter((token) => token !== title && !COMMENTS.has(token.type));
  const [only] = kept;
  if (kept.length !== 1 || only?.type !== 'paragraph') return null;
  return isOfPicturesOnly(only.tokens) || findOnlyPicture(only.tokens) ? only : null;
}
