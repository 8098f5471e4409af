import { expect, test } from 'vitest';
import { choosePlace } from '../../../../src/browser/hot/hot-place.ts';

const here = { id: 'b', step: 2 };

test('stays on the slide and at its step, whatever the slide is called now', () => {
  const next = choosePlace({ current: 'beta', removed: [] }, ['a', 'beta'], here, null);
  expect(next).toEqual({ place: { id: 'beta', step: 2 }, lost: null });
});

test('comes back to a slide that was away for a moment, at the step it had', () => {
  const away = choosePlace({ current: 'a', removed: ['b'] }, ['a'], here, null);
  expect(away.place).toEqual({ id: 'a', step: undefined });
  const on = { id: 'a', step: undefined };
  const still = choosePlace({ current: 'c', removed: ['a'] }, ['c'], on, away.lost);
  expect(still.place.id).toBe('c');
  const back = choosePlace(
    { current: 'c', removed: [] },
    ['b', 'c'],
    { ...on, id: 'c' },
    still.lost,
  );
  expect(back).toEqual({ place: here, lost: null });
});

test('does not come back once the speaker went elsewhere', () => {
  const away = choosePlace({ current: 'a', removed: ['b'] }, ['a', 'c'], here, null);
  const elsewhere = { id: 'c', step: undefined };
  const next = choosePlace({ current: 'c', removed: [] }, ['a', 'b', 'c'], elsewhere, away.lost);
  expect(next).toEqual({ place: elsewhere, lost: null });
});
