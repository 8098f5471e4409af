import type { RevealApi } from 'reveal.js';
import { openInkLayer, type InkLayer } from '../ink/ink-layer.ts';
import type { InkDraft } from '../ink/ink-messages.ts';
import { applyInk, NO_INK } from '../ink/ink-state.ts';
import type { PageParameters } from '../page/parameters.ts';
import { openPictureChannel } from '../stage/channel.ts';
import { showPosition } from '../stage/deck-position.ts';
import type { Position } from '../stage/position.ts';

/** Lets a deck be a picture in a speaker's page: it shows what that page says, and nothing else. */
export function followSpeaker(deck: RevealApi, { pictureId }: PageParameters): void {
  if (pictureId === null) return;
  let shown: Position | null = null;
  let ink = NO_INK;
  let layer: InkLayer | null = null;
  const draw = (draft: InkDraft): void => {
    ink = applyInk(ink, draft);
    layer ??= openInkLayer(deck);
    layer.show(ink);
  };
  const channel = openPictureChannel(pictureId, (message) => {
    if (message === 'hello') return;
    if ('type' in message) return draw(message);
    shown = message;
    showPosition(deck, shown);
  });
  // A slide may arrive later than the news of it, while the talk's files change.
  deck.on('sync', () => shown && showPosition(deck, shown));
  channel.send('hello');
}
