import type { RevealApi } from 'reveal.js';
import { OPEN_EVENT } from './speaker-window.ts';
import { TOOL_EVENT } from './tool-event.ts';

const MOVES = ['slidechanged', 'fragmentshown', 'fragmenthidden'];
const EVENTS = [...MOVES, OPEN_EVENT, TOOL_EVENT];
/** The deck is drawn by then, and its first slide is still on. */
const DELAY_MS = 3000;

/** Loads what connects a deck with speaker's pages: soon, or with the first move or tool, or when such a page is opened. */
export function awaitStage(deck: RevealApi): void {
  const timer = setTimeout(start, DELAY_MS);
  for (const event of EVENTS) deck.on(event, start);
  function start(event?: Event): void {
    clearTimeout(timer);
    for (const name of EVENTS) deck.off(name, start);
    // Without a network the deck goes on by itself.
    import('./stage.ts').then(
      ({ startStage }) => startStage(deck, event ?? null),
      () => undefined,
    );
  }
}
