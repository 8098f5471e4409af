import { afterEach, expect, test, vi } from 'vitest';
import { sleep } from '../../../../src/browser/live/sleep.ts';

const INTERVAL = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Starts to sleep, with a clock and events of its own. */
function start(milliseconds = INTERVAL) {
  vi.useFakeTimers();
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  const stop = new AbortController();
  const onDone = vi.fn();
  void sleep(milliseconds, stop.signal).then(onDone);
  return { page, stop, onDone };
}

test('waits for its interval', async () => {
  const { onDone } = start();
  await vi.advanceTimersByTimeAsync(INTERVAL - 1);
  expect(onDone).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(onDone).toHaveBeenCalled();
});

test('waits out parts of a millisecond, which a date rounds', async () => {
  for (const part of [0.1, 0.3, 0.7, 0.9001]) {
    const { onDone } = start(4000 + part);
    await vi.advanceTimersByTimeAsync(4000);
    expect(onDone).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2);
    expect(onDone).toHaveBeenCalled();
  }
});

test('looks at once when the computer slept longer than the interval', async () => {
  const { page, onDone } = start();
  await vi.advanceTimersByTimeAsync(1000);
  vi.setSystemTime(Date.now() + 2 * INTERVAL);
  page.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(0);
  expect(onDone).toHaveBeenCalled();
});

test('finds out by itself, within seconds, that the clock moved on', async () => {
  const { onDone } = start();
  vi.setSystemTime(Date.now() + 2 * INTERVAL);
  await vi.advanceTimersByTimeAsync(5000);
  expect(onDone).toHaveBeenCalled();
});

test('goes on waiting when the page is only looked at again', async () => {
  const { page, onDone } = start();
  page.dispatchEvent(new Event('focus'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(onDone).not.toHaveBeenCalled();
});
