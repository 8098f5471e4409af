import type { Feed } from '../../talk/model/live-shape.ts';
import { requestJson, Fault, LIMITS, type Limits } from './poll.ts';
import { listen, type StreamListener } from './live-stream.ts';

/** Whom a feed tells what comes. */
export interface FeedListener {
  /** Something came; gives the reason why none of it could be used, or null. */
  onText(text: string, stamp: number | null): string | null;
  /** Something that came was left out. */
  onDrop(reason: string): void;
  /** The source answered, with something new or without. */
  onHealthy(): void;
  /** The source gave nothing; `faults` counts how often in a row. */
  onFault(reason: string, faults: number): void;
}

/** An answer that takes longer than the time between two looks is of no use. */
const MIN_TIMEOUT_MS = 3000;
const FIRST_RETRY_MS = 5000;
const MAX_RETRY_MS = 30_000;
/** Pages that were opened together do not ask together for ever. */
const JITTER = 0.1;

/** Follows a source until the returned function is called: asks again and again, or listens to its events. */
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
      ? () => listen(feed, toStreamListener(state, listener), { signal, limits })
      : () => readAnswer(feed.url, state, listener, { signal, limits });

  async function run(): Promise<void> {
    while (!signal.aborted) {
      let pause = feed.interval;
      try {
        await look();
      } catch (error) {
        if (signal.aborted) return;
        state.faults += 1;
        const wait = error instanceof Fault ? (error.wait ?? 0) : 0;
        pause = Math.max(retryDelay(state.faults, feed.interval), wait);
        listener.onFault(error instanceof Error ? error.message : String(error), state.faults);
      }
      await sleep(pause * (1 - JITTER + Math.random() * 2 * JITTER), signal);
    }
  }

  void run();
  return () => stop.abort();
}

interface FeedState {
  /** Faults in a row. */
  faults: number;
  /** The last answer that could be used. */
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
  // An answer that is the last one again has been read already.
  const refused = text === state.last ? null : onText(text, stamp);
  if (refused !== null) throw new Fault(refused);
  state.last = text;
  state.faults = 0;
  onHealthy();
}

function toStreamListener(
  state: FeedState,
  { onText, onDrop, onHealthy }: FeedListener,
): StreamListener {
  return {
    // A source that only lets itself be called and hangs up again is not healthy.
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

/** After a fault a source is asked again soon, then less and less often. */
function retryDelay(faults: number, interval: number): number {
  const first = Math.min(interval, FIRST_RETRY_MS);
  return Math.min(first * 2 ** (faults - 1), Math.max(interval, MAX_RETRY_MS));
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, Math.min(milliseconds, 2 ** 31 - 1));
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      removeEventListener('online', done);
      resolve();
    }
    signal.addEventListener('abort', done);
    addEventListener('online', done);
  });
}
