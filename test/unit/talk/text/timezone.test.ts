import { expect, test } from 'vitest';
import { findTimezone, isTimezone, todayIn } from '../../../../src/talk/text/timezone.ts';

test('the day is that of the place, across changes of its clocks', () => {
  const day = (zone: string, time: string): string => todayIn(zone, new Date(time));
  // Auckland goes to UTC+13 at 2026-09-26T14:00Z, and back to UTC+12 at 2026-04-04T14:00Z.
  expect(day('Pacific/Auckland', '2026-09-26T11:59Z')).toBe('2026-09-26');
  expect(day('Pacific/Auckland', '2026-09-26T12:00Z')).toBe('2026-09-27');
  expect(day('Pacific/Auckland', '2026-09-27T10:59Z')).toBe('2026-09-27');
  expect(day('Pacific/Auckland', '2026-09-27T11:00Z')).toBe('2026-09-28');
  expect(day('Pacific/Auckland', '2026-04-05T11:59Z')).toBe('2026-04-05');
  expect(day('Pacific/Auckland', '2026-04-05T12:00Z')).toBe('2026-04-06');
  // Los Angeles goes to UTC-7 at 2026-03-08T10:00Z, and back to UTC-8 at 2026-11-01T09:00Z.
  expect(day('America/Los_Angeles', '2026-03-08T07:59Z')).toBe('2026-03-07');
  expect(day('America/Los_Angeles', '2026-03-09T06:59Z')).toBe('2026-03-08');
  expect(day('America/Los_Angeles', '2026-03-09T07:00Z')).toBe('2026-03-09');
  expect(day('America/Los_Angeles', '2026-11-02T07:59Z')).toBe('2026-11-01');
  expect(day('America/Los_Angeles', '2026-11-02T08:00Z')).toBe('2026-11-02');
  expect(day('UTC', '2026-11-02T00:00Z')).toBe('2026-11-02');
  expect(day('Asia/Kathmandu', '2026-01-01T18:14Z')).toBe('2026-01-01');
  expect(day('Asia/Kathmandu', '2026-01-01T18:15Z')).toBe('2026-01-02');
});

test('without a zone, or with one that is not known here, it is that of the machine', () => {
  const now = new Date('2026-11-02T00:00Z');
  expect([todayIn(null, now), todayIn('Europe/Nowhere', now)]).toEqual([
    '2026-11-02',
    '2026-11-02',
  ]);
});

test('names of zones are known, offsets and abbreviations are none', () => {
  expect(['Europe/Vienna', 'UTC', 'America/Argentina/Buenos_Aires'].every(isTimezone)).toBe(true);
  expect(['+02:00', 'CEST', 'Vienna', '', 'Europe/Vienna; x'].some(isTimezone)).toBe(false);
  expect(findTimezone('Vienna')).toBe('Europe/Vienna');
  expect(findTimezone('los angeles')).toBe('America/Los_Angeles');
  expect(findTimezone('Europe/Viena')).toBe('Europe/Vienna');
  expect(findTimezone('CEST')).not.toBe('CEST');
});
