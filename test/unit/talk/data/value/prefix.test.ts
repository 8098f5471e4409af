import { expect, test } from 'vitest';
import {
  ANY,
  COUNTS,
  isBinary,
  parseUnit,
  pickPrefix,
} from '../../../../../src/talk/data/value/prefix.ts';

test('bytes count in powers of 1024, unless their prefix is one of thousands', () => {
  expect(parseUnit('KiB')).toMatchObject({ base: 'B', factor: 1024 });
  expect(parseUnit('B')).toMatchObject({ base: 'B', factor: 1 });
  expect(parseUnit('MB/s')).toMatchObject({ base: 'B/s', factor: 1e6 });
  expect(['GiB', 'B', 'kB', 's', null].map(isBinary)).toEqual([true, true, false, false, false]);
});

test('seconds have no kilo, other words no prefix', () => {
  expect(parseUnit('ms')).toMatchObject({ base: 's', factor: 1e-3 });
  expect(parseUnit('s')?.prefixes.some(({ factor }) => factor > 1)).toBe(false);
  expect(parseUnit('MHz')).toMatchObject({ base: 'Hz', factor: 1e6 });
  expect(['commits', '%', ''].map(parseUnit)).toEqual([null, null, null]);
});

test('picks the largest prefix that leaves one or more', () => {
  expect([999, 1000, 1.5e6].map((size) => pickPrefix(size, COUNTS).sign)).toEqual(['', 'k', 'M']);
  expect(pickPrefix(1024 ** 2, parseUnit('B')?.prefixes ?? []).sign).toBe('Mi');
  expect([0, 0.5, 5e-8].map((size) => pickPrefix(size, ANY).sign)).toEqual(['', '', 'n']);
});
