import type { RevealApi } from 'reveal.js';
import { findSlides } from '../page/page.ts';

/** Decks in which "next" was pressed at the end; the second time the screen turns black. */
const AT_END = 'data-end';

/**
 * Goes to the next step or slide; the talk ends with its last slide, and backup slides follow only among themselves.
 * A key that is held down does not turn the screen black.
 */
export function goNext(deck: RevealApi, isRepeated = false): void {
  if (!isAtEnd(deck)) return deck.next();
  if (isRepeated) return;
  const root = deck.getRevealElement() as HTMLElement | null;
  if (root?.hasAttribute(AT_END)) return deck.togglePause(true);
  root?.setAttribute(AT_END, '');
  const forget = (): void => {
    root?.removeAttribute(AT_END);
    for (const event of ['slidechanged', 'fragmenthidden', 'resumed']) deck.off(event, forget);
  };
  for (const event of ['slidechanged', 'fragmenthidden', 'resumed']) deck.on(event, forget);
}

/** Goes one step or slide back. */
export function goBack(deck: RevealApi): void {
  deck.prev();
}

/** Reports whether a deck shows the last slide of its talk. */
export function isOnLast(deck: RevealApi): boolean {
  return deck.getCurrentSlide() === lastOfTalk(findSlides(document));
}

/** Reports whether the screen is black because the talk has ended, so that "back" leads to the last slide again. */
export function hasEnded(deck: RevealApi): boolean {
  return deck.isPaused() && Boolean(deck.getRevealElement()?.hasAttribute(AT_END));
}

/** Shows the slide again after the end of the talk; returns whether the deck can move, which it cannot while it is black otherwise. */
export function leaveEnd(deck: RevealApi): boolean {
  if (hasEnded(deck)) deck.togglePause(false);
  return !deck.isPaused();
}

/** Shows the first slide. */
export function goFirst(deck: RevealApi): void {
  deck.slide(0);
}

/** Shows the last slide of the talk, without its steps; backup slides come after it. */
export function goLast(deck: RevealApi): void {
  deck.slide(findSlides(document).indexOf(lastOfTalk(findSlides(document))));
}

/** Shows a slide by its id; does nothing where the page has none of that id. */
export function goToSlide(deck: RevealApi, id: string): void {
  const index = findSlides(document).findIndex((slide) => slide.id === id);
  if (index >= 0) deck.slide(index);
}

function isAtEnd(deck: RevealApi): boolean {
  if (deck.availableFragments().next) return false;
  const slides = findSlides(document);
  const current = deck.getCurrentSlide() as HTMLElement;
  return current === lastOfTalk(slides) || current === slides.at(-1);
}

/** Returns the last slide that is counted; where none is, the last of all. */
function lastOfTalk(slides: readonly HTMLElement[]): HTMLElement {
  const counted = slides.findLast(({ dataset }) => dataset['visibility'] !== 'uncounted');
  const last = counted ?? slides.at(-1);
  if (!last) throw new Error('The page has no slides.');
  return last;
}
