import type { Feed } from '../../talk/model/live-shape.ts';
import { sleep } from './sleep.ts';
import { requestJson, Fault, LIMITS, type Limits } from './poll.ts';
import type { listen, StreamListener } from './live-stream.ts';

/** Callbacks of a feed. */
export interface FeedListener {
  /** Handles a response or event; returns the reason why it is unusable, or null. */
  onText(text: string, stamp: number | null): string | null;
  /** A response or event was dropped. */
  onDrop(reason: string): void;
  /** The source responded, with or without news. */
  onHealthy(): void;
  /** The source failed; `faults` counts consecutive failures. */
  onFault(reason: string, faults: number): void;
}

/** Minimum timeout, as a response slower than two polling intervals is useless. */
const MIN_TIMEOUT_MS = 3000;
const FIRST_RETRY_MS = 5000;
const MAX_RETRY_MS = 30_000;
/** Random variation of intervals, so that pages opened together do not poll together. */
const JITTER = 0.1;

/** Follows a source by polling or by its events; the returned function stops it. */
export function followFeed(
  feed: Pick<Feed, 'kind' | 'url' | 'interval'>,
  listener: FeedListener,
  { bytes, timeout }: Limits = LIMITS,
): () => void {
  const limits = {
    bytes,
    timeout: Math.min(timeout, Math.max(MIN_TIMEOUT_MS, 2 * feed.interval)),
  };
  const stop = new AbortController();
  const { signal } = stop;
  const state = { faults: 0, last: '' };
  const look =
    feed.kind === 'stream'
      ? () => readStream(feed, toStreamListener(state, listener), { signal, limits })
      : () => readAnswer(feed.url, state, listener, { signal, limits });

  async function run(): Promise<void> {
    while (!signal.aborted) {
      // A stream ends without a fault when the computer has slept, and goes on at once.
      let pause = feed.kind === 'stream' ? 0 : feed.interval;
      try {
        await look();
      } catch (error) {
        if (signal.aborted) return;
        state.faults += 1;
        const wait = error instanceof Fault ? (error.wait ?? 0) : 0;
        pause = Math.max(retryDelay(state.faults, feed.interval), wait);
        listener.onFault(error instanceof Error ? error.message : String(error), state.faults);
      }
      await sleep(pause * (1 - JITTER + 2 * JITTER * Math.random()), signal);
    }
  }

  void run();
  return () => stop.abort();
}

interface FeedState {
  /** Consecutive failures. */
  faults: number;
  /** The last usable response. */
  last: string;
}

async function readAnswer(
  url: string,
  state: FeedState,
  { onText, onHealthy }: FeedListener,
  { signal, limits }: { signal: AbortSignal; limits: Limits },
): Promise<void> {
  const { text, stamp } = await requestJson(url, signal, limits);
  if (signal.aborted) return;
  // A response equal to the last one has been handled already.
  const refused = text === state.last ? null : onText(text, stamp);
  if (refused !== null) throw new Fault(refused);
  state.last = text;
  state.faults = 0;
  onHealthy();
}

/** Reads a stream by code that only pages with one load. */
const readStream: typeof listen = async (feed, listener, options) =>
  (await import('./live-stream.ts')).listen(feed, listener, options);

function toStreamListener(
  state: FeedState,
  { onText, onDrop, onHealthy }: FeedListener,
): StreamListener {
  return {
    // A source that accepts connections and closes them at once is not healthy.
    onOpen: () => state.faults === 0 && onHealthy(),
    onText(text, stamp) {
      const refused = onText(text, stamp);
      if (refused !== null) onDrop(refused);
    },
    onDrop,
    onHealthy() {
      state.faults = 0;
      onHealthy();
    },
  };
}

/** Returns the delay before the next attempt: short after the first fault, then longer. */
function retryDelay(faults: number, interval: number): number {
  const first = Math.min(interval, FIRST_RETRY_MS);
  return Math.min(first * 2 ** (faults - 1), Math.max(interval, MAX_RETRY_MS));
}
