import type { PictureRoom } from '../../model/leaf-token.ts';
import type { PictureOptions } from '../../model/token.ts';
import { toPixels } from './picture-style.ts';

const WIDTH = 1280;

/** Computes the largest place that a picture can take; `side` is the width of its column at a slide's edge, 0 for the whole slide. */
export function findRoom(
  options: PictureOptions = {},
  side: number | null,
  slideHeight = 720,
): PictureRoom {
  const { width, height, fit } = options;
  if (side !== null) {
    const isCovered = fit !== 'contain';
    return { width: side || WIDTH, height: slideHeight, isCovered };
  }
  if (!width && !height) return { width: WIDTH, height: slideHeight, isCovered: fit === 'cover' };
  return {
    width: width ? toPixels(width, WIDTH) : null,
    height: height ? toPixels(height, slideHeight) : null,
    // Which side of it decides is up to its shape.
    isCovered: width !== undefined && height !== undefined,
  };
}
