import type { PictureSize } from '../../model/project.ts';
import type { Level } from './fit-levels.ts';
import type { Place, Ruler } from './ruler.ts';
import { elementsOf, hasClass, isPicture, someElement, type Element } from './fit-tree.ts';

/** The column of a picture beside text. */
export interface Beside {
  width: number;
  /** Whether it comes before the text. */
  isFirst: boolean;
}

/** A picture that can be set beside the rest of its slide. */
export interface PictureAndText {
  picture: PictureSize;
  text: Element[];
  isFirst: boolean;
}

/** Functions to measure a slide. */
export interface BesideTools {
  /** Allowed text sizes, largest first. */
  levels: readonly Level[];
  /** Text size when the picture is below. */
  below: Level;
  ruler: Ruler;
  roomOf(level: Level): number;
  placeAt(level: Level): Place;
}

/** Elements that can be beside a picture, and the number of rows in `slides.css`. */
const WORDS = new Set(['p', 'ul', 'ol', 'h3', 'h4', 'h5', 'h6', 'blockquote']);
const MAX_PARTS = 9;
const GAP = 48;
/** Maximum width of a picture column, and its minimum gain over a picture below the text. */
const MAX_TEXT_WIDTH = 520;
const GAIN = 1.25;
/** A list beside a picture may be one size smaller. */
const LESS = 0.9;
const SIZED = /(?:^|;)(?:width|height):/;

/** Finds the single picture of a slide before or after text with a list; null for none. */
export function findPicture(
  body: Element,
  sizes: ReadonlyMap<string, PictureSize>,
): PictureAndText | null {
  if (sizes.size !== 1) return null;
  const parts = elementsOf(body);
  if (parts.length < 2 || parts.length > MAX_PARTS) return null;
  // Footnotes stand below the text and the picture.
  if (parts.some((part) => hasClass(part, 'footnotes'))) return null;
  const [first] = parts;
  const isFirst = first !== undefined && pictureOf(first) !== undefined;
  const [own] = isFirst ? parts : parts.slice(-1);
  const text = parts.filter((part) => part !== own);
  const size = own && sizes.get(pictureOf(own)?.source ?? '');
  if (!size || !text.every(({ name }) => WORDS.has(name))) return null;
  const hasList = text.some(({ name }) => name === 'ul' || name === 'ol');
  const isPlain = !text.some((part) => someElement(part, ({ name }) => name === 'img'));
  return hasList && isPlain ? { picture: size, text, isFirst } : null;
}

/** Finds the picture of a paragraph that has no other and no size that its author asked for, with or without a caption. */
function pictureOf(paragraph: Element): Element | undefined {
  if (paragraph.name !== 'p') return undefined;
  if (!isPicture(paragraph) && !hasClass(paragraph, 'captioned')) return undefined;
  const parts = elementsOf(paragraph).flatMap((part) =>
    hasClass(part, 'qr') ? elementsOf(part) : part,
  );
  const pictures = parts.filter(({ name }) => name === 'img');
  const [picture] = pictures;
  return pictures.length === 1 && !SIZED.test(picture?.style ?? '') ? picture : undefined;
}

/** Sets a picture beside its text when it becomes larger and the text not much smaller; else null. */
export function placeBeside(
  { picture, text, isFirst }: PictureAndText,
  { levels, below, ruler, roomOf, placeAt }: BesideTools,
): { name: string; beside: Beside } | null {
  const shape = picture.width / picture.height;
  const most = picture.isDrawing ? Infinity : picture.width;
  const heightOf = (level: Level, width: number): number =>
    ruler.stack(text, { ...placeAt(level), width }, { gap: level.gap, level });
  const { width: whole } = placeAt(below);
  const left = roomOf(below) - heightOf(below, whole) - below.gap;
  const width = Math.floor(Math.min(most, MAX_TEXT_WIDTH, shape * roomOf(below)));
  if (width < GAIN * Math.min(most, whole, shape * left)) return null;
  const level = levels.find((one) => heightOf(one, whole - width - GAP) <= roomOf(one));
  if (!level || level.size < LESS * below.size) return null;
  return { name: level.name, beside: { width, isFirst } };
}
