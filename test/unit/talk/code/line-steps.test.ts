import { expect, test } from 'vitest';
import { parseLineSteps } from '../../../../src/talk/code/line-steps.ts';

test('reads lines, ranges and words, with "|" between', () => {
  expect(parseLineSteps('12-13, 15|all|none|*', { first: 10, last: 20 })).toEqual({
    states: [[12, 13, 15], 'all', [], 'all'],
  });
});

test('knows the sides of a comparison, and of nothing else', () => {
  expect(parseLineSteps('before|after', { first: 1, last: 2, isDiff: true })).toEqual({
    states: ['before', 'after'],
  });
  expect(parseLineSteps('1|before', { first: 1, last: 2 })).toEqual({ fault: 'before', offset: 2 });
});

test.each(['3', '0', '2-1', '1-3', 'x', ''])('refuses %j among lines 1 and 2', (part) => {
  expect(parseLineSteps(`1|${part}`, { first: 1, last: 2 })).toEqual({ fault: part, offset: 2 });
});
