import { oldUnit } from '../problems/problems.ts';
import { durationLength, parseDuration, replaceOldUnit, type Unit } from '../text/duration.ts';
import type { Reading } from './key-reading.ts';

/** Parses a talk's time: a plain number is minutes, as on a programme. */
export function readDuration(scalar: unknown, source: string): Reading<number> {
  // "1:30" could be hours or minutes.
  const isClock = CLOCK.test(source);
  const seconds = typeof scalar === 'number' ? scalar * 60 : isClock ? NaN : readSeconds(source);
  if (seconds > 0 && seconds <= MAX_SECONDS) return withUnits(seconds / 60, source);
  const expected = 'a number of minutes, or a time such as 45min or 1h 30min, up to a day';
  const [, hours, minutes] = CLOCK.exec(source) ?? [];
  if (hours === undefined) return { expected };
  const meant = Number(hours) <= 12 ? `${Number(hours)}h ${Number(minutes)}min` : `${hours}min`;
  return { expected, hint: `Write the units: "duration: ${meant.replace(/ 0min$/, '')}".` };
}

/** Parses a slide's time: a plain number is seconds, as in reveal.js; a small one is more likely minutes. */
export function readTime(scalar: unknown, source: string): Reading<number> {
  const seconds = typeof scalar === 'number' ? scalar : readSeconds(source);
  const isClear = typeof scalar === 'number' ? seconds >= 10 : seconds > 0;
  if (isClear && seconds <= MAX_SECONDS) return withUnits(seconds, source);
  return {
    expected: 'a time such as 90s, 2min or 1:30, or a number of seconds from 10 on, up to a day',
  };
}

function withUnits(value: number, source: string): Reading<number> {
  const renewed = replaceOldUnit(source, 'min');
  return renewed === null
    ? { value }
    : { value, warn: (span) => oldUnit(renewed, 'minutes', span) };
}

/** Reads a time with its units or with a colon; NaN where it is not a time. */
function readSeconds(source: string): number {
  const [, first, last] = CLOCK.exec(source) ?? [];
  if (first !== undefined) return Number(first) * 60 + Number(last);
  const parts = source.replaceAll(BLANK_IN_PART, '').split(BETWEEN_PARTS);
  return parts.reduce((sum, part) => {
    const duration = parseDuration(part, 'min');
    return duration && TIME_UNITS.includes(duration.unit)
      ? sum + durationLength(duration) / 1000
      : NaN;
  }, 0);
}

const MAX_SECONDS = 86_400;
const CLOCK = /^(\d{1,3}):([0-5]\d)$/;
const BLANK_IN_PART = /(?<=\d)\s+(?=[a-z])/g;
const BETWEEN_PARTS = /\s+|(?<=[a-z])(?=\d)/;
const TIME_UNITS: readonly string[] = ['h', 'min', 's'] satisfies Unit[];
