import type { RevealApi } from 'reveal.js';
import { nameSpeaker, readDeckId } from '../page/deck-id.ts';

/** Event of a deck whose speaker's page is opened; its `data` is the address where the browser blocked the window. */
export const OPEN_EVENT = 'speaker';

/** Opens the speaker's page in a window; where the browser blocks it, a line on the deck has the link. */
export function openNotes(deck: RevealApi): void {
  const url = new URL(location.href);
  url.searchParams.set('speaker', '');
  url.hash = '';
  const opened = open(url, nameSpeaker(readDeckId(window)), 'width=1280,height=800');
  opened?.focus();
  deck.dispatchEvent({ type: OPEN_EVENT, data: { blocked: opened ? '' : String(url) } });
}
