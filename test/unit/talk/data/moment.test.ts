import { expect, test } from 'vitest';
import { isMoment, parseDays, printMoment } from '../../../../src/talk/data/moment.ts';

test('dates and times are days since 1970, in UTC unless they name a zone', () => {
  expect(parseDays('1970-01-02')).toBe(1);
  expect(parseDays('1970-02')).toBe(31);
  expect(parseDays('1970-01-02T12:00')).toBe(1.5);
  expect(parseDays('1970-01-02 12:00:00')).toBe(1.5);
  expect(parseDays('1970-01-02T12:00:00.000Z')).toBe(1.5);
  expect(parseDays('1970-01-02T12:00+06:00')).toBe(1.25);
});

test('other texts are no moments', () => {
  for (const text of ['6.12', '2025-02-30T12:00', '2025-02-03T25:00', '12:00', '2025-02-03T12']) {
    expect(isMoment(text)).toBe(false);
  }
  expect(isMoment(2025)).toBe(false);
});

test('a moment is written with its time', () => {
  expect(printMoment('2024-09')).toBe('September 2024');
  expect(printMoment('2024-09-18T12:30:00Z')).toBe('18 September 2024 12:30');
  expect(printMoment('2024-09-18T12:30:05Z')).toBe('18 September 2024 12:30:05');
  expect(printMoment('2024-09-18T01:30+02:00')).toBe('17 September 2024 23:30');
});
