import type { DeckNotice } from '../stage/stage-messages.ts';

/** Knows whether other decks are open. */
export interface DeckRoll {
  /** Checks whether a deck is open in this browser; questions that wait share their answer. */
  isOpen(deck: string): Promise<boolean>;
  /** Notes the answer of a deck. */
  note(deck: string): void;
}

const ANSWER_TIMEOUT_MS = 3000;

/** A question that waits for its answer. */
interface Question {
  answer: Promise<boolean>;
  settle(isOpen: boolean): void;
}

/** Opens a roll of decks; a deck answers with `taken` to a claim of its id. */
export function openDeckRoll(send: (message: DeckNotice) => void): DeckRoll {
  const asked = new Map<string, Question>();
  const ask = (deck: string): Question => {
    let settle = (_isOpen: boolean): void => {};
    const answer = new Promise<boolean>((resolve) => (settle = resolve));
    const timer = setTimeout(() => settle(false), ANSWER_TIMEOUT_MS);
    void answer.finally(() => {
      clearTimeout(timer);
      asked.delete(deck);
    });
    return { answer, settle };
  };
  return {
    isOpen(deck) {
      const known = asked.get(deck);
      if (known) return known.answer;
      const question = ask(deck);
      asked.set(deck, question);
      send({ type: 'claim', deck });
      return question.answer;
    },
    note(deck) {
      asked.get(deck)?.settle(true);
    },
  };
}
