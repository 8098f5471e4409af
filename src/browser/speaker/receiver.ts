import type { RevealApi } from 'reveal.js';
import type { PageParameters } from '../page/parameters.ts';
import { openPictureChannel } from '../stage/channel.ts';
import { showPosition } from '../stage/deck-position.ts';
import type { Position } from '../stage/position.ts';

/** Lets a deck be a picture in a speaker's page: it shows what that page says, and nothing else. */
export function followSpeaker(deck: RevealApi, { pictureId }: PageParameters): void {
  if (pictureId === null) return;
  let shown: Position | null = null;
  const channel = openPictureChannel(pictureId, (message) => {
    if (message === 'hello') return;
    shown = message;
    showPosition(deck, shown);
  });
  // A slide may arrive later than the news of it, while the talk's files change.
  deck.on('sync', () => shown && showPosition(deck, shown));
  channel.send('hello');
}
