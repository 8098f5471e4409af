import { expect, test } from 'vitest';
import { findNearest, findNearestPath } from '../../../../src/talk/text/nearest.ts';

test('finds the name that was meant, and none where nothing is near', () => {
  expect(findNearest('chrat', ['chart', 'table'])).toBe('chart');
  expect(findNearest('nothing', ['chart', 'table'])).toBeUndefined();
});

test('finds a path by its last name, in the nearest folder, also where it is written as on Windows', () => {
  const paths = ['../library/a.md', '../other/a.md', '../library/b.md'];
  expect(findNearestPath('../othr/a.md', paths)).toBe('../other/a.md');
  expect(findNearestPath('..\\library\\b.md', paths)).toBe('../library/b.md');
});
