import { availableParallelism } from 'node:os';

const MAX_TABS = 4;

/**
 * Does the same to each thing, in as many tabs as the machine has processors for, up to four; gives the results in the
 * things' order. Tabs take one after the other, so that none of them waits for the slowest.
 */
export async function inTabs<Thing, Result>(
  things: readonly Thing[],
  work: (thing: Thing, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...things.entries()];
  const takeTurns = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, thing] = next;
      results[index] = await work(thing, index);
    }
  };
  const tabs = Math.min(things.length, MAX_TABS, availableParallelism());
  await Promise.all(Array.from({ length: tabs }, takeTurns));
  return results;
}
