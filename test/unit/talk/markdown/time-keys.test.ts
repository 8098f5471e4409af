import { expect, test } from 'vitest';
import { readDuration, readTime } from '../../../../src/talk/markdown/time-keys.ts';

test('a plain number is minutes for a talk, and seconds for a slide', () => {
  expect(readDuration(45, '45')).toEqual({ value: 45 });
  expect(readDuration('1h 30min', '1h 30min')).toEqual({ value: 90 });
  expect(readTime(90, '90')).toEqual({ value: 90 });
  expect(readTime('1:30', '1:30')).toEqual({ value: 90 });
});

test('what could mean two things is refused', () => {
  expect(readDuration('1:30', '1:30')).toHaveProperty('expected');
  expect(readTime(2, '2')).toHaveProperty('expected');
});
