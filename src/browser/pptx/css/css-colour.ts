import { memoize } from '../../../talk/text/memoize.ts';

const canvas = document.createElement('canvas');
canvas.width = 1;
canvas.height = 1;
const pen = canvas.getContext('2d', { willReadFrequently: true });

/** Converts a colour to six hexadecimal digits, blended with its background; null when invisible. */
export function toHex(colour: string, behind = 'FFFFFF'): string | null {
  const [red = 0, green = 0, blue = 0, alpha = 0] = readPixel(colour);
  if (alpha === 0) return null;
  const grounds = [0, 2, 4].map((at) => Number.parseInt(behind.slice(at, at + 2), 16));
  const share = alpha / 255;
  return [red, green, blue]
    .map((part, index) => Math.round(part * share + (grounds[index] ?? 255) * (1 - share)))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Reads a colour and how much it covers, from 0 to 1. */
export function readPaint(colour: string): { colour: string; opacity: number } {
  const [red = 0, green = 0, blue = 0, alpha = 0] = readPixel(colour);
  const digits = [red, green, blue].map((part) => part.toString(16).padStart(2, '0'));
  return { colour: digits.join('').toUpperCase(), opacity: Math.round((alpha / 255) * 100) / 100 };
}

/** Returns the colour behind an element's content. */
export function findGround(element: Element | null): string {
  if (!element) return 'FFFFFF';
  const colour = getComputedStyle(element).backgroundColor;
  const alpha = readPixel(colour)[3] ?? 0;
  if (alpha === 255) return toHex(colour) ?? 'FFFFFF';
  const behind = findGround(element.parentElement);
  return toHex(colour, behind) ?? behind;
}

/** Only the browser can parse all CSS colours; a talk has few, and each is read a thousand times. */
const readPixel = memoize({ texts: 2000, length: 200 }, (colour): Uint8ClampedArray => {
  if (!pen) return new Uint8ClampedArray(4);
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  return pen.getImageData(0, 0, 1, 1).data;
});

/** Measures the maximum height of a style's letters above the baseline. */
export function measureAscent({
  fontStyle,
  fontWeight,
  fontSize,
  fontFamily,
}: CSSStyleDeclaration): number {
  return measureFont(`${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`);
}

/** All faces are there before the first is measured. */
const measureFont = memoize({ texts: 2000, length: 500 }, (font): number => {
  if (!pen) return 0;
  pen.font = font;
  return pen.measureText('x').fontBoundingBoxAscent;
});
