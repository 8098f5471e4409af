import { expect, test } from 'vitest';
import { createQueues, mapInParallel } from '../../../../../src/node/data/http/queue.ts';

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('work of one name takes turns, work of others does not wait for it', async () => {
  const inTurn = createQueues();
  const log: string[] = [];
  const work = (name: string, id: string) =>
    inTurn(name, async () => {
      log.push(`${id} begins`);
      await soon();
      log.push(`${id} ends`);
    });
  await Promise.all([work('a', 'a1'), work('a', 'a2'), work('b', 'b1')]);
  expect(log.indexOf('a2 begins')).toBeGreaterThan(log.indexOf('a1 ends'));
  expect(log.indexOf('b1 begins')).toBeLessThan(log.indexOf('a1 ends'));
});

test('work that fails lets the next one go on', async () => {
  const inTurn = createQueues();
  const failing = inTurn('a', () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await inTurn('a', () => Promise.resolve(1))).toBe(1);
});

test('never more than a few at a time, and results in order', async () => {
  let open = 0;
  let most = 0;
  const results = await mapInParallel([3, 1, 2, 5, 4], 2, async (item) => {
    most = Math.max(most, ++open);
    for (let turn = 0; turn < item; turn++) await soon();
    open--;
    return item * 10;
  });
  expect([results, most]).toEqual([[30, 10, 20, 50, 40], 2]);
});

test('after a failure nothing new begins, and what runs comes to its end', async () => {
  const ended: number[] = [];
  const done = mapInParallel([1, 2, 3, 4], 2, async (item) => {
    if (item === 1) throw new Error('no');
    await soon();
    ended.push(item);
  });
  await expect(done).rejects.toThrow('no');
  expect(ended).toEqual([2]);
});
