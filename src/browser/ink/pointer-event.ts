import type { Place } from './slide-space.ts';

/** Reads where an event is on the screen. */
export function readPlace({ clientX: x, clientY: y }: MouseEvent): Place {
  return { x, y };
}

/** Lets a stroke go on where its pointer leaves the surface. */
export function capture(event: PointerEvent): void {
  event.preventDefault();
  if (event.target instanceof Element) event.target.setPointerCapture(event.pointerId);
}

/** Lists all places of a pointer since the last frame, which make a fast line smooth. */
export function listParts(event: PointerEvent): PointerEvent[] {
  // Browsers have it only on pages from this machine or by HTTPS.
  const parts = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
  return parts.length > 0 ? parts : [event];
}
