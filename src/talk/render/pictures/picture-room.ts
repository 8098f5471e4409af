import type { PictureRoom } from '../../model/leaf-token.ts';
import type { PictureOptions } from '../../model/token.ts';
import { toPixels } from './picture-style.ts';

const SLIDE = { width: 1280, height: 720 };

/** Computes the largest place that a picture can take; `side` is the width of its column at a slide's edge, 0 for the whole slide. */
export function findRoom(options: PictureOptions = {}, side: number | null): PictureRoom {
  const { width, height, fit } = options;
  if (side !== null) {
    const isCovered = fit !== 'contain';
    return { width: side || SLIDE.width, height: SLIDE.height, isCovered };
  }
  if (!width && !height) return { ...SLIDE, isCovered: fit === 'cover' };
  return {
    width: width ? toPixels(width, SLIDE.width) : null,
    height: height ? toPixels(height, SLIDE.height) : null,
    // Which side of it decides is up to its shape.
    isCovered: width !== undefined && height !== undefined,
  };
}
