import { expect, test } from 'vitest';
import { padDecimals } from '../../../../src/talk/text/decimals.ts';

test('numbers get what they lack behind the point', () => {
  expect(padDecimals(['1.25', '10', '0.5', ''])).toEqual(['', '.00', '0', '']);
  expect(padDecimals(['~1,430', '90'])).toEqual(['', '']);
  expect(padDecimals(['1,5', '2'])).toEqual(['', ',0']);
});

test('one unit for all is no obstacle', () => {
  expect(padDecimals(['1.2 ms', '14 ms'])).toEqual(['', '.0']);
  expect(padDecimals(['1 %', '14 ms'])).toBeNull();
});

test.each([
  [['1.78.0', '1.79.0']],
  [['2024-09-18', '2024-09-19']],
  [['v6', '7']],
  [['a', 'b']],
  [['1']],
  [['1-2', '3-4']],
])('%j are no numbers', (texts) => {
  expect(padDecimals(texts)).toBeNull();
});
