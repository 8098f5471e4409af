import type { RevealApi } from 'reveal.js';
import { STAGE_EVENT } from './speaker-window.ts';

const MOVES = ['slidechanged', 'fragmentshown', 'fragmenthidden'];
/** The deck is drawn by then, and its first slide is still on. */
const DELAY_MS = 3000;

/** Loads what connects a deck with speaker's pages: soon, or with the first move, or when such a page is opened. */
export function awaitStage(deck: RevealApi): void {
  const timer = setTimeout(() => start(false), DELAY_MS);
  const onMove = (): void => start(true);
  const onOpen = (): void => start(false);
  for (const event of MOVES) deck.on(event, onMove);
  deck.on(STAGE_EVENT, onOpen);
  function start(hasMoved: boolean): void {
    clearTimeout(timer);
    for (const event of MOVES) deck.off(event, onMove);
    deck.off(STAGE_EVENT, onOpen);
    // Without a network the deck goes on by itself.
    void import('./stage.ts').then(
      ({ startStage }) => startStage(deck, hasMoved),
      () => undefined,
    );
  }
}
