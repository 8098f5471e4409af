import { expect, test } from 'vitest';
import { formatNumber, type FormatOptions } from '../../../../../src/talk/data/value/format.ts';
import { shareDigits, stepDigits } from '../../../../../src/talk/data/value/precision.ts';

/** Writes numbers with the precision they share. */
function write(numbers: number[], style: FormatOptions = {}): string[] {
  const digits = shareDigits(numbers, style);
  return numbers.map((number) => formatNumber(number, { ...style, digits }));
}

/** Writes the multiples of a step up to the last. */
function writeSteps(step: number, last: number, style: FormatOptions = {}): string[] {
  const digits = stepDigits(step, last, style);
  const count = Math.round(last / step);
  return Array.from({ length: count + 1 }, (_, index) =>
    formatNumber(index * step, { ...style, digits }),
  );
}

test('numbers of a list share their decimals', () => {
  expect(write([1, 2.5, 3])).toEqual(['1.0', '2.5', '3.0']);
  expect(write([0.0004, -0.0003, 99.9996])).toEqual(['0.0004', '\u22120.0003', '99.9996']);
  expect(write([1 / 3, 0.25, 5])).toEqual(['0.333', '0.250', '5.000']);
  expect(write([3, 40, 0])).toEqual(['3', '40', '0']);
});

test('numbers close to each other are told apart', () => {
  expect(write([1.00041, 1.00042, 1.00043])).toEqual(['1.00041', '1.00042', '1.00043']);
  expect(write([14_210, 14_380], { format: 'compact' })).toEqual(['14.21k', '14.38k']);
});

test('a few short numbers that differ are written differently', () => {
  const bytes = { format: 'compact', unit: 'B' } as const;
  expect(write([1_073_741_824, 1_074_003_968, 536_870_912], bytes)).toEqual([
    '1.0000\u202fGiB',
    '1.0002\u202fGiB',
    '0.5000\u202fGiB',
  ]);
  const kibibytes = { format: 'compact', unit: 'KiB' } as const;
  expect(write([20_480, 20_490, 1], kibibytes)).toEqual([
    '20\u202fMiB',
    '20.01\u202fMiB',
    '1\u202fKiB',
  ]);
  // Many are compared by eye, and seven digits are not short.
  const many = Array.from({ length: 20 }, (_, index) => 12_300 + index);
  expect(write(many, { format: 'compact' })[0]).toBe('12.300k');
  expect(write([1e9, 1e9 + 1, 5e8], { format: 'compact' })[0]).toBe('1.0G');
});

test('numbers beside one with an exponent have an exponent as well', () => {
  expect(write([3e21, 7e20, 9e18, 12_345, 1, 0.5])).toEqual([
    '3e21',
    '7e20',
    '9e18',
    '1.23e4',
    '1',
    '0.5',
  ]);

  expect(write([3.0001e21, 3.0002e21])).toEqual(['3.0001e21', '3.0002e21']);
  expect(write([7e14, 9e12])[1]).toBe('9\u202f000\u202f000\u202f000\u202f000');
});

test('numbers too far apart have no precision in common', () => {
  expect(write([0.0004, 1e6])).toEqual(['0.0004', '1\u202f000\u202f000']);
  expect(write([12, 1.2e6], { format: 'compact' })).toEqual(['12', '1.2M']);
});

test('the numbers of an axis have the decimals of its step', () => {
  expect(writeSteps(0.0002, 0.0006)).toEqual(['0', '0.0002', '0.0004', '0.0006']);
  expect(writeSteps(2.5, 5)).toEqual(['0.0', '2.5', '5.0']);
  expect(writeSteps(1e-12, 2e-12)).toEqual(['0', '1e\u221212', '2e\u221212']);
});

test('zero beside tiny numbers has no decimals to count, and no minus', () => {
  const percent = { format: 'percent' } as const;
  expect(write([0, -0, 0.00002, -0.00004], percent)).toEqual([
    '0%',
    '0%',
    '0.00002%',
    '\u22120.00004%',
  ]);
  expect(write([0, 0.25])).toEqual(['0.00', '0.25']);
});

test('the numbers of an axis share a prefix', () => {
  const style = { format: 'compact' } as const;
  expect(writeSteps(500_000, 1_000_000, style)).toEqual(['0', '0.5M', '1.0M']);
  expect(writeSteps(256 * 1024, 1024 ** 2, { ...style, unit: 'B' })).toEqual([
    '0',
    '0.25\u202fMiB',
    '0.50\u202fMiB',
    '0.75\u202fMiB',
    '1.00\u202fMiB',
  ]);
});
