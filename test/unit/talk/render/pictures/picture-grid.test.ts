import { expect, test } from 'vitest';
import { chooseColumns } from '../../../../../src/talk/render/pictures/picture-grid.ts';

const many = (count: number, width = 3, height = 2) =>
  Array.from({ length: count }, () => ({ width, height, isDrawing: false }));

test.each([
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 2],
  [5, 3],
  [6, 3],
])('%i photographs stand in %i columns', (count, columns) => {
  expect(chooseColumns(many(count))).toBe(columns);
  expect(chooseColumns(Array(count).fill(undefined))).toBe(columns);
});

test('panoramas stand below each other, portraits beside each other', () => {
  expect(chooseColumns(many(2, 5, 1))).toBe(1);
  expect(chooseColumns(many(3, 6, 1))).toBe(1);
  expect(chooseColumns(many(4, 2, 3))).toBe(4);
});
