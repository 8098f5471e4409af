import type { LiveNews } from '../../talk/model/live-shape.ts';
import type { Asked } from './poll-source.ts';

/** Options of a loop. */
export interface LoopOptions {
  /** Queries the source of a dataset. */
  ask(dataset: string): Promise<Asked>;
  tell(news: LiveNews, isNotSetUp: boolean): void;
}

/** Queries the sources of datasets, each at its own interval, one at a time. */
export interface Loop {
  /** Starts to poll a dataset; a second call changes its interval. */
  follow(dataset: string, interval: number): void;
  /** Pauses polling, or resumes it. */
  pause(isPaused: boolean): void;
  end(): void;
}

/** Delay between the opening of a page and the first request to its sources. */
const MIN_DELAY_MS = 1000;
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Creates a loop without datasets. */
export function createLoop({ ask, tell }: LoopOptions): Loop {
  const intervals = new Map<string, number>();
  const timers = new Map<string, NodeJS.Timeout>();
  let running: Promise<unknown> = Promise.resolve();
  let isPaused = false;

  function schedule(dataset: string, wait: number): void {
    clearTimeout(timers.get(dataset));
    const timer = setTimeout(() => look(dataset), Math.min(wait, MAX_TIMER_MS));
    timers.set(dataset, timer.unref());
  }

  function look(dataset: string): void {
    running = running.then(() => askOne(dataset));
  }

  async function askOne(dataset: string): Promise<void> {
    if (isPaused || !intervals.has(dataset)) return;
    const { failure, isNotSetUp } = await ask(dataset).catch((error: unknown) => ({
      failure: error instanceof Error ? error.message : String(error),
      isNotSetUp: false,
    }));
    const interval = intervals.get(dataset);
    if (interval === undefined) return;
    tell({ dataset, failure }, isNotSetUp);
    if (!isPaused) schedule(dataset, interval);
  }

  return {
    follow(dataset, interval) {
      const isNew = !intervals.has(dataset);
      intervals.set(dataset, interval);
      if (isNew && !isPaused) schedule(dataset, MIN_DELAY_MS);
    },
    pause(next) {
      if (next === isPaused) return;
      isPaused = next;
      for (const dataset of intervals.keys()) {
        if (isPaused) clearTimeout(timers.get(dataset));
        else schedule(dataset, MIN_DELAY_MS);
      }
    },
    end() {
      intervals.clear();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
