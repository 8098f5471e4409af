import { followHand, type Tool } from '../ink/hand.ts';
import { COLOURS, type InkDraft } from '../ink/ink-messages.ts';
import { findZoom, undoStroke } from '../ink/ink-state.ts';
import type { Box } from '../ink/slide-space.ts';
import { changeSettings, type Desk } from './desk.ts';

/** What is done on the picture of the current slide, and seen by the room. */
export interface RoomTools {
  /** Takes the pen, then its next colour, and puts it away after the last. */
  takePen(): void;
  /** Lets the pointer on the picture be seen by the room, or no longer. */
  turnPointer(): void;
  /** Takes the pen, or puts it away. */
  turnPen(): void;
  undo(): void;
  erase(): void;
  zoom(): void;
  /** Puts the pen away and ends the zoom; returns false where there is neither. */
  putAway(): boolean;
  /** Shows which tools are taken. */
  show(): void;
}

/** Opens the tools of a speaker's page; `draw` gets what they draw. */
export function openRoomTools(desk: Desk, draw: (draft: InkDraft) => void): RoomTools {
  const { surface } = desk.parts;
  const swatches = Array.from({ length: COLOURS }, (_, index) => createSwatch(index));
  let hasPen = false;
  let colour = 0;
  const getSlide = (): string => desk.position.slide;
  const getZoom = () => findZoom(desk.ink, getSlide());
  const getTool = (): Tool => {
    if (hasPen) return 'pen';
    return desk.settings.points ? 'pointer' : 'none';
  };
  const show = (): void => {
    const { pen, undo, erase, print, zoom } = desk.parts;
    const last = undoStroke(desk.ink, getSlide());
    surface.dataset['tool'] = getTool();
    pen.ariaPressed = String(hasPen);
    zoom.ariaPressed = String(getZoom() !== null);
    for (const button of [undo, erase]) button.hidden = last === null;
    print.hidden = desk.ink.strokes.length === 0;
    for (const [index, swatch] of swatches.entries()) {
      swatch.hidden = !hasPen;
      swatch.ariaPressed = String(index === colour);
    }
  };
  const hold = (isPen: boolean, index: number = colour): void => {
    hasPen = isPen;
    colour = index;
    draw({ type: 'leave' });
    show();
  };
  const hand = followHand(surface, {
    getBox: () => readInnerBox(surface),
    getSlide,
    getZoom,
    getTool,
    getColour: () => colour,
    draw,
  });
  for (const [index, swatch] of swatches.entries())
    swatch.addEventListener('click', () => hold(true, index));
  desk.parts.pen.after(...swatches);
  surface.addEventListener('click', ({ altKey, clientX: x, clientY: y }) => {
    if (altKey) hand.toggleZoom({ x, y });
  });
  show();
  return {
    show,
    takePen() {
      const next = hasPen ? colour + 1 : 0;
      hold(next < COLOURS, next % COLOURS);
    },
    turnPen: () => hold(!hasPen),
    turnPointer() {
      changeSettings(desk, { points: !desk.settings.points });
      hold(false);
    },
    undo() {
      const draft = undoStroke(desk.ink, getSlide());
      if (draft) draw(draft);
    },
    erase: () => draw({ type: 'erase', slide: getSlide(), id: null }),
    zoom: () => hand.toggleZoom(null),
    putAway() {
      const zoom = getZoom();
      if (!hasPen && !zoom) return false;
      hold(false);
      if (zoom) draw({ type: 'zoom', ...zoom, scale: 1 });
      return true;
    },
  };
}

/** Opens the pages for print with what is drawn over the slides of a deck. */
export function openPrint(deck: string | undefined): void {
  const url = new URL(location.href);
  url.search = `?print&drawings=${deck ?? ''}`;
  url.hash = '';
  open(url);
}

function createSwatch(index: number): HTMLButtonElement {
  const swatch = document.createElement('button');
  swatch.type = 'button';
  swatch.className = `speaker-swatch ink-colour-${index + 1}`;
  swatch.ariaLabel = `Colour ${index + 1}`;
  return swatch;
}

/** The border of a picture is no part of the slide. */
function readInnerBox(element: HTMLElement): Box {
  const { left, top } = element.getBoundingClientRect();
  const { clientLeft, clientTop, clientWidth: width, clientHeight: height } = element;
  return { left: left + clientLeft, top: top + clientTop, width, height };
}
