import type { BoxPlace, TextStyle } from '../../talk/model/boxes.ts';

const NUMBERS = /-?\d+(?:\.\d+)?/g;
const BOLD = 600;

/** Reads how the text within an element looks. */
export function readTextStyle(element: Element): TextStyle {
  const style = getComputedStyle(element);
  const { fontSize, fontWeight, fontStyle, fontFamily, textDecorationLine, color } = style;
  const link = element.closest('a[href]')?.getAttribute('href') ?? null;
  return {
    size: Number.parseFloat(fontSize),
    colour: toHex(color) ?? '000000',
    isBold: Number(fontWeight) >= BOLD,
    isItalic: fontStyle !== 'normal',
    isUnderlined: textDecorationLine.includes('underline'),
    isMono: /^[^,]*mono/i.test(fontFamily),
    link,
  };
}

/** Writes a colour as six hexadecimal digits, laid on white where it lets light through; null where nothing is seen. */
export function toHex(colour: string): string | null {
  const isUnit = colour.startsWith('color(');
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(NUMBERS) ?? []).map(Number);
  if (alpha === 0) return null;
  const parts = [red, green, blue].map((part) => (isUnit ? part * 255 : part));
  const mixed = parts.map((part) => Math.round(part * alpha + 255 * (1 - alpha)));
  return mixed
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Measures an element, or some text, from the corner of its slide. */
export function measure(rect: DOMRect, origin: DOMRect): BoxPlace {
  return {
    x: round(rect.left - origin.left),
    y: round(rect.top - origin.top),
    width: round(rect.width),
    height: round(rect.height),
  };
}

/** Rounds to hundredths of a pixel, so that equal slides give equal files. */
export function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

/** Tells whether an element is seen at all. */
export function isSeen(element: Element): boolean {
  if (element.matches(UNSEEN)) return false;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0')
    return false;
  return style.clipPath !== 'inset(50%)';
}

const UNSEEN = 'script, style, template, .notes, .step-mark, .visually-hidden, title, desc';
