import type { ViteDevServer } from 'vite';
import { STAGE_EVENT } from '../../../talk/model/wire.ts';
import type { Terminal } from '../../terminal.ts';

/** The longest message is the outline of a talk. */
const MAX_LENGTH = 1 << 20;
/** Messages that one window may send at once, and each second from then on. */
const BURST = 200;
const PER_SECOND = 50;

/** Returns a test of whether one more message is within the rate; `now` returns milliseconds. */
export function createRate(now: () => number = Date.now): () => boolean {
  let left = BURST;
  let last = now();
  return () => {
    const time = now();
    left = Math.min(BURST, left + ((time - last) / 1000) * PER_SECOND);
    last = time;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}

/** Passes messages between decks and speaker's pages to the windows of other browsers, as a phone's. Only those with the token have a socket. */
export function relayStage({ ws }: Pick<ViteDevServer, 'ws'>, terminal: Terminal): void {
  const rates = new WeakMap<object, () => boolean>();
  let isTold = false;
  ws.on(STAGE_EVENT, (message: unknown, { socket }) => {
    const isWithin = rates.get(socket) ?? createRate();
    rates.set(socket, isWithin);
    if (isWithin() && JSON.stringify(message ?? null).length <= MAX_LENGTH) {
      for (const client of ws.clients)
        if (client.socket !== socket) client.send(STAGE_EVENT, message);
    } else if (!isTold) {
      isTold = true;
      terminal.warn(
        'A window sent too much to the speaker\u2019s pages, and some of it was not passed on.',
      );
    }
  });
}
