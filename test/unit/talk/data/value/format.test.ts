import { expect, test } from 'vitest';
import { formatCell, formatNumber, isFormat } from '../../../../../src/talk/data/value/format.ts';

test('digits are grouped from ten thousand up, so that years stay whole', () => {
  expect(formatNumber(536)).toBe('536');
  expect(formatNumber(2024)).toBe('2024');
  expect(formatNumber(25000)).toBe('25\u202f000');
  expect(formatNumber(1234567.5)).toBe('1\u202f234\u202f567.5');
});

test('a number is written with three decimals at most and a real minus', () => {
  expect(formatNumber(0.1 + 0.2)).toBe('0.3');
  expect(formatNumber(-12)).toBe('\u221212');
});

test('an inexact number keeps its "~"', () => {
  expect(formatNumber(460, { exact: false })).toBe('~460');
  expect(formatNumber(25000, { exact: false, format: 'compact' })).toBe('~25k');
});

test('compact numbers are short', () => {
  const compact = (number: number) => formatNumber(number, { format: 'compact' });
  expect([999, 1000, 1250, 9960, 12345, 999_499].map(compact)).toEqual([
    '999',
    '1k',
    '1.3k',
    '10k',
    '12k',
    '999k',
  ]);
  expect([999_999, 1_234_567, 2e9].map(compact)).toEqual(['1M', '1.2M', '2G']);
});

test('only zero is written as zero, and only a whole number as whole', () => {
  const numbers = [0.0004, -0.0003, 99.9996, 0.99996, 41.99987, 1 / 3, 2.9999999999999996, -0];
  expect(numbers.map((number) => formatNumber(number))).toEqual([
    '0.0004',
    '\u22120.0003',
    '99.9996',
    '0.99996',
    '41.9999',
    '0.333',
    '3',
    '0',
  ]);
  expect(formatNumber(99.9996, { format: 'percent' })).toBe('99.9996%');
  expect(formatNumber(99.9996, { format: 'compact' })).toBe('99.9996');
});

test('numbers that are too small or large for digits have an exponent', () => {
  expect([4e-10, 1.5e24, 1e-300].map((number) => formatNumber(number))).toEqual([
    '4e\u221210',
    '1.5e24',
    '1e\u2212300',
  ]);
});

test('prefixes go from nano to yotta', () => {
  const compact = (number: number) => formatNumber(number, { format: 'compact' });
  expect([4e-10, 4e-7, 0.0004, 0.004, 1e12, 1.5e15, 1.2e18, 3e21, 4e24].map(compact)).toEqual([
    '0.4n',
    '400n',
    '400\u00b5',
    '0.004',
    '1T',
    '1.5P',
    '1.2E',
    '3Z',
    '4Y',
  ]);
});

test.each([
  [1_204_000, 'B', '1.1\u202fMiB'],
  [1536, 'KiB', '1.5\u202fMiB'],
  [14_000, 'MB', '14\u202fGB'],
  [1_204_000, 'bytes', '1.2M'],
  [14_000, 'ms', '14\u202fs'],
  [0.0004, 'ms', '400\u202fns'],
  [14_000, 's', '14\u202f000\u202fs'],
  [3000, 'Mbit/s', '3\u202fGbit/s'],
  [0.0004, '%', '0.0004'],
  [0.0004, 'commits', '0.0004'],
])('%d %s is %s when it is compact', (number, unit, text) => {
  expect(formatNumber(number, { format: 'compact', unit })).toBe(text);
});

test('signs and percents are written where asked for', () => {
  expect(formatNumber(76, { format: 'signed' })).toBe('+76');
  expect(formatNumber(0, { format: 'signed' })).toBe('0');
  expect(formatNumber(17, { format: 'percent', signed: true, exact: false })).toBe('~+17%');
});

test('a cell is written as suits it', () => {
  expect(formatCell('2024-09-18')).toBe('18 September 2024');
  expect(formatCell('1.78.0')).toBe('1.78.0');
  expect(formatCell('6.11')).toBe('6.11');
  expect(formatCell(true)).toBe('yes');
  expect(formatCell(['pkg', 'tar.xz'])).toBe('pkg, tar.xz');
  expect(formatCell('2024-09-18', { format: 'text' })).toBe('2024-09-18');
  expect(formatCell(25000, { format: 'text' })).toBe('25000');
});

test('null, objects and formats that do not suit have no text', () => {
  expect(formatCell(null)).toBeNull();
  expect(formatCell({ version: '1.78.0' })).toBeNull();
  expect(formatCell(['a', null])).toBeNull();
  expect(formatCell('1.78.0', { format: 'number' })).toBeNull();
  expect(formatCell('1.78.0', { format: 'date' })).toBeNull();
  expect(formatCell(5, { format: 'month' })).toBeNull();
});

test('format names are known', () => {
  expect(isFormat('compact')).toBe(true);
  expect(isFormat('toString')).toBe(false);
});
