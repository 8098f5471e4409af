import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLoop, type Loop } from '../../../../src/node/live/live.ts';
import type { LiveNews } from '../../../../src/talk/model/live-shape.ts';

let asked: string[];
let news: LiveNews[];
let loop: Loop;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  news = [];
  loop = createLoop({
    async ask(dataset) {
      asked.push(dataset);
      if (dataset === 'broken') throw new Error('it broke');
      const failure = dataset === 'gone' ? 'its source is gone' : null;
      return { failure, isNotSetUp: false };
    },
    tell: (item) => news.push(item),
  });
});
afterEach(() => {
  loop.end();
  vi.useRealTimers();
});

test('asks each source at its own interval', async () => {
  loop.follow('often', 10_000);
  loop.follow('seldom', 60_000);
  loop.follow('often', 10_000);
  await vi.advanceTimersByTimeAsync(60_500);
  expect(asked.filter((name) => name === 'often')).toHaveLength(6);
  expect(asked.filter((name) => name === 'seldom')).toHaveLength(1);
});

test('reports the result, and goes on after a failure', async () => {
  loop.follow('gone', 10_000);
  loop.follow('broken', 10_000);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(news.slice(0, 2)).toEqual([
    { dataset: 'gone', failure: 'its source is gone' },
    { dataset: 'broken', failure: 'it broke' },
  ]);
  expect(asked).toHaveLength(4);
});

test('asks nothing while it is paused, and soon after', async () => {
  loop.follow('often', 10_000);
  loop.pause(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([]);
  loop.pause(false);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(asked).toEqual(['often']);
});

test('asks nothing after its end', async () => {
  loop.follow('often', 10_000);
  loop.end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([]);
});
