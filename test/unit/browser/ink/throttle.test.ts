import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttle } from '../../../../src/browser/ink/throttle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('many calls run at once, then once in each interval, and the last is not lost', () => {
  const run = vi.fn();
  const call = throttle(run, 30);
  for (let at = 0; at < 100; at++) {
    call();
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(100);
  expect(run).toHaveBeenCalledTimes(5);
  call();
  expect(run).toHaveBeenCalledTimes(6);
});
