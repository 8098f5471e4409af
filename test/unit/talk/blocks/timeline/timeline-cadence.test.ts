import { expect, test } from 'vitest';
import {
  nextVersion,
  printCadence,
  readCadence,
} from '../../../../../src/talk/blocks/timeline/timeline-cadence.ts';

const CANDIDATES = { name: 'beta', every: '1w', after: '4w', window: 'development' };

test('reads the least and the most of a cadence in days', () => {
  expect(readCadence({ cadence: '6w' })).toEqual({ least: 42, most: 42, candidates: null });
  expect(readCadence({ cadence: '9w to 10w' })).toMatchObject({ least: 63, most: 70 });
  expect(readCadence({ cadence: '6w', candidates: CANDIDATES }).candidates).toMatchObject({
    every: 7,
    after: 28,
  });
});

test.each([
  ['6w', 'a release every six weeks'],
  ['1y', 'a release every year'],
  ['9w to 10w', 'a release every nine to ten weeks'],
  ['3w to 1mo', 'a release every three weeks to one month'],
  ['90d', 'a release every 90 days'],
])('writes the cadence %s in words', (cadence, words) => {
  expect(printCadence({ cadence })).toBe(words);
});

test('writes candidates by their number', () => {
  expect(printCadence({ cadence: '6w', candidates: CANDIDATES })).toBe(
    'development of four weeks, then two betas',
  );
  expect(printCadence({ cadence: '5w to 6w', candidates: CANDIDATES })).toBe(
    'development of four weeks, then one or two betas',
  );
});

test.each([
  ['6.12', { next: 'minor' }, '6.13'],
  ['6.19', { next: 'minor', lastMinor: 19 }, '7.0'],
  ['6.19', { next: 'minor' }, '6.20'],
  ['1.83.2', { next: 'minor' }, '1.84.0'],
  ['133', { next: 'minor' }, '134'],
  ['133.1', { next: 'major' }, '134.0'],
  ['24.04', {}, null],
  ['sid', { next: 'minor' }, null],
  ['6.x', { next: 'minor' }, null],
] as const)('the release after %s with %j is %s', (version, rule, next) => {
  expect(nextVersion(version, { cadence: '9w', ...rule })).toBe(next);
});
