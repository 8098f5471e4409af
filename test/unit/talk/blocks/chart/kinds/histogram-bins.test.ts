import { expect, test } from 'vitest';
import { binValues } from '../../../../../../src/talk/blocks/chart/kinds/histogram-bins.ts';

const counts = (values: number[], bins?: number | number[]): number[] =>
  binValues(values, bins).map(({ count }) => count);
const edges = (values: number[], bins?: number | number[]): number[] => {
  const found = binValues(values, bins);
  return [...found.map(({ from }) => from), found.at(-1)?.to ?? NaN];
};

test('counts each value once, whatever the bins', () => {
  for (const bins of [undefined, 1, 3, 20, [0, 0.1], [-5, 5]]) {
    for (const values of [
      [1],
      [1, 1, 1],
      [0.1, 0.2, 0.3],
      [-7, 0, 7],
      [1e6, 1e6 + 3],
      [0.7, 2.1],
    ]) {
      const sum = counts(values, bins).reduce((total, count) => total + count, 0);
      expect(sum, `${values} in ${bins}`).toBe(values.length);
    }
  }
});

test('the ends of bins are round and around all values', () => {
  expect(edges([3, 18, 47], 5)).toEqual([0, 10, 20, 30, 40, 50]);
  expect(edges([0.13, 0.41], 4)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
});

test('a number of bins is the most that there are', () => {
  const samples = [
    [3, 65.9],
    [0, 62],
    [-9, 12],
    [-0.4, 0.3],
    [9.9, 10.1],
    [1, 1e6],
    [-3e-7, 1e-9],
  ];
  for (const ends of samples) {
    for (let asked = 1; asked <= 60; asked++) {
      const count = counts(ends, asked).length;
      expect(count, `${ends} in ${asked}`).toBeLessThanOrEqual(asked);
      expect(count, `${ends} in ${asked}`).toBeGreaterThanOrEqual(Math.min(asked, 60) / 4);
    }
  }
  expect(edges([9.9, 10.1], 1)).toEqual([9.8, 10.2]);
  expect(edges([-7, 12], 1)).toEqual([-20, 20]);
});

test('a value on an edge is in the upper bin, and the largest in the last', () => {
  expect(counts([0, 10, 10, 20], [0, 10, 20])).toEqual([1, 3]);
});

test('whole numbers in steps of one have a bin each', () => {
  expect(edges([1, 2, 2, 4], 4)).toEqual([1, 2, 3, 4, 5]);
  expect(counts([1, 2, 2, 4], 4)).toEqual([1, 2, 0, 1]);
});

test('given edges continue where values are outside of them', () => {
  expect(edges([-3, 27], [0, 10])).toEqual([-10, 0, 10, 20, 30]);
});

test('the rule takes more bins for more values of one spread', () => {
  const values = (count: number): number[] =>
    Array.from({ length: count }, (_, index) => (index / count) * 97.3);
  expect(binValues(values(20), undefined).length).toBeLessThan(
    binValues(values(2000), undefined).length,
  );
  expect(binValues(values(100_000), undefined).length).toBeLessThanOrEqual(30);
});

test('the ends of bins of tiny values differ', () => {
  const found = edges([9.79e-12, 9.76e-12], 6);
  expect(new Set(found).size).toBe(found.length);
});

test('equal whole numbers have a bin of their own', () => {
  expect(edges([14, 14, 14])).toEqual([14, 15]);
  expect(edges([0, 0])).toEqual([0, 1]);
  const [low = 0, high = 0] = edges([4.36e20]);
  expect(high).toBeGreaterThan(low);
});

test('equal fractions have a bin with round ends around them', () => {
  expect(edges([-40.00001, -40.00001])).toEqual([-41, -40]);
  expect(edges([0.00042])).toEqual([0.00042, 0.00043]);
  expect(edges([1234567.5])).toEqual([1.2e6, 1.3e6]);
  for (const value of [1e-90, -7.3e-9, 9.9999, -0.1, 1.7e308]) {
    const [low = NaN, high = NaN] = edges([value]);
    expect(low, `${value}`).toBeLessThanOrEqual(value);
    expect(high, `${value}`).toBeGreaterThanOrEqual(value);
  }
});

test.each([3.1e13, 9.6e20])('a small number beside %d is in the bin of its sign', (huge) => {
  const bins = binValues([-7, -4.2e6, 0, 3, huge], undefined);
  const below = bins.filter(({ from }) => from < 0);
  expect(below.map(({ to, count }) => [to, count])).toEqual([[0, 2]]);
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(5);
});

test('a number that binary fractions move off an edge is in the bin of the edge', () => {
  const bins = binValues(
    [0.1, 0.2, 1 - 0.9, 0.7 - 0.1, 0.8, 1.1 - 0.3],
    [0, 0.2, 0.4, 0.6, 0.8, 1],
  );
  expect(bins.map(({ count }) => count)).toEqual([2, 1, 0, 1, 2]);
});
