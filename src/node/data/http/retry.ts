import { SourceError, type Failure } from '../refresh/failure.ts';

/** Options of a retry. */
export interface RetryOptions {
  /** Waits before the second, third ... try. */
  waits: readonly number[];
  /** Returns whether there is time for a wait. */
  hasTime(wait: number): boolean;
  sleep(wait: number): Promise<void>;
  /** Called before each new try with the reason. */
  onRetry(failure: Failure, wait: number): void;
}

/** Retries a task after temporary failures, with growing waits, and respects `Retry-After`. */
export async function tryAgain<Value>(
  work: () => Promise<Value>,
  options: RetryOptions,
): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const [least, ...waits] = options.waits;
    if (!(error instanceof SourceError) || least === undefined) throw error;
    const { failure } = error;
    const wait = Math.max(least, failure.retryAfter ?? 0);
    if (!failure.mayPass || !options.hasTime(wait)) throw error;
    options.onRetry(failure, wait);
    await options.sleep(wait);
    return tryAgain(work, { ...options, waits });
  }
}
