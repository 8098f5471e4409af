import type { DeckNotice } from '../stage/stage-messages.ts';

/** Knows whether other decks are open. */
export interface DeckRoll {
  /** Checks whether a deck is open in this browser. */
  isOpen(deck: string): Promise<boolean>;
  /** Notes the answer of a deck. */
  note(deck: string): void;
}

const ANSWER_TIMEOUT_MS = 3000;

/** Opens a roll of decks; a deck answers with `taken` to a claim of its id. */
export function openDeckRoll(send: (message: DeckNotice) => void): DeckRoll {
  const asked = new Map<string, (isOpen: boolean) => void>();
  return {
    isOpen: (deck) =>
      new Promise((resolve) => {
        asked.get(deck)?.(true);
        asked.set(deck, resolve);
        setTimeout(() => resolve(false), ANSWER_TIMEOUT_MS);
        send({ type: 'claim', deck });
      }),
    note(deck) {
      asked.get(deck)?.(true);
      asked.delete(deck);
    },
  };
}
