import type { RevealApi } from 'reveal.js';
import { createDeckId, isDeckId } from '../page/parameters.ts';
import { openSpeakerChannel, type DeckState, type SpeakerKey } from './speaker-channel.ts';

const STORAGE_KEY = 'rostrum:speaker';
const WINDOW_FEATURES = 'width=1100,height=700';
const EVENTS = [
  'slidechanged',
  'fragmentshown',
  'fragmenthidden',
  'overviewhidden',
  'paused',
  'resumed',
  'sync',
];
/** Keys that the speaker's window forwards. Others need a click in the deck's own window, or open one. */
const PASSED_KEYS =
  /^(?: |Enter|Escape|Home|End|PageUp|PageDown|Arrow(?:Left|Right|Up|Down)|[bdhlnov.])$/i;

/** Ids of decks that have a speaker's window. */
const deckIds = new WeakMap<RevealApi, string>();

/** Opens the speaker's window. */
export function openNotes(deck: RevealApi): void {
  const id = deckIds.get(deck) ?? createDeckId();
  if (!deckIds.has(deck)) followSpeaker(deck, id);
  storeId(id);
  const url = new URL(location.href);
  url.searchParams.delete('receiver');
  url.searchParams.set('speaker', id);
  url.hash = '';
  open(url, `rostrum-speaker-${id}`, WINDOW_FEATURES)?.focus();
}

/** Reconnects a speaker's window that was open before the page was reloaded. */
export function resumeNotes(deck: RevealApi): void {
  const id = readId();
  if (id !== null && isReload()) followSpeaker(deck, id);
}

/** Sends the deck's state on every change, and handles the keys of the speaker's window. */
function followSpeaker(deck: RevealApi, id: string): void {
  deckIds.set(deck, id);
  const channel = openSpeakerChannel(id, (message) => {
    if (message.type === 'hello') channel.send(readState(deck));
    if (message.type === 'key') pressKey(message);
  });
  const send = (): void => channel.send(readState(deck));
  for (const event of EVENTS) deck.on(event, send);
  send();
}

function readState(deck: RevealApi): DeckState {
  const slide = deck.getCurrentSlide() as HTMLElement | undefined;
  const notes = [...(slide?.querySelectorAll('aside.notes') ?? [])];
  return {
    type: 'state',
    slide: slide?.id ?? '',
    step: deck.getIndices().f ?? -1,
    isPaused: deck.isPaused(),
    notes: notes.map(({ innerHTML }) => innerHTML).join('\n'),
  };
}

function pressKey({ key, keyCode, shiftKey }: SpeakerKey): void {
  if (!PASSED_KEYS.test(key)) return;
  document.dispatchEvent(
    new KeyboardEvent('keydown', { key, keyCode, shiftKey, bubbles: true, cancelable: true }),
  );
}

/** A window opened from this one starts with a copy of its storage, but has a new deck. */
function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate';
}

function storeId(id: string): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, id);
  } catch {
    // Without storage, the window must be opened again after a reload.
  }
}

function readId(): string | null {
  try {
    const id = sessionStorage.getItem(STORAGE_KEY);
    return isDeckId(id) ? id : null;
  } catch {
    return null;
  }
}
