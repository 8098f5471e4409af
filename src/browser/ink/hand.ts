import { SLIDE_SIZE } from '../deck/slide-size.ts';
import { createDeckId } from '../page/parameters.ts';
import { MAX_NUMBERS, MAX_SCALE, type InkDraft, type Zoom } from './ink-messages.ts';
import { isInside, keepInside, throughZoom, toSlide, type Box, type Place } from './slide-space.ts';
import { followPinch } from './pinch.ts';
import { capture, listParts, readPlace as read } from './pointer-event.ts';
import { isFarEnough } from './stroke-path.ts';
import { throttle } from './throttle.ts';

/** What the pointer does on a slide. */
export type Tool = 'none' | 'pointer' | 'pen';

/** How a hand finds the slide, and what it does there. */
export interface HandOptions {
  /** Where the slide is on the screen, without its zoom. */
  getBox(): Box;
  /** Id of the slide that is shown there; null for none that can be drawn on. */
  getSlide(): string | null;
  getZoom(): Zoom | null;
  getTool(): Tool;
  /** Index of the colour of the pen. */
  getColour(): number;
  /** Gets what the hand does. */
  draw(draft: InkDraft): void;
}

/** A pointer that points, draws and zooms on a slide. */
export interface Hand {
  /** Enlarges the slide at a place on the screen, else at the pointer, or shows it as usual again. */
  toggleZoom(spot: Place | null): void;
}

/** A stroke that is being drawn. */
interface OpenStroke {
  id: string;
  slide: string;
  pointer: number;
  points: number[];
  /** How many numbers of it have been sent. */
  sent: number;
}

/** A dev server passes on fifty messages a second, and each time a pointer and a zoom may change. */
const INTERVAL_MS = 40;
const SCALE = 2;
const MIN_SCALE = 1.25;

/** Follows the pointer on a surface. */
export function followHand(surface: HTMLElement | Document, options: HandOptions): Hand {
  const { draw } = options;
  /** In pixels of the screen. */
  let last: Place | null = null;
  let isFinger = false;
  let stroke: OpenStroke | null = null;
  /** Whether two fingers enlarge the slide. */
  let isPinched = false;
  /** How far the wheel has been turned since the last message. */
  let turned = 0;
  /** Buttons and dialogs may lie above the slide. */
  const isSurface = (target: EventTarget | null): boolean =>
    target === surface || (target instanceof Element && target.matches('.ink-surface'));
  const locate = (spot: Place): Place => toSlide(spot, options.getBox());

  const zoomTo = (scale: number, spot: Place): void => {
    const slide = options.getSlide();
    if (slide !== null) draw({ type: 'zoom', slide, scale, ...keepInside(spot) });
  };
  const toggleZoom = (spot: Place | null): void => {
    const middle = { x: SLIDE_SIZE.width / 2, y: SLIDE_SIZE.height / 2 };
    const place = spot && locate(spot);
    zoomTo(options.getZoom() ? 1 : SCALE, place && isInside(place) ? place : middle);
  };
  const sendPoints = (): void => {
    if (!stroke || stroke.points.length === stroke.sent) return;
    const { id, slide, points, sent } = stroke;
    draw({
      type: 'stroke',
      id,
      slide,
      colour: options.getColour(),
      at: sent,
      points: points.slice(sent),
    });
    stroke.sent = points.length;
  };
  const sendPlace = (): void => {
    const slide = options.getSlide();
    const zoom = options.getZoom();
    const isPointing = options.getTool() === 'pointer';
    if (slide === null || !last || (!zoom && !isPointing)) return;
    const place = isFinger ? throughZoom(locate(last), zoom) : locate(last);
    // The spot about which the slide is enlarged stays under the mouse, which so reaches all of the slide.
    if (zoom && !isFinger && isInside(place)) zoomTo(zoom.scale, place);
    if (!isPointing) return;
    draw(isInside(place) ? { type: 'point', slide, ...keepInside(place) } : { type: 'leave' });
  };
  const send = throttle(() => {
    if (stroke) sendPoints();
    else if (options.getTool() !== 'pen') sendPlace();
  }, INTERVAL_MS);

  const turn = throttle(() => {
    const zoom = options.getZoom();
    const scale = (zoom?.scale ?? 1) * Math.exp(-turned / 500);
    turned = 0;
    if (zoom) zoomTo(Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale)), zoom);
  }, INTERVAL_MS);

  const addPoint = (event: MouseEvent): void => {
    if (!stroke) return;
    const { x, y } = keepInside(throughZoom(locate(read(event)), options.getZoom()));
    if (isFarEnough(stroke.points, x, y)) stroke.points.push(x, y);
    if (stroke.points.length < MAX_NUMBERS) return;
    // A very long line goes on as a new one from its last point.
    sendPoints();
    stroke = { ...stroke, id: createDeckId(), points: [x, y], sent: 0 };
  };
  const begin = (event: PointerEvent): void => {
    const slide = options.getSlide();
    const isOn = isInside(throughZoom(locate(read(event)), options.getZoom()));
    if (slide === null || !isOn) return;
    stroke = { id: createDeckId(), slide, pointer: event.pointerId, points: [], sent: 0 };
    addPoint(event);
    sendPoints();
  };
  const end = ({ pointerId }: PointerEvent): void => {
    if (stroke?.pointer !== pointerId) return;
    sendPoints();
    stroke = null;
  };

  const on = <Type extends keyof GlobalEventHandlersEventMap>(
    type: Type,
    run: (event: GlobalEventHandlersEventMap[Type]) => void,
    listener: AddEventListenerOptions = {},
  ): void => surface.addEventListener(type, run as EventListener, listener);
  on('pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary || event.altKey) return;
    last = read(event);
    isFinger = event.pointerType === 'touch';
    const [tool, isTouch] = [options.getTool(), event.pointerType !== 'mouse'];
    const isPen = tool === 'pen' && isSurface(event.target);
    if (isPen || (isTouch && tool === 'pointer')) capture(event);
    if (isPen) begin(event);
    else send();
  });
  on('pointermove', (event) => {
    if (!event.isPrimary || isPinched) return;
    last = read(event);
    isFinger = event.pointerType === 'touch';
    if (stroke) for (const part of listParts(event)) addPoint(part);
    send();
  });
  on('pointerup', end);
  on('pointercancel', end);
  on('pointerleave', () => {
    last = null;
    if (options.getTool() === 'pointer') draw({ type: 'leave' });
  });
  on(
    'wheel',
    (event) => {
      if (!options.getZoom()) return;
      event.preventDefault();
      turned += event.deltaY;
      turn();
    },
    { passive: false },
  );
  /** What the first of two fingers has begun is taken back. */
  const pinch = (isOn: boolean): void => {
    isPinched = isOn;
    if (!isOn) return;
    if (stroke) draw({ type: 'erase', slide: stroke.slide, id: stroke.id });
    if (options.getTool() === 'pointer') draw({ type: 'leave' });
    [stroke, last] = [null, null];
  };
  followPinch(surface, {
    isReady: () => options.getSlide() !== null,
    isDragged: () => options.getZoom() !== null && options.getTool() === 'none',
    getZoom: () => options.getZoom(),
    locate,
    zoomTo,
    interval: INTERVAL_MS,
    pinch,
  });
  return {
    toggleZoom: (spot) => toggleZoom(spot ?? last),
  };
}
