import type { Connect } from './connect.ts';

/** A relay that sends pings does so more often than that. */
const SILENCE_MS = 60_000;

/**
 * Reads the events of a relay. The browser's own reconnection is not used: it gives up on some answers, and lets a whole
 * room return at the same moment.
 */
export const connectEvents: Connect = (url, { onOpen, onAlive, onText, onFail }) => {
  const source = new EventSource(url);
  let timer = 0;
  const close = (): void => {
    clearTimeout(timer);
    source.close();
  };
  const fail = (): void => {
    close();
    onFail();
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(fail, SILENCE_MS);
  };
  source.addEventListener('open', onOpen);
  source.addEventListener('error', fail);
  source.addEventListener('ping', () => {
    onAlive();
    wait();
  });
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    onAlive();
    // A relay without pings may be silent for as long as it wants.
    if (timer !== 0) wait();
    onText(data);
  });
  return close;
};
