import {
  badDate,
  foreignLayout,
  foreignTransition,
  isForeignLayout,
  oldUnit,
  unknownTheme,
} from '../problems/problems.ts';
import { durationLength, parseDuration, replaceOldUnit, type Unit } from '../text/duration.ts';
import { LAYOUTS, THEMES, type Layout } from '../model/talk.ts';
import type { SlideSpec, TalkSpec } from '../model/slide-file.ts';
import type { Problem, Span } from '../model/problem.ts';
import { readMacros } from './macros.ts';
import { findNearest } from '../text/nearest.ts';

/** The parsed value of a key, or what was expected instead. */
export type Reading<T> = { value: T; warn?: (span: Span) => Problem } | Refusal;

/** Reason why a value is rejected: the expected kind of value, and its names if it has any. */
export interface Refusal {
  expected: string;
  names?: readonly string[];
  /** Reports a specific problem; defaults to one about the expected kind. */
  report?: (source: string, span: Span) => Problem;
}

/** Parses a YAML scalar; `source` is its text in the file without quotes. */
export type KeyReader<T> = (scalar: unknown, source: string) => Reading<T>;

/** The keys of a talk or slide, and the parsers of their values. */
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
  duration: readDuration,
  language: readLanguage,
  description: readText,
  asOf: readDate,
  css: readText,
  theme: readTheme,
  footer: readFlag,
  tabSize: readTabSize,
  macros: (_, source) => readMacros(source),
  follow: readRelay,
};

/** The keys of a slide's front matter. */
export const SLIDE_KEYS: KeyTable<SlideSpec> = {
  id: readId,
  title: readText,
  layout: readLayout,
  class: readText,
  background: readText,
  incremental: readFlag,
  visibility: oneOf('one of', ['shown', 'hidden', 'uncounted']),
  time: readTime,
  steps: readSteps,
  src: readText,
  tabSize: readTabSize,
  transition: readTransition,
};

function readText(scalar: unknown, source: string): Reading<string> {
  const text = typeof scalar === 'string' ? scalar.trim() : source;
  return text === '' ? { expected: 'some text' } : { value: text };
}

function readFlag(scalar: unknown): Reading<boolean> {
  return typeof scalar === 'boolean' ? { value: scalar } : { expected: 'true or false' };
}

function readSteps(scalar: unknown, source: string): Reading<boolean> {
  if (source === 'on' || source === 'off') return { value: source === 'on' };
  return readFlag(scalar);
}

function oneOf<Name extends string>(what: string, names: readonly Name[]): KeyReader<Name> {
  return (_, source) => {
    const value = names.find((name) => name === source);
    return value ? { value } : { expected: what, names };
  };
}

function readLayout(scalar: unknown, source: string): Reading<Layout> {
  const reading = oneOf('one of', LAYOUTS)(scalar, source);
  const isForeign = isForeignLayout(source) || !findNearest(source, LAYOUTS);
  return 'value' in reading || !isForeign ? reading : { ...reading, report: foreignLayout };
}

function readTransition(_: unknown, source: string): Reading<'morph' | 'none'> {
  const names = ['morph', 'none'] as const;
  const value = names.find((name) => name === source);
  if (value) return { value };
  return findNearest(source, names)
    ? { expected: 'one of', names }
    : { expected: 'one of', names, report: foreignTransition };
}

function readTheme(_: unknown, source: string): Reading<string> {
  if (THEMES.some((name) => name === source)) return { value: source };
  return { expected: 'a theme', report: (name, span) => unknownTheme(name, THEMES, span) };
}

function readId(_: unknown, source: string): Reading<string> {
  // reveal.js reads a bare number in the address as a slide's position.
  if (ID.test(source) && !NUMBER.test(source)) return { value: source };
  return { expected: 'an id of letters, digits, "-" and "_", not a number' };
}

function readTabSize(scalar: unknown): Reading<number> {
  const isColumns = typeof scalar === 'number' && Number.isInteger(scalar);
  if (isColumns && scalar >= 1 && scalar <= 16) return { value: scalar };
  return { expected: 'a number of columns from 1 to 16' };
}

/** Reads a relay's address: encrypted unless it is this machine, and without anything secret. */
function readRelay(_: unknown, source: string): Reading<string> {
  const isSocket = /^wss?:/i.test(source);
  const [, port = '0'] = (isSocket ? BROKER : RELAY).exec(source) ?? ['', 'none'];
  if (Number(port) <= MAX_PORT) return { value: source };
  return { expected: `an address such as ${isSocket ? BROKER_EXAMPLE : RELAY_EXAMPLE}` };
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
  return isDay ? { value: source } : { expected: 'a day written YYYY-MM-DD', report: badDate };
}

/** Parses a talk's time: a plain number is minutes, as on a programme. */
function readDuration(scalar: unknown, source: string): Reading<number> {
  // "1:30" could be hours or minutes.
  const isClock = CLOCK.test(source);
  const seconds = typeof scalar === 'number' ? scalar * 60 : isClock ? NaN : readSeconds(source);
  if (seconds > 0 && seconds <= MAX_SECONDS) return withUnits(seconds / 60, source);
  return { expected: 'a number of minutes, or a time such as 45min or 1h 30min, up to a day' };
}

/** Parses a slide's time: a plain number is seconds, as in reveal.js; a small one is more likely minutes. */
function readTime(scalar: unknown, source: string): Reading<number> {
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

/** Reads a time with its units or with a colon; NaN where it is none. */
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

const ID = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;
const NUMBER = /^\d+$/;
const RELAY =
  /^(?:https:\/\/[a-z\d](?:[a-z\d.-]*[a-z\d])?|http:\/\/(?:localhost|127\.0\.0\.1))(?::(\d{1,5}))?\/[\w.~%/{}-]*$/i;
/** The topic has no wildcards, and does not begin as those of the broker itself do. */
const BROKER =
  /^(?:wss:\/\/[a-z\d](?:[a-z\d.-]*[a-z\d])?|ws:\/\/(?:localhost|127\.0\.0\.1))(?::(\d{1,5}))?\/[\w.~%/{}-]*#[\w.~/{}-]{1,200}$/i;
const RELAY_EXAMPLE = 'https://relay.example.org/live/{talk}';
const BROKER_EXAMPLE = 'wss://broker.example.org/mqtt#talks/{talk}';
const MAX_PORT = 65_535;
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MAX_SECONDS = 86_400;
const CLOCK = /^(\d{1,3}):([0-5]\d)$/;
const BLANK_IN_PART = /(?<=\d)\s+(?=[a-z])/g;
const BETWEEN_PARTS = /\s+|(?<=[a-z])(?=\d)/;
const TIME_UNITS: readonly string[] = ['h', 'min', 's'] satisfies Unit[];
