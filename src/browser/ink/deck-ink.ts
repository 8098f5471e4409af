import type { RevealApi } from 'reveal.js';
import { isScrollView } from '../deck/deck-view.ts';
import { filterKeys } from '../deck/keys.ts';
import { findSlides } from '../page/page.ts';
import type { ToolName } from '../stage/tool-event.ts';
import { followHand, type Tool } from './hand.ts';
import { openInkLayer, readSlideBox } from './ink-layer.ts';
import { COLOURS, type InkDraft } from './ink-messages.ts';
import { applyInk, findZoom, NO_INK, undoStroke, writeInk, type Ink } from './ink-state.ts';
import { readInk, storeInk } from './ink-store.ts';
import type { Place } from './slide-space.ts';

const MOVES = ['slidechanged', 'fragmentshown', 'fragmenthidden', 'overviewshown'];

/** What is drawn over the slides of a deck, in its own window and in others. */
export interface DeckInk {
  /** Takes a tool, or puts it away, in the deck's own window; `spot` is a place on the screen in pixels. */
  use(tool: ToolName, spot: Place | null): void;
  /** Draws what another window has sent. */
  take(draft: InkDraft): void;
  /** Sends everything, to a window that begins. */
  sendAll(): void;
  /** Keeps the screen as it is until it is called with false. */
  hold(isHeld: boolean): void;
}

/** How the ink of a deck is opened. */
export interface DeckInkOptions {
  /** Path of the talk, by which strokes are kept through a reload. */
  talk: string;
  /** Gets what is drawn in the deck's own window. */
  send(draft: InkDraft): void;
}

/** Opens what is drawn over the slides of a deck. */
export function openDeckInk(deck: RevealApi, { talk, send }: DeckInkOptions): DeckInk {
  const layer = openInkLayer(deck);
  let ink: Ink = { ...NO_INK, strokes: readInk(talk) };
  let tool: Tool = 'none';
  let colour = 0;
  let isFrozen = false;
  let surface: HTMLElement | null = null;
  const getSlide = (): string | null =>
    deck.isOverview() || deck.isPaused() || isScrollView(deck) ? null : deck.getCurrentSlide().id;
  const getZoom = () => findZoom(ink, getSlide() ?? '');
  const take = (draft: InkDraft): void => {
    if ('slide' in draft && !hasSlide(draft.slide)) return;
    ink = applyInk(ink, draft);
    layer.show(ink);
  };
  const draw = (draft: InkDraft | null): void => {
    if (!draft) return;
    take(draft);
    send(draft);
  };
  const endZoom = (): void => {
    if (ink.zoom) draw({ type: 'zoom', ...ink.zoom, scale: 1 });
  };
  const hand = followHand(document, {
    getBox: () => readSlideBox(deck),
    // A finger on a frozen screen changes nothing below it.
    getSlide: () => (isFrozen ? null : getSlide()),
    getZoom,
    getTool: () => tool,
    getColour: () => colour,
    draw,
  });
  const hold = (next: Tool): void => {
    if (tool === 'pointer') draw({ type: 'leave' });
    tool = next;
    document.body.dataset['tool'] = tool;
    surface?.remove();
    surface = tool === 'pen' ? createSurface(document) : null;
  };
  filterKeys(({ keys }) => {
    const isUsed = tool !== 'none' || getZoom() !== null;
    if (keys[0] !== 'o' || !isUsed || deck.isPaused()) return false;
    hold('none');
    endZoom();
    return true;
  });
  for (const event of MOVES) deck.on(event, endZoom);
  addEventListener('pagehide', () => storeInk(talk, ink.strokes));
  layer.show(ink);
  return {
    take(draft) {
      // Only the deck itself knows all of its ink.
      if (draft.type !== 'ink') take(draft);
    },
    sendAll: () => send(writeInk(ink)),
    hold(isHeld) {
      isFrozen = isHeld;
      layer.hold(isHeld);
    },
    use(wish, spot) {
      const slide = getSlide();
      if (slide === null || isFrozen) return;
      switch (wish) {
        case 'pointer':
          return hold(tool === 'pointer' ? 'none' : 'pointer');
        case 'pen':
          // The same key takes the next colour, and puts the pen away after the last one.
          colour = tool === 'pen' ? colour + 1 : 0;
          return hold(colour < COLOURS ? 'pen' : 'none');
        case 'erase':
          return draw({ type: 'erase', slide, id: null });
        case 'undo':
          return draw(undoStroke(ink, slide));
        case 'zoom':
          return hand.toggleZoom(spot);
      }
    },
  };
}

/** Another window may show an older version of this talk, or a different talk. */
function hasSlide(id: string): boolean {
  return findSlides(document).some((slide) => slide.id === id);
}

function createSurface(document: Document): HTMLElement {
  const surface = document.createElement('div');
  surface.className = 'ink-surface';
  document.body.append(surface);
  return surface;
}
