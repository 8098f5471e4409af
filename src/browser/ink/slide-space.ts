import { SLIDE_SIZE } from '../deck/slide-size.ts';

/** A place on a slide, in its own units. */
export interface Place {
  x: number;
  y: number;
}

/** Where a slide is on a screen, in pixels and without its zoom. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Returns the box of a slide in the middle of a screen that shows it `scale` times as large. */
export function centreSlide({ left, top, width, height }: Box, scale: number): Box {
  const size = { width: SLIDE_SIZE.width * scale, height: SLIDE_SIZE.height * scale };
  return {
    left: left + (width - size.width) / 2,
    top: top + (height - size.height) / 2,
    ...size,
  };
}

/** Converts a place on a screen to one on the slide in a box, which may be outside the slide. */
export function toSlide({ x, y }: Place, box: Box): Place {
  return {
    x: ((x - box.left) / box.width) * SLIDE_SIZE.width,
    y: ((y - box.top) / box.height) * SLIDE_SIZE.height,
  };
}

/** Returns the place that is seen at another one while the slide is enlarged about a spot. */
export function throughZoom(place: Place, zoom: (Place & { scale: number }) | null): Place {
  if (!zoom) return place;
  return {
    x: zoom.x + (place.x - zoom.x) / zoom.scale,
    y: zoom.y + (place.y - zoom.y) / zoom.scale,
  };
}

/** Returns the nearest place on the slide, rounded to tenths, which keeps messages short. */
export function keepInside({ x, y }: Place): Place {
  return { x: clamp(x, SLIDE_SIZE.width), y: clamp(y, SLIDE_SIZE.height) };
}

/** Reports whether a place is on the slide. */
export function isInside({ x, y }: Place): boolean {
  return x >= 0 && x <= SLIDE_SIZE.width && y >= 0 && y <= SLIDE_SIZE.height;
}

function clamp(value: number, most: number): number {
  return Math.round(Math.min(most, Math.max(0, value)) * 10) / 10;
}
