import { expect, test } from 'vitest';
import { boxOf, crosses, cutStroke } from '../../../../../src/browser/charts/layout/box.ts';
import { layText } from '../../../../../src/browser/charts/plot.ts';

const box = { left: 10, right: 20, top: 10, bottom: 20 };

test('a stroke crosses a box only where both have a part in common', () => {
  expect(crosses(box, [0, 0], [30, 30])).toBe(true);
  expect(crosses(box, [0, 15], [30, 15])).toBe(true);
  expect(crosses(box, [15, 12], [16, 13])).toBe(true);
  expect(crosses(box, [0, 25], [30, 25])).toBe(false);
  expect(crosses(box, [0, 0], [9, 9])).toBe(false);
  expect(crosses(box, [0, 20], [20, 40])).toBe(false);
});

test('a stroke is cut where a box is in its way', () => {
  expect(cutStroke([0, 100], 15, [box])).toEqual([
    [0, 10],
    [20, 100],
  ]);
  expect(cutStroke([0, 100], 50, [box])).toEqual([[0, 100]]);
  expect(cutStroke([12, 18], 15, [box])).toEqual([]);
});

test('the box of a turned text is as high as the text is wide', () => {
  const flat = boxOf(layText('a', '', 'some words', [100, 100], 20, 'end'));
  const turned = boxOf({ ...layText('a', '', 'some words', [100, 100], 20, 'end'), turn: -90 });
  expect(turned.bottom - turned.top).toBeCloseTo(flat.right - flat.left);
  expect(turned.top).toBeCloseTo(100);
  expect(turned.right - turned.left).toBeCloseTo(20);
});
