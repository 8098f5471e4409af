import { describe, expect, test } from 'vitest';
import { parseMoment } from '../../../../src/talk/text/time/moment.ts';
import { writeMoment } from '../../../../src/talk/text/time/write-moment.ts';

/** Returns a time as it is written after it was read; "none" for what is no time. */
function rewrite(text: string): string {
  const moment = parseMoment(text);
  return moment ? writeMoment(moment) : 'none';
}

describe('a date with a time', () => {
  test.each([
    ['2026-11-30T14:05', '2026-11-30T14:05'],
    ['2026-11-30 14:05:00', '2026-11-30T14:05'],
    ['2026-11-30T14:05:07', '2026-11-30T14:05:07'],
    ['2026-11-30T14:05:07.250Z', '2026-11-30T14:05:07.250Z'],
    ['2026-11-30T14:05:00.000Z', '2026-11-30T14:05Z'],
    ['2026-11-30T14:05+00:00', '2026-11-30T14:05Z'],
    ['2026-11-30T14:05+01', '2026-11-30T14:05+01:00'],
    ['2026-11-30T14:05-0330', '2026-11-30T14:05-03:30'],
    ['2024-02-29T00:00Z', '2024-02-29T00:00Z'],
  ])('%s is %s', (text, written) => {
    expect(rewrite(text)).toBe(written);
  });

  test.each([
    '2026-11-30',
    '2026-11-31T14:05',
    '2023-02-29T14:05',
    '2026-13-01T14:05',
    '2026-11-30T24:00',
    '2026-11-30T14:60',
    '2026-11-30T14:05:61Z',
    '2026-11-30T1:05',
    '2026-11-30T14',
    '2026-11-30T14:05+15:00',
    '2026-11-30T14:05+01:60',
    '2026-11-30T14:05 CET',
    '2026-11-30T14:05Z tomorrow',
    '0000-00-00T00:00',
    '14:05',
  ])('%s is none', (text) => {
    expect(parseMoment(text)).toBeNull();
  });

  test('has a leap second only as the last one of a day in UTC', () => {
    expect(rewrite('2016-12-31T23:59:60Z')).toBe('2016-12-31T23:59:60Z');
    expect(rewrite('2017-01-01T00:59:60+01:00')).toBe('2017-01-01T00:59:60+01:00');
    expect(rewrite('2016-12-31T23:59:60+01:00')).toBe('none');
    expect(rewrite('2016-12-31T12:00:60Z')).toBe('none');
  });
});
