import type { RevealApi } from 'reveal.js';
import type { RoomPlace } from '../../talk/model/room/room-place.ts';
import { findSlides } from '../page/page.ts';

/** A slide and a step of it. */
export type DeckPlace = Pick<RoomPlace, 'slide' | 'step'>;

const MOVES = ['slidechanged', 'fragmentshown', 'fragmenthidden'];

/** Reads where a deck is. */
export function readDeckPlace(deck: RevealApi): DeckPlace {
  return { slide: deck.getCurrentSlide().id, step: deck.getIndices().f ?? -1 };
}

/** Moves a deck to a place; stays where the talk on the page has no such slide. */
export function showDeckPlace(deck: RevealApi, { slide, step }: DeckPlace): void {
  const index = findSlides(document).findIndex(({ id }) => id === slide);
  if (index < 0 || isSamePlace(readDeckPlace(deck), { slide, step })) return;
  deck.slide(index, 0, step);
}

/** Reports whether two places are the same. */
export function isSamePlace(one: DeckPlace, other: DeckPlace): boolean {
  return one.slide === other.slide && one.step === other.step;
}

/** Calls a function when a deck has moved. */
export function onMove(deck: RevealApi, run: () => void): void {
  for (const event of MOVES) deck.on(event, run);
}
