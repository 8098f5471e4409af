import { requestJson } from '../live/poll.ts';
import type { Connect } from './connect.ts';

const INTERVAL_MS = 2000;
const LIMITS = { bytes: 4000, timeout: 10_000 };

/** Polls a file with the leader's place; not while the page is hidden. */
export const connectFile: Connect = (url, { onOpen, onAlive, onText, onFail }) => {
  const end = new AbortController();
  const { signal } = end;
  let timer = 0;
  let isOpen = false;
  const poll = async (): Promise<void> => {
    if (document.hidden) return waitUntilSeen();
    const text = await requestJson(url, signal, LIMITS).then(
      (answer) => answer.text,
      () => null,
    );
    if (signal.aborted) return;
    if (text === null) return onFail();
    if (!isOpen) onOpen();
    isOpen = true;
    onAlive();
    onText(text);
    timer = window.setTimeout(poll, INTERVAL_MS * (0.75 + Math.random() / 2));
  };
  const waitUntilSeen = (): void => {
    document.addEventListener('visibilitychange', () => void poll(), { once: true, signal });
  };
  void poll();
  return () => {
    clearTimeout(timer);
    end.abort();
  };
};
