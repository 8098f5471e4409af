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
