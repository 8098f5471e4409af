import type { DeckState } from '../stage/stage-messages.ts';

type Candidate = Pick<DeckState, 'deck' | 'talk' | 'usedAt'>;

/** Chooses the deck that a speaker's page follows: the one that opened it, else the one of its talk that was used last. */
export function findFollowed<Deck extends Candidate>(
  decks: readonly Deck[],
  { opener, talk }: { opener: string | null; talk: string },
): Deck | undefined {
  const [last] = decks.filter((one) => one.talk === talk).toSorted((a, b) => b.usedAt - a.usedAt);
  return decks.find(({ deck }) => deck === opener) ?? last;
}
