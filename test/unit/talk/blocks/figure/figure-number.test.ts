import { expect, test } from 'vitest';
import {
  openWriter,
  pickStyle,
  stripZeros,
} from '../../../../../src/talk/blocks/figure/figure-number.ts';

test('a number has no zeros at the end of its fraction', () => {
  const texts = ['1204.500', '12.0', '10', '99.50%', '100%', '1.050', '3.0\u202fTiB'];
  expect(texts.map(stripZeros)).toEqual([
    '1204.5',
    '12',
    '10',
    '99.5%',
    '100%',
    '1.05',
    '3.0\u202fTiB',
  ]);
});

test('two numbers that differ little are told apart', () => {
  const readings = [1000.00001, 1000].map((value) => ({ value, exact: true }));
  expect(readings.map(openWriter(readings, {}))).toEqual(['1000.00001', '1000']);
});

test('the unit of the data counts where the author gives neither unit nor format', () => {
  expect(pickStyle({}, 'KiB')).toEqual({ format: 'compact', unit: 'KiB' });
  expect(pickStyle({}, '%')).toEqual({ format: 'percent' });
  expect(pickStyle({}, 'commits')).toEqual({});
  expect(pickStyle({ unit: 'bytes' }, 'B')).toEqual({});
  expect(pickStyle({ format: 'number' }, '%')).toEqual({});
});
