import type { PictureSize } from '../../model/project.ts';
import type { PictureLength, PictureOptions } from '../../model/token.ts';

/** Margins that move a picture within the width of its line. */
const MARGINS: Record<string, string> = {
  left: 'margin-right:auto',
  center: 'margin-inline:auto',
  right: 'margin-left:auto',
};

/** Writes the options of a picture as CSS, on a slide of a height; empty for none. */
export function writePictureStyle(options: PictureOptions = {}, slideHeight = 720): string {
  const { width, height, position, fit } = options;
  const margin = position && MARGINS[position[0]];
  return [
    width && `width:${writeLength(width)}`,
    height && `height:${toPixels(height, slideHeight)}px`,
    position && `object-position:${position.join(' ')}`,
    margin,
    fit && `object-fit:${fit}`,
  ]
    .filter(Boolean)
    .join(';');
}

/** Writes a length as CSS. */
export function writeLength({ value, unit }: PictureLength): string {
  return `${value}${unit}`;
}

/** Returns a length in slide pixels; a share is one of `whole`. */
export function toPixels({ value, unit }: PictureLength, whole: number): number {
  return Math.round(unit === '%' ? (value / 100) * whole : value);
}

/** Writes the shape of a picture among others, and how wide one of pixels can be, as variables of CSS. */
export function describeShape({ width, height, isDrawing }: PictureSize): string {
  const shape = `--shape:${Number((width / height).toFixed(3))}`;
  return isDrawing ? shape : `${shape};--most:${width}px`;
}
