import type { RevealApi } from 'reveal.js';
import { isScrollView } from '../deck/deck-view.ts';
import type { DeckInk } from '../ink/deck-ink.ts';
import type { InkDraft } from '../ink/ink-messages.ts';
import { hasStoredInk } from '../ink/ink-store.ts';
import { isPageEnlarged } from '../page/enlarged.ts';
import { readTalkPath } from './channel.ts';

/** Does something with the ink of a deck once its code is there. */
export type WithInk = (use: (ink: DeckInk) => void) => void;

/** Loads what draws over the slides of a deck with its first use, or at once where a reload has left strokes. */
export function openInkDoor(deck: RevealApi, send: (draft: InkDraft) => void): WithInk {
  let loading: Promise<DeckInk> | null = null;
  const load = async (): Promise<DeckInk> => {
    const { openDeckInk } = await import('../ink/deck-ink.ts');
    return openDeckInk(deck, { talk: readTalkPath(), send });
  };
  /** The gesture for which the code is loaded would otherwise be the browser's to its end. */
  const loadForPinch = (event: TouchEvent): void => {
    if (event.touches.length !== 2 || loading || isPageEnlarged()) return;
    if (deck.isOverview() || isScrollView(deck)) return;
    event.preventDefault();
    withInk(() => {});
  };
  const withInk: WithInk = (use) => {
    loading ??= load();
    loading.then(use, () => {
      // Without a network it is tried again with the next use.
      loading = null;
    });
  };
  addEventListener('touchstart', loadForPinch, { passive: false });
  if (hasStoredInk(readTalkPath())) withInk(() => {});
  return withInk;
}
