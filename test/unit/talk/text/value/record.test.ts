import { expect, test } from 'vitest';
import { isRecord, isWebAddress } from '../../../../../src/talk/text/value/record.ts';

test('an object with keys is a record', () => {
  expect([{}, { a: 1 }].map(isRecord)).toEqual([true, true]);
  expect([null, [], 'a', undefined].map(isRecord)).toEqual([false, false, false, false]);
});

test('an address has a scheme of the web and a host', () => {
  expect(['https://a.example/b', 'HTTP://a'].map(isWebAddress)).toEqual([true, true]);
  expect(['https://', 'https:///a', 'ftp://a', '//a', 'a', 1].some(isWebAddress)).toBe(false);
});
