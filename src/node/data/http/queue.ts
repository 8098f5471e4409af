/** Runs tasks of the same name one after the other. */
export type InTurn = <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;

/** Creates a set of queues, one a name. */
export function createQueues(): InTurn {
  const tails = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const before = tails.get(name) ?? Promise.resolve();
    const turn = before.then(work, work);
    tails.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  };
}

/**
 * Works through a list, `size` items at a time; the results are in the order of the items. When one fails,
 * no further item is started, and running items finish first.
 */
export async function mapInParallel<Item, Result>(
  items: readonly Item[],
  parallel: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const errors: unknown[] = [];
  const waiting = items.entries();
  const takeTurns = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      if (errors.length > 0) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, items.length) }, takeTurns));
  if (errors.length > 0) throw errors[0];
  return results;
}
