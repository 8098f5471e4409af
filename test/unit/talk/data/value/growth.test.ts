import { expect, test } from 'vitest';
import {
  formatPoints,
  isPercentage,
  roundGrowth,
  roundPoints,
} from '../../../../../src/talk/data/value/growth.ts';

test('growth is never rounded to zero or up to all of it', () => {
  expect([0.04, -0.0003, 99.97, 499_900].map((growth) => roundGrowth(growth, true))).toEqual([
    0.04, -0.0003, 99.97, 499_900,
  ]);
  expect([17.4, -99.7, 112].map((growth) => roundGrowth(growth, false))).toEqual([17, -99.7, 110]);
});

test('a percentage is known by its unit or format', () => {
  const units = ['%', '% of users', 'percent', 'per cent', 'Percentage'];
  expect(units.filter((unit) => !isPercentage(unit))).toEqual([]);
  expect(isPercentage('commits', 'percent')).toBe(true);
  expect([null, undefined, '', 'commits', 'percentiles'].map((unit) => isPercentage(unit))).toEqual(
    Array.from({ length: 5 }, () => false),
  );
});

test('points have two decimals, and small ones the digits that they need', () => {
  expect([98.615 - 98.245, 12.3456, 0.00412].map((points) => roundPoints(points, true))).toEqual([
    0.37, 12.35, 0.0041,
  ]);
  expect(roundPoints(12.3456, false)).toBe(12);
});

test('one point is singular', () => {
  expect([1, -1, 0.5, 2].map((points) => formatPoints(points, { signed: true }))).toEqual([
    '+1 point',
    '\u22121 point',
    '+0.5 points',
    '+2 points',
  ]);
});
