import { SLIDE_SIZE } from '../deck/slide-size.ts';
import type { RevealApi } from 'reveal.js';
import { findZoom, NO_INK, type Ink } from './ink-state.ts';
import type { Zoom } from './ink-messages.ts';
import { addInkStyle, createElement, createLayer, drawStrokes } from './ink-svg.ts';
import { centreSlide, type Box } from './slide-space.ts';

/** What is drawn over the slides of a deck. */
export interface InkLayer {
  show(ink: Ink): void;
  /** Keeps what is drawn as it is until it is called with false. */
  hold(isHeld: boolean): void;
}

const CHANGES = ['slidechanged', 'sync', 'overviewhidden'];
/** A pointer that rests disappears. */
const POINTER_MS = 1500;

/** Opens the layer of a deck, which draws once a frame. */
export function openInkLayer(deck: RevealApi): InkLayer {
  addInkStyle(document);
  const pen = createLayer();
  // A layer of its own: browsers draw what moves less sharply.
  const top = createLayer();
  const pointer = top.appendChild(createPointer());
  let ink = NO_INK;
  let isHeld = false;
  let isWaiting = false;
  let timer = 0;
  let shown: Ink['pointer'] = null;
  const hidePointer = (): void => pointer.classList.remove('is-on');
  const showPointer = (slide: string): void => {
    if (ink.pointer?.slide !== slide) return hidePointer();
    if (ink.pointer === shown) return;
    shown = ink.pointer;
    pointer.style.translate = `${shown.x}px ${shown.y}px`;
    // It appears at its place, and moves from there on.
    if (!pointer.classList.contains('is-on')) pointer.getBoundingClientRect();
    pointer.classList.add('is-on');
    clearTimeout(timer);
    timer = window.setTimeout(hidePointer, POINTER_MS);
  };
  const draw = (): void => {
    isWaiting = false;
    if (isHeld) return;
    const slide = deck.getCurrentSlide() as HTMLElement | undefined;
    const id = slide?.id ?? '';
    pen.dataset['ground'] = slide?.dataset['ground'] ?? '';
    drawStrokes(
      pen,
      ink.strokes.filter((stroke) => stroke.slide === id),
    );
    showPointer(id);
    enlarge(deck, deck.isOverview() ? null : findZoom(ink, id));
  };
  const request = (): void => {
    if (!isWaiting) requestAnimationFrame(draw);
    isWaiting = true;
  };
  for (const event of CHANGES) deck.on(event, request);
  addEventListener('resize', request);
  deck.getSlidesElement()?.append(pen, top);
  return {
    show(next) {
      ink = next;
      request();
    },
    hold(held) {
      isHeld = held;
      request();
    },
  };
}

/** Returns where the slide of a deck is on the screen, without its zoom. */
export function readSlideBox(deck: RevealApi): Box {
  const root = deck.getRevealElement() as HTMLElement;
  const { offsetWidth: width, offsetHeight: height } = root;
  const { left, top } = root.parentElement?.getBoundingClientRect() ?? new DOMRect();
  const screen = { left: left + root.offsetLeft, top: top + root.offsetTop, width, height };
  return centreSlide(screen, deck.getScale());
}

/** Shows the screen of a deck larger about a spot, which stays where it is. */
function enlarge(deck: RevealApi, zoom: Zoom | null): void {
  const root = deck.getRevealElement() as HTMLElement;
  root.style.scale = zoom ? String(zoom.scale) : '';
  // On the way back the spot stays too.
  if (!zoom) return;
  const box = centreSlide(
    { left: 0, top: 0, width: root.offsetWidth, height: root.offsetHeight },
    deck.getScale(),
  );
  const x = box.left + (zoom.x / SLIDE_SIZE.width) * box.width;
  const y = box.top + (zoom.y / SLIDE_SIZE.height) * box.height;
  root.style.transformOrigin = `${x}px ${y}px`;
}

function createPointer(): SVGElement {
  const pointer = createElement('g');
  pointer.setAttribute('class', 'ink-pointer');
  for (const radius of [17, 13, 9]) {
    const circle = pointer.appendChild(createElement('circle'));
    circle.setAttribute('r', String(radius));
  }
  return pointer;
}
