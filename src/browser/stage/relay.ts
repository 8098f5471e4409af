import { STAGE_EVENT, type StageLetter } from '../../talk/model/wire.ts';
import { createDeckId, isDeckId } from '../page/parameters.ts';

/** The socket of a dev server, by which windows of different browsers reach each other. */
export interface StageSocket {
  on(event: string, listener: (data: unknown) => void): void;
  send(event: string, data: unknown): void;
}

const STORAGE_KEY = 'rostrum:browser';

let socket: StageSocket | null = null;

/** Lets the channels that are opened from now on reach other browsers as well, such as that of a phone. */
export function useRelay(opened: StageSocket): void {
  socket = opened;
}

/** Opens a channel to the windows of other browsers; does nothing where no dev server is behind the page. */
export function openRelay(
  channel: string,
  onMessage: (data: unknown) => void,
): (message: unknown) => void {
  const opened = socket;
  const browser = opened && readBrowserId();
  // Windows of this browser, which have a channel of their own, would get everything twice.
  if (!opened || browser === null) return () => {};
  opened.on(STAGE_EVENT, (data) => {
    const letter = parseLetter(data);
    if (letter && letter.browser !== browser && letter.channel === channel)
      onMessage(letter.message);
  });
  return (message) => opened.send(STAGE_EVENT, { browser, channel, message } satisfies StageLetter);
}

/** Checks the shape of a letter, and leaves that of its message to the channel; null for anything else. */
export function parseLetter(data: unknown): StageLetter | null {
  if (typeof data !== 'object' || data === null) return null;
  const { browser, channel, message } = data as Partial<Record<keyof StageLetter, unknown>>;
  return isDeckId(browser) && typeof channel === 'string' ? { browser, channel, message } : null;
}

/** Returns the id that all windows of this browser share; null where the browser keeps nothing. */
function readBrowserId(): string | null {
  try {
    const known = localStorage.getItem(STORAGE_KEY);
    if (isDeckId(known)) return known;
    localStorage.setItem(STORAGE_KEY, createDeckId());
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
