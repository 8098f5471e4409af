import type { RevealApi } from 'reveal.js';
import { nameSpeaker, readDeckId } from '../page/deck-id.ts';

const WINDOW_FEATURES = 'width=1280,height=800';

/** Event of a deck whose speaker's page is opened. */
export const STAGE_EVENT = 'speaker';

/** Opens the speaker's page in a window; where the browser blocks it, a line on the deck has the link. */
export function openNotes(deck: RevealApi): void {
  const url = new URL(location.href);
  url.searchParams.set('speaker', '');
  url.hash = '';
  const opened = open(url, nameSpeaker(readDeckId(window)), WINDOW_FEATURES);
  if (opened) opened.focus();
  else showLink(url);
  deck.dispatchEvent({ type: STAGE_EVENT });
}

function showLink(url: URL): void {
  document.querySelector('.popup-blocked')?.remove();
  const line = document.createElement('p');
  const link = document.createElement('a');
  line.className = 'live-notice popup-blocked';
  line.setAttribute('role', 'alert');
  link.href = String(url);
  link.target = nameSpeaker(readDeckId(window));
  link.textContent = 'Open the speaker\u2019s page';
  line.append('The browser blocked a window. ', link);
  line.addEventListener('click', () => line.remove());
  document.body.append(line);
}
