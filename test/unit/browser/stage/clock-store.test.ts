import { expect, test } from 'vitest';
import { isSameTalk } from '../../../../src/browser/stage/clock-store.ts';

const STORED = { title: 'Talk', reached: { one: 0, two: 5, three: 9 } };

test('a clock goes on in a new build of its talk, also where slides were renamed', () => {
  expect(isSameTalk(STORED, { title: 'Talk', slides: ['other'] })).toBe(true);
  expect(isSameTalk(STORED, { title: 'New title', slides: ['one', 'two', 'renamed'] })).toBe(true);
  expect(isSameTalk(null, { title: 'Talk', slides: [] })).toBe(true);
});

test('another talk at the same address has a clock of its own', () => {
  expect(isSameTalk(STORED, { title: 'Other', slides: ['one', 'a', 'b'] })).toBe(false);
  expect(isSameTalk({ ...STORED, reached: {} }, { title: 'Other', slides: ['one'] })).toBe(false);
});
