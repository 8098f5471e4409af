import type { Rect } from './geometry.ts';

const pen = new OffscreenCanvas(1, 1).getContext('2d');

/**
 * Narrows the box of a line, which is as tall as its face allows, to what its letters take:
 * a tight line may stick out of its box without a letter being cut.
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
