const FIRST_MS = 1000;
const MAX_MS = 30_000;

/** Repeats something that failed, later each time, and not while the browser is offline. */
export interface Retry {
  /** Runs it after a while; at once when the browser comes online. */
  later(): void;
  /** Runs it now if it waits. */
  now(): void;
  /** Lets the next wait be short again. */
  reset(): void;
  stop(): void;
}

/** Computes the milliseconds before an attempt, counted from 0; spread, so that a room does not return at once. */
export function computeWait(attempt: number, random = Math.random()): number {
  return Math.min(MAX_MS, FIRST_MS * 2 ** attempt) * (0.5 + random / 2);
}

/** Creates the repetition of a function. */
export function createRetry(run: () => void): Retry {
  let attempt = 0;
  let timer = 0;
  let isWaiting = false;
  const now = (): void => {
    if (!isWaiting || !navigator.onLine) return;
    clearTimeout(timer);
    isWaiting = false;
    run();
  };
  addEventListener('online', now);
  return {
    now,
    later() {
      isWaiting = true;
      clearTimeout(timer);
      timer = window.setTimeout(now, computeWait(attempt));
      attempt += 1;
    },
    reset() {
      attempt = 0;
    },
    stop() {
      isWaiting = false;
      clearTimeout(timer);
      removeEventListener('online', now);
    },
  };
}
