import type { Rect } from './geometry.ts';

const pen = new OffscreenCanvas(1, 1).getContext('2d');

/**
 * Shrinks a line box, which has the height of its face, to its letters. Tight lines may leave their box without
 * clipped letters.
 */
export function toInk(line: Rect, text: string, style: CSSStyleDeclaration): Rect {
  if (!pen) return line;
  pen.font = style.font || `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const metrics = pen.measureText(text);
  const face = metrics.fontBoundingBoxAscent + metrics.fontBoundingBoxDescent;
  if (face === 0) return line;
  const scale = (line.bottom - line.top) / face;
  const baseline = line.top + metrics.fontBoundingBoxAscent * scale;
  return {
    ...line,
    top: baseline - metrics.actualBoundingBoxAscent * scale,
    bottom: baseline + metrics.actualBoundingBoxDescent * scale,
  };
}
