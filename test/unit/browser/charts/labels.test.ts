import { expect, test } from 'vitest';
import { spreadLabels, thinLabels } from '../../../../src/browser/charts/labels.ts';

const high = (at: number) => ({ at, height: 20 });

test('leaves labels where they want to be when they have room', () => {
  expect(spreadLabels([high(50), high(100)], [0, 200])).toEqual([50, 100]);
});

test('moves two labels apart by the same amount', () => {
  expect(spreadLabels([high(100), high(100)], [0, 200])).toEqual([90, 110]);
});

test('keeps the order of the heights, whatever the order of the labels', () => {
  expect(spreadLabels([high(104), high(100)], [0, 200])).toEqual([112, 92]);
});

test('keeps labels within bounds and stacks them at an edge', () => {
  expect(spreadLabels([high(0), high(5), high(8)], [0, 200])).toEqual([10, 30, 50]);
  expect(spreadLabels([high(198), high(200)], [0, 200])).toEqual([170, 190]);
});

test('spreads groups that grow into each other', () => {
  const places = spreadLabels([high(50), high(52), high(75), high(77)], [0, 200]);
  const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
  expect(gaps.every((gap) => gap >= 20 - 1e-9)).toBe(true);
});

test('thins a row of labels evenly and keeps the last', () => {
  const centers = [0, 50, 100, 150, 200];
  const widths = centers.map(() => 60);
  expect(thinLabels(centers, widths, 10)).toEqual([true, false, true, false, true]);
  expect(thinLabels(centers, [10, 10, 10, 10, 10], 10)).toEqual([true, true, true, true, true]);
  expect(thinLabels([0, 10], [100, 100], 10)).toEqual([false, true]);
});

test('keeps the first and the last label, and every n-th between them where their number allows', () => {
  const pick = (count: number): number[] => {
    const centers = Array.from({ length: count }, (_, index) => index * 50);
    const kept = thinLabels(
      centers,
      centers.map(() => 90),
      10,
    );
    return kept.flatMap((isKept, index) => (isKept ? [index] : []));
  };
  expect(pick(7)).toEqual([0, 2, 4, 6]);
  expect(pick(10)).toEqual([0, 3, 6, 9]);
  expect(pick(6)).toEqual([0, 3, 5]);
});
