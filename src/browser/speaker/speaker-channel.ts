/** The state of a deck, for the windows that follow it. */
export interface DeckState {
  type: 'state';
  slide: string;
  /** Index of the current step; -1 before the first. */
  step: number;
  isPaused: boolean;
  /** The slide's speaker notes as HTML. */
  notes: string;
}

/** A key pressed in the speaker's window. */
export interface SpeakerKey {
  type: 'key';
  key: string;
  keyCode: number;
  shiftKey: boolean;
}

/** Sent by a window that begins to follow a deck. */
export interface SpeakerHello {
  type: 'hello';
}

/** Messages between a deck, its speaker's window and the pictures in it. */
export type SpeakerMessage = DeckState | SpeakerKey | SpeakerHello;

/** A channel between a deck and the windows that follow it. */
export interface SpeakerChannel {
  send(message: SpeakerMessage): void;
}

/**
 * Opens the channel of a deck. Only pages of the same origin can join it, and only those that know the deck's id;
 * messages of any other shape are ignored.
 */
export function openSpeakerChannel(
  deckId: string,
  onMessage: (message: SpeakerMessage) => void,
): SpeakerChannel {
  const channel = new BroadcastChannel(`rostrum:speaker:${deckId}`);
  channel.addEventListener('message', ({ data }) => {
    const message = parseSpeakerMessage(data);
    if (message) onMessage(message);
  });
  return {
    send(message) {
      channel.postMessage(message);
    },
  };
}

const MAX_KEY_LENGTH = 20;

/** Checks the shape of a message; null for anything else. */
export function parseSpeakerMessage(data: unknown): SpeakerMessage | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null;
  const message = data as Record<string, unknown>;
  switch (message['type']) {
    case 'hello':
      return { type: 'hello' };
    case 'key':
      return parseKey(message);
    case 'state':
      return parseState(message);
    default:
      return null;
  }
}

function parseKey({ key, keyCode, shiftKey }: Record<string, unknown>): SpeakerKey | null {
  if (typeof key !== 'string' || key.length > MAX_KEY_LENGTH) return null;
  if (!isIndex(keyCode) || typeof shiftKey !== 'boolean') return null;
  return { type: 'key', key, keyCode, shiftKey };
}

function parseState(message: Record<string, unknown>): DeckState | null {
  const { slide, step, isPaused, notes } = message;
  if (typeof slide !== 'string' || typeof notes !== 'string') return null;
  if (!isIndex(step) || typeof isPaused !== 'boolean') return null;
  return { type: 'state', slide, step, isPaused, notes };
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= -1;
}
