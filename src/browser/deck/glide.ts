import type { RevealApi } from 'reveal.js';
import { findSlides } from '../page/page.ts';
import { isStill } from '../page/still.ts';
import type { Key } from './key.ts';
import { filterKeys } from './keys.ts';
import { isOnLast } from './moves.ts';

/** A move whose slides glide: its change of the deck, which happens once, and its end. */
interface Glide {
  end(): void;
}

const MOVES: Readonly<Record<string, 1 | -1>> = { '\u2192': 1, '\u2190': -1 };
const MARK = ':scope > rostrum-glide';
const NAMED = '.slide-main :is(h1, h2, h3, h4, h5, h6), .slide-main [id]';
const BUTTONS = '.touch-back, .touch-next';
/** How far a finger moves, in pixels, before it is a swipe; reveal.js goes on at 40. */
const SWIPE = 30;
const HEADING = /^h[1-6]$/;
const BLANKS = /\s+/g;

/** Lets what two slides have in common glide when a key or a finger goes from one to the other. */
export function followGlides(document: Document): void {
  followTouch(document);
  let running: Glide | null = null;
  filterKeys((key, deck) => {
    // The next key does not wait for what the last one has begun.
    running?.end();
    running = null;
    const pair = findPair(key, deck);
    if (!pair || !document.startViewTransition) return false;
    running = startGlide(document, pair, () => key.run(deck, false));
    return true;
  });
}

/** Lets a finger, and the buttons for it, do what the arrow keys do between slides that glide. */
function followTouch(document: Document): void {
  let begin: PointerEvent | null = null;
  let isDone = false;
  const press = (direction: 1 | -1, event: Event): boolean => {
    const slides = findSlides(document);
    const at = slides.findIndex(({ classList }) => classList.contains('present'));
    const later = slides[direction > 0 ? at + 1 : at];
    if (at < 0 || !later?.querySelector(MARK)) return false;
    event.stopPropagation();
    const key = direction > 0 ? 'ArrowRight' : 'ArrowLeft';
    document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    return true;
  };
  const slides = document.querySelector('.reveal > .slides');
  slides?.addEventListener('pointerdown', (event) => {
    const isFinger = event instanceof PointerEvent && event.pointerType === 'touch';
    begin = isFinger && event.isPrimary ? event : null;
    isDone = false;
  });
  slides?.addEventListener('pointermove', (event) => {
    if (!begin || !(event instanceof PointerEvent)) return;
    if (isDone) return event.stopPropagation();
    const [x, y] = [event.clientX - begin.clientX, event.clientY - begin.clientY];
    if (Math.abs(x) > SWIPE && Math.abs(x) > Math.abs(y)) isDone = press(x < 0 ? 1 : -1, event);
  });
  const click = (event: Event): void => {
    const button = event.target instanceof Element && event.target.closest(BUTTONS);
    if (button) press(button.matches('.touch-next') ? 1 : -1, event);
  };
  document.addEventListener('click', click, { capture: true });
}

/** Finds the two slides of a move that glides; null for any other move. */
function findPair({ keys }: Key, deck: RevealApi): [HTMLElement, HTMLElement] | null {
  const direction = MOVES[keys[0] ?? ''];
  if (direction === undefined || deck.isPaused() || deck.isOverview()) return null;
  const fragments = deck.availableFragments();
  if (direction > 0 ? fragments.next || isOnLast(deck) : fragments.prev) return null;
  const slides = findSlides(document);
  const at = deck.getIndices().h;
  const [from, to] = [slides[at], slides[at + direction]];
  if (!from || !to || isStill(from) || document.querySelector('.freeze-shield')) return null;
  return (direction > 0 ? to : from).querySelector(MARK) ? [from, to] : null;
}

function startGlide(
  document: Document,
  [from, to]: readonly [HTMLElement, HTMLElement],
  move: () => void,
): Glide {
  const [old, now] = [listNamed(from), listNamed(to)];
  const common = [...old.keys()].filter((name) => now.has(name));
  const elements = (side: ReadonlyMap<string, HTMLElement>): (HTMLElement | undefined)[] =>
    common.map((name) => side.get(name));
  nameElements(elements(old));
  let isMoved = false;
  const change = (): void => {
    if (isMoved) return;
    isMoved = true;
    unnameElements(elements(old));
    move();
    nameElements(elements(now));
  };
  const transition = document.startViewTransition(change);
  // It is rejected when a key ends it, or the page is hidden.
  transition.ready.catch(() => {});
  void transition.finished.finally(() => unnameElements(elements(now)));
  return {
    end() {
      change();
      transition.skipTransition();
    },
  };
}

/** Returns the elements of a slide that glide by their ids, and its headings by their words; the first of each name. */
function listNamed(slide: HTMLElement): Map<string, HTMLElement> {
  const found = new Map<string, HTMLElement>();
  for (const element of slide.querySelectorAll<HTMLElement>(NAMED)) {
    const words = HEADING.test(element.localName) ? element.textContent : '';
    const names = [words.replace(BLANKS, ' ').trim(), element.id === '' ? '' : `#${element.id}`];
    for (const name of names) if (name !== '' && !found.has(name)) found.set(name, element);
  }
  return found;
}

function nameElements(elements: readonly (HTMLElement | undefined)[]): void {
  for (const [index, element] of elements.entries()) {
    element?.style.setProperty('view-transition-name', `glide-${index}`);
  }
}

function unnameElements(elements: readonly (HTMLElement | undefined)[]): void {
  for (const element of elements) element?.style.removeProperty('view-transition-name');
}
