import { expect, test } from 'vitest';
import { printChange } from '../../../../src/talk/blocks/change.ts';

function change(then: number, now: number, exact = true): string | null {
  return printChange({ value: then, exact }, { value: now, exact });
}

function points(then: number, now: number, exact = true): string | null {
  return printChange({ value: then, exact }, { value: now, exact }, true);
}

test('growth is a percentage with the digits it needs', () => {
  expect(change(460, 536, false)).toBe('up ~17%');
  expect(change(800, 1001)).toBe('up 25.1%');
  expect(change(100_000, 100_003)).toBe('up 0.003%');
  expect(change(100_000, 3)).toBe('down 99.997%');
  expect(change(5, 5)).toBe('unchanged');
});

test('growth beyond any percentage is said as a factor', () => {
  expect(change(0.0001, 0.5)).toBe('up 5000-fold');
  expect(change(1e-320, 1)).toBe('up many times');
  expect(change(100, 1099)).toBe('up 999%');
});

test('growth from zero is said in words', () => {
  expect(change(0, 5)).toBe('up from 0');
  expect(change(0, -5)).toBe('down from 0');
  expect(change(0, 0)).toBe('unchanged');
});

test('growth from or to below zero is said as a difference', () => {
  expect(change(-0.0003, 0.0004)).toBe('up 0.0007');
  expect(change(-4128, -4638)).toBe('down 510');
  expect(change(-0.0003, 99.9996, false)).toBe('up ~100');
  expect(change(4, -2)).toBe('down 6');
});

test('percentages change by points, from zero and many times too', () => {
  expect(points(98.245, 98.615)).toBe('up 0.37 points');
  expect(points(12, 11)).toBe('down 1 point');
  expect(points(12.3, 14.86, false)).toBe('up ~2.6 points');
  expect(points(0, 5)).toBe('up 5 points');
  expect(points(0.01, 40)).toBe('up 39.99 points');
  expect(points(5, 5)).toBe('unchanged');
});
