import { expect, test } from 'vitest';
import { findAnchors } from '../../../../src/talk/text/common-items.ts';

const find = (before: string, after: string): string =>
  findAnchors([...before], [...after])
    .map(({ before: at }) => before[at])
    .join('');

test('finds what both lists have once, in the order of both', () => {
  expect(find('abc', 'xaxbxcx')).toBe('abc');
  expect(find('abac', 'bca')).toBe('bc');
  expect(find('abcd', 'dabc')).toBe('abc');
  expect(find('abc', 'xyz')).toBe('');
  expect(find('', 'a')).toBe('');
});
