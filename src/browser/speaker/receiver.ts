import type { RevealApi } from 'reveal.js';
import type { PageParameters } from '../page/parameters.ts';
import { findSlides } from '../page/page.ts';
import { openSpeakerChannel, type DeckState } from './speaker-channel.ts';

/** Keeps a picture in the speaker's window in step with its deck, or one step ahead. */
export function followDeck(deck: RevealApi, { deckId, isAhead }: PageParameters): void {
  if (deckId === null) return;
  const channel = openSpeakerChannel(deckId, (message) => {
    if (message.type === 'state') showState(deck, message, isAhead);
  });
  channel.send({ type: 'hello' });
}

function showState(deck: RevealApi, { slide, step, isPaused }: DeckState, isAhead: boolean): void {
  const index = findSlides(document).findIndex(({ id }) => id === slide);
  if (index < 0) return;
  deck.slide(index, 0, step);
  if (isAhead) deck.next();
  else if (deck.isPaused() !== isPaused) deck.togglePause(isPaused);
}
