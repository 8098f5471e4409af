import { setImmediate } from 'node:timers/promises';

/** Talks that are compiled before others get their turn. */
const BATCH = 16;

/** Runs `work` for a few items at a time, in order; between them a server answers its other requests. */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  work: (some: readonly Item[]) => Promise<Result[]>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += BATCH) {
    if (at > 0) await setImmediate();
    results.push(...(await work(items.slice(at, at + BATCH))));
  }
  return results;
}
