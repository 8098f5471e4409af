import { expect, test } from 'vitest';
import { printGrowth } from '../../../../../src/talk/data/value/growth-words.ts';

const write = (before: number, now: number, { exact = true, isOfPoints = false } = {}): string =>
  printGrowth({ before, now, exact, isOfPoints });

/** Growths from a hundred, with the word for each. */
function expectWords(words: Readonly<Record<number, string>>, options = {}): void {
  const written = Object.keys(words).map((now) => [now, write(100, Number(now), options)]);
  expect(Object.fromEntries(written)).toEqual(words);
}

test('a multiple has its word within 5 % of it, and no further', () => {
  expectWords({
    189: 'nearly doubled',
    190: 'doubled',
    200: 'doubled',
    210: 'doubled',
    211: 'more than doubled',
    269: 'more than doubled',
    270: 'nearly tripled',
    285: 'tripled',
    315: 'tripled',
    350: 'more than tripled',
    360: 'nearly quadrupled',
    400: 'quadrupled',
    499: 'more than quadrupled',
    500: 'grew 5-fold',
    1234: 'grew 12-fold',
  });
});

test('a growth below twice is a share that has a word, or a percentage of two digits', () => {
  expectWords({
    179: 'grew by 79%',
    175: 'grew by 75%',
    150: 'grew by half',
    151.1: 'grew by 51%',
    134: 'grew by a third',
    135: 'grew by 35%',
    116.52: 'grew by 17%',
    102.34: 'grew by 2.3%',
    100.5: 'grew by 0.5%',
  });
});

test('a fall is a half, a share that has a word, or a percentage that is never all of it', () => {
  expectWords({
    99: 'fell by 1%',
    75: 'fell by a quarter',
    66: 'fell by a third',
    60: 'fell by 40%',
    55.5: 'nearly halved',
    52.5: 'halved',
    47.5: 'halved',
    47: 'fell by 53%',
    33: 'fell by 67%',
    10: 'fell by 90%',
    0.2: 'fell by 99.8%',
    0.04: 'fell by more than 99.9%',
    1e-300: 'fell by more than 99.9%',
  });
});

test('less than half a percent is level', () => {
  expectWords({ 99.6: 'stayed level', 100: 'stayed level', 100.4: 'stayed level' });
  expect(write(1e-12, 1e-12)).toBe('stayed level');
});

test('nothing is a share of a fall to zero or below', () => {
  expectWords({ 0: 'fell to zero', '-1': 'fell below zero' });
});

test('binary fractions change no word', () => {
  expect([write(0.1, 0.3), write(0.1, 0.21), write(0.1, 0.19)]).toEqual([
    'tripled',
    'doubled',
    'doubled',
  ]);
});

test('figures that differ without bounds are counted', () => {
  expect(write(1e-9, 1e9)).toBe('grew 1e18-fold');
});

test('of inexact figures no word claims a side', () => {
  expectWords(
    {
      400: 'quadrupled',
      230: 'grew ~2.3-fold',
      208: 'doubled',
      185: 'grew by ~85%',
      133: 'grew by a third',
      100: 'stayed level',
      55: 'fell by ~45%',
      50: 'halved',
      0: 'fell to zero',
    },
    { exact: false },
  );
});

test('percentages grow by points', () => {
  const points = { isOfPoints: true };
  expect(write(98.245, 98.615, points)).toBe('grew by 0.37 points');
  expect(write(5, 4, points)).toBe('fell by 1 point');
  expect(write(0, 0, points)).toBe('stayed level');
  expect(write(12, 24, { ...points, exact: false })).toBe('grew by ~12 points');
});
