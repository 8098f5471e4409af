import { createDeckId, isDeckId } from './parameters.ts';

const DECK = 'rostrum-deck-';

/** Returns the id of the deck in this window, which keeps it through reloads and other talks. */
export function readDeckId(window: Window): string {
  return parseDeckName(window.name, DECK) ?? assignDeckId(window);
}

/** Gives the deck in this window another id. */
export function assignDeckId(window: Window): string {
  const id = createDeckId();
  window.name = DECK + id;
  return id;
}

/** Returns the name of the window with the speaker's page of a deck. */
export function nameSpeaker(deckId: string): string {
  return `rostrum-speaker-${deckId}`;
}

/** Returns the id in the name of a window with a prefix; null for other names. */
export function parseDeckName(name: string, prefix: string): string | null {
  const id = name.slice(prefix.length);
  return name.startsWith(prefix) && isDeckId(id) ? id : null;
}
