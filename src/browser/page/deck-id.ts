import { createDeckId, isDeckId } from './parameters.ts';

const DECK = 'rostrum-deck-';
const SPEAKER = 'rostrum-speaker-';

/** Returns the id of the deck in this window, which keeps it through reloads and other talks. */
export function readDeckId(window: Window): string {
  return parseName(window.name, DECK) ?? assignDeckId(window);
}

/** Gives the deck in this window another id. */
export function assignDeckId(window: Window): string {
  const id = createDeckId();
  window.name = DECK + id;
  return id;
}

/** Returns the name of the window with the speaker's page of a deck. */
export function nameSpeaker(deckId: string): string {
  return SPEAKER + deckId;
}

/** Returns the id of the deck that opened this window as its speaker's page; null for none. */
export function readOpener(window: Window): string | null {
  return parseName(window.name, SPEAKER);
}

function parseName(name: string, prefix: string): string | null {
  const id = name.slice(prefix.length);
  return name.startsWith(prefix) && isDeckId(id) ? id : null;
}
