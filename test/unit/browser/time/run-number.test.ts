import { expect, test } from 'vitest';
import { planNumbers } from '../../../../src/browser/time/run-number.ts';

const half = (from: string, to: string) => planNumbers(from, to)?.(0.5);

test('numbers of one kind run', () => {
  expect(half('460', '536')).toBe('498');
  expect(half('~460', '536')).toBe('498');
  expect(half('1.0%', '2.0%')).toBe('1.5%');
  expect(half('\u22124%', '\u22128%')).toBe('\u22126%');
  expect(half('9000', '11\u202f000')).toBe('10\u202f000');
  expect(half('12\u202f000', '10\u202f000')).toBe('11\u202f000');
  expect(half('9999', '9001')).toBe('9500');
});

test('other texts are there at once', () => {
  expect(planNumbers('12', 'twelve')).toBeNull();
  expect(planNumbers('\u2013', '12')).toBeNull();
  expect(planNumbers('5 kB', '5 MB')).toBeNull();
  expect(planNumbers('1.77.0', '1.78.0')).toBeNull();
  expect(planNumbers('1 May 2024', '2 May 2025')).toBeNull();
  expect(planNumbers('\u22125', '5')).toBeNull();
});
