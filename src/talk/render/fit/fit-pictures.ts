import type { PictureSize } from '../../model/project.ts';
import { elementsOf, hasClass, isPicture, type Element } from './fit-tree.ts';

/** Known sizes of pictures by their addresses. */
export type PictureSizes = ReadonlyMap<string, PictureSize>;

/** Least height of a picture without a size of its own, and of another row of pictures. */
const LEAST = 180;
const ROW = 120;
/** An asked height counts as much as there is below a title and a line of text. */
const MOST = 440;
const LENGTH = /(?:^|;)(width|height):\s*([\d.]+)(px|%)/g;
const CODE = /--least:\s*([\d.]+)px/;
const COLUMNS = /--columns:\s*(\d+)/;

/** Returns the height for the pictures of a paragraph: what the author asked for, else the least; null where there are none. */
export function measurePictures(
  paragraph: Element,
  { width }: { width: number },
  sizes: PictureSizes,
): number | null {
  if (hasClass(paragraph, 'pictures')) {
    const columns = Number(COLUMNS.exec(paragraph.style)?.[1] ?? Infinity);
    const rows = Math.ceil(elementsOf(paragraph).length / columns);
    return LEAST + ROW * (Math.max(1, rows) - 1);
  }
  const picture = elementsOf(paragraph).find(isPlayedOrShown);
  if (!picture || !(isPicture(paragraph) || hasClass(paragraph, 'captioned'))) return null;
  if (hasClass(picture, 'media')) return LEAST;
  if (hasClass(picture, 'qr')) return Number(CODE.exec(picture.style)?.[1] ?? LEAST);
  return askedHeight(picture, width, sizes) ?? LEAST;
}

/** Returns the height of the highest picture of a row that has a size of its own; null where they have none. */
export function askedRow(row: Element, room: number, sizes: PictureSizes): number | null {
  const heights = elementsOf(row).flatMap((picture) => askedHeight(picture, room, sizes) ?? []);
  return heights.length > 0 ? Math.max(...heights) : null;
}

/** Returns the height that a picture has by its options; null for one that takes what is left. */
function askedHeight({ style, source }: Element, room: number, sizes: PictureSizes): number | null {
  const asked: Record<string, number> = {};
  for (const [, name = '', value, unit] of style.matchAll(LENGTH)) {
    asked[name] = unit === '%' ? (Number(value) / 100) * room : Number(value);
  }
  const { width, height } = asked;
  if (height !== undefined) return Math.min(MOST, height);
  const size = sizes.get(source);
  if (width === undefined || !size) return null;
  return Math.min(MOST, (Math.min(width, room) * size.height) / size.width);
}

function isPlayedOrShown(element: Element): boolean {
  return element.name === 'img' || hasClass(element, 'media') || hasClass(element, 'qr');
}
