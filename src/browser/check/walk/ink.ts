import type { Rect } from '../geometry.ts';

/** How far letters reach above and below their baseline, as shares of the height of their face, and where that begins. */
interface Ink {
  baseline: number;
  above: number;
  below: number;
}

const pen = new OffscreenCanvas(1, 1).getContext('2d');
/** The same words are measured at each step, and words of code on many slides. */
const measured = new Map<string, Ink | null>();
const MAX_MEASURED = 20_000;
// Until a face has come, another one is measured.
document.fonts.addEventListener('loadingdone', () => measured.clear());

/**
 * Shrinks line boxes, which have the height of their face, to the letters of their text. Tight lines may leave their box
 * without clipped letters.
 */
export function toInk(lines: readonly Rect[], text: string, style: CSSStyleDeclaration): Rect[] {
  const font = style.font || `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const ink = measure(text, font);
  return lines.map((line) => (ink ? shrink(line, ink) : line));
}

function measure(text: string, font: string): Ink | null {
  const key = `${font}\n${text}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  const ink = measureInk(text, font);
  if (measured.size >= MAX_MEASURED) measured.clear();
  measured.set(key, ink);
  return ink;
}

function measureInk(text: string, font: string): Ink | null {
  if (!pen) return null;
  pen.font = font;
  const metrics = pen.measureText(text);
  const face = metrics.fontBoundingBoxAscent + metrics.fontBoundingBoxDescent;
  if (face === 0) return null;
  return {
    baseline: metrics.fontBoundingBoxAscent / face,
    above: metrics.actualBoundingBoxAscent / face,
    below: metrics.actualBoundingBoxDescent / face,
  };
}

function shrink(line: Rect, { baseline, above, below }: Ink): Rect {
  const height = line.bottom - line.top;
  const base = line.top + baseline * height;
  return { ...line, top: base - above * height, bottom: base + below * height };
}
