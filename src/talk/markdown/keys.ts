import { LAYOUTS } from '../model/talk.ts';
import type { SlideSpec, TalkSpec } from '../model/file.ts';

/** What a key's value was read as, or what was expected instead. */
export type Reading<T> = { value: T } | Refusal;

/** Why a value cannot be taken: the kind of value that stands there rightly, and its names where it has any. */
export interface Refusal {
  expected: string;
  names?: readonly string[];
  isDate?: boolean;
}

/** Reads a YAML scalar; `source` is its text in the file without quotes. */
export type KeyReader<T> = (scalar: unknown, source: string) => Reading<T>;

/** The keys of a talk or slide and how their values are read. */
export type KeyTable<Spec> = { [Key in keyof Spec]-?: KeyReader<NonNullable<Spec[Key]>> };

/** The keys of a talk's front matter. */
export const TALK_KEYS: KeyTable<TalkSpec> = {
  title: readText,
  subtitle: readText,
  speaker: readText,
  email: readText,
  affiliation: readText,
  event: readText,
  place: readText,
  date: readDate,
  duration: (scalar, source) => readSeconds(scalar, source, DURATION, 60),
  language: readLanguage,
  description: readText,
  asOf: readDate,
  css: readText,
  theme: readText,
  footer: readFlag,
};

/** The keys of a slide's front matter. */
export const SLIDE_KEYS: KeyTable<SlideSpec> = {
  id: readId,
  title: readText,
  layout: oneOf('one of', LAYOUTS),
  class: readText,
  background: readText,
  incremental: readFlag,
  visibility: oneOf('one of', ['shown', 'hidden', 'uncounted']),
  time: (scalar, source) => readSeconds(scalar, source, TIME, 1),
  steps: readSteps,
  src: readText,
};

function readText(scalar: unknown, source: string): Reading<string> {
  const text = typeof scalar === 'string' ? scalar.trim() : source;
  return text === '' ? { expected: 'some text' } : { value: text };
}

function readFlag(scalar: unknown): Reading<boolean> {
  return typeof scalar === 'boolean' ? { value: scalar } : { expected: 'true or false' };
}

function readSteps(scalar: unknown, source: string): Reading<boolean> {
  if (source === 'on') return { value: true };
  if (source === 'off') return { value: false };
  return readFlag(scalar);
}

function oneOf<Name extends string>(what: string, names: readonly Name[]): KeyReader<Name> {
  return (_, source) => {
    const value = names.find((name) => name === source);
    return value ? { value } : { expected: what, names };
  };
}

function readId(_: unknown, source: string): Reading<string> {
  if (ID.test(source)) return { value: source };
  return { expected: 'an id of letters, digits, "-" and "_"' };
}

function readLanguage(_: unknown, source: string): Reading<string> {
  return LANGUAGE.test(source)
    ? { value: source }
    : { expected: 'a language tag such as en or de-AT' };
}

function readDate(_: unknown, source: string): Reading<string> {
  const [, year, month, day] = DATE.exec(source) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isDay ? { value: source } : { expected: 'a day written YYYY-MM-DD', isDate: true };
}

/** Reads minutes as a bare number, or a time with its units, into a count of `unit` seconds. */
function readSeconds(
  scalar: unknown,
  source: string,
  limit: TimeLimit,
  unit: number,
): Reading<number> {
  const refusal = { expected: limit.expected };
  if (typeof scalar === 'number') {
    const isMinutes = scalar > 0 && scalar <= limit.minutes;
    return isMinutes ? { value: (scalar * 60) / unit } : refusal;
  }
  const clock = CLOCK.exec(source);
  if (clock) return { value: (Number(clock[1]) * 60 + Number(clock[2])) / unit };
  const [all, hours, minutes, seconds] = UNITS.exec(source) ?? [];
  if (!all) return refusal;
  const total = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return total > 0 ? { value: total / unit } : refusal;
}

interface TimeLimit {
  minutes: number;
  expected: string;
}

const DURATION: TimeLimit = {
  minutes: 600,
  expected: 'a number of minutes, or a time such as 45m or 1h30m',
};
const TIME: TimeLimit = {
  minutes: 30,
  expected: 'a time such as 90s, 2m or 1:30, or up to 30 minutes as a number',
};
const ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u;
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const CLOCK = /^(\d{1,3}):([0-5]\d)$/;
const UNITS = /^(?=\d)(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)\s*s)?$/;
