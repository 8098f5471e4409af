import { MAX_SCALE, type Zoom } from './ink-messages.ts';
import { keepInside, throughZoom, type Place } from './slide-space.ts';

/** Fingers on a slide. */
export interface Grip {
  fingers: number;
  /** The place between them, on the slide as it is without a zoom. */
  middle: Place;
  /** How far two of them are from each other in pixels; 1 for a single one. */
  distance: number;
}

/** A smaller zoom is no zoom. */
const MIN_SCALE = 1.05;

/** Returns the zoom with which what lay between the fingers lies there again after they have moved. */
export function findPinchZoom(
  begun: Grip,
  now: Grip,
  zoom: Omit<Zoom, 'slide'> | null,
): Omit<Zoom, 'slide'> {
  const held = throughZoom(begun.middle, zoom);
  const ratio = now.distance / Math.max(begun.distance, 1);
  const scale = Math.min(MAX_SCALE, (zoom?.scale ?? 1) * ratio);
  if (scale < MIN_SCALE) return { scale: 1, ...keepInside(held) };
  const solve = (place: number, seen: number): number => (scale * place - seen) / (scale - 1);
  const spot = { x: solve(held.x, now.middle.x), y: solve(held.y, now.middle.y) };
  return { scale, ...keepInside(spot) };
}
