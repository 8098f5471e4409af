import { expect, test } from 'vitest';
import { compareVersions, isVersion } from '../../../../src/talk/blocks/version.ts';

test('orders versions by their numbers', () => {
  const sorted = ['6.9', '6.10', '6.19', '7.0'];
  expect([...sorted].reverse().sort(compareVersions)).toEqual(sorted);
});

test('counts what is left out as zero', () => {
  expect(compareVersions('1.79', '1.79.0')).toBe(0);
  expect(compareVersions('1.79', '1.78.0')).toBeGreaterThan(0);
});

test('tells a version from other text', () => {
  expect(isVersion('1.78.0')).toBe(true);
  expect(isVersion('6.13-rc1')).toBe(false);
  expect(isVersion(6.13)).toBe(false);
});
