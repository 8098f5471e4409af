import { isPageEnlarged } from '../page/enlarged.ts';
import type { Zoom } from './ink-messages.ts';
import { findPinchZoom, type Grip } from './pinch-zoom.ts';
import type { Place } from './slide-space.ts';
import { throttle } from './throttle.ts';

/** How fingers on a slide are followed. */
export interface PinchOptions {
  /** Reports whether there is a slide that can be enlarged. */
  isReady(): boolean;
  /** Reports whether a single finger drags the slide that is enlarged. */
  isDragged(): boolean;
  getZoom(): Zoom | null;
  /** Converts a place on the screen to one on the slide without its zoom. */
  locate(spot: Place): Place;
  /** Gets the zoom while the fingers move, at most once in `interval` milliseconds. */
  zoomTo(scale: number, spot: Place): void;
  interval: number;
  /** Called when a second finger comes, and with false when all are gone. */
  pinch(isOn: boolean): void;
}

/** Enlarges a slide with two fingers on a surface, and drags it; what else listens there does not get their moves. */
export function followPinch(surface: HTMLElement | Document, options: PinchOptions): void {
  let begun: { grip: Grip; zoom: Zoom | null } | null = null;
  let now: Grip | null = null;
  const zoom = (): void => {
    if (!begun || !now) return;
    const { scale, ...spot } = findPinchZoom(begun.grip, now, begun.zoom);
    options.zoomTo(scale, spot);
  };
  const send = throttle(zoom, options.interval);
  const isMeant = (fingers: number): boolean => {
    if (!options.isReady() || isPageEnlarged()) return false;
    return fingers === 2 || (fingers === 1 && options.isDragged());
  };
  const change = (event: TouchEvent): void => {
    const { touches, type } = event;
    now = isMeant(touches.length) ? readGrip([...touches], options) : null;
    if (!now) return void (begun = null);
    // The browser would enlarge the page; a single finger may still press what is below it.
    if (touches.length === 2 || type === 'touchmove') event.preventDefault();
    if (touches.length === 2 && begun?.grip.fingers !== 2) options.pinch(true);
    if (begun?.grip.fingers === now.fingers) return send();
    begun = { grip: now, zoom: options.getZoom() };
  };
  const end = ({ touches }: TouchEvent): void => {
    zoom();
    begun = null;
    if (touches.length === 0) options.pinch(false);
  };
  const listen = (type: string, run: (event: never) => void): void =>
    surface.addEventListener(type, run as EventListener, { passive: false, capture: true });
  for (const type of ['touchstart', 'touchmove']) listen(type, change);
  for (const type of ['touchend', 'touchcancel']) listen(type, end);
  // A swipe would move to another slide.
  listen('pointermove', (event: PointerEvent) => {
    if (event.pointerType === 'touch' && begun) event.stopPropagation();
  });
}

function readGrip(touches: readonly Touch[], { locate }: PinchOptions): Grip | null {
  const [first, second = first] = touches;
  if (!first || !second) return null;
  const [x, y] = [second.clientX - first.clientX, second.clientY - first.clientY];
  const middle = locate({ x: first.clientX + x / 2, y: first.clientY + y / 2 });
  return { fingers: touches.length, middle, distance: Math.max(1, Math.hypot(x, y)) };
}
