import { expect, test } from 'vitest';
import { withDeadline } from '../../../src/node/deadline.ts';

const never = new Promise<string>(() => {});
const fail = (): never => {
  throw new Error('late');
};

test('work that is done in time gives its result or its error', async () => {
  expect(await withDeadline(Promise.resolve('done'), 60_000, fail)).toBe('done');
  const failing = Promise.reject(new Error('broken'));
  await expect(withDeadline(failing, 60_000, fail)).rejects.toThrow('broken');
});

test('work that is late gives what the caller chose, and may fail later', async () => {
  expect(await withDeadline(never, 1, () => 'late')).toBe('late');
  await expect(withDeadline(never, 1, fail)).rejects.toThrow('late');
  const later = new Promise<string>((_, reject) => setTimeout(reject, 20, new Error('broken')));
  expect(await withDeadline(later, 1, () => 'late')).toBe('late');
  await later.catch(() => {});
});

test('no timer is left when the work is done', async () => {
  const timers = (): number =>
    process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  await withDeadline(Promise.resolve('done'), 60_000, fail);
  expect(timers()).toBe(before);
});
