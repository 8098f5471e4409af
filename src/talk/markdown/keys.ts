import { foreignTransition } from '../problems/problems.ts';
import { ASPECTS, type Aspect } from '../model/slide/aspect.ts';
import type { SlideSpec, TalkSpec } from '../model/slide-file.ts';
import {
  readCover,
  readEdge,
  readFooter,
  readLink,
  readLogo,
  readNoLogo,
  readPagination,
} from './edge-keys.ts';
import { readMacros } from './macros.ts';
import { findTimezone, isTimezone } from '../text/timezone.ts';
import { findNearest } from '../text/nearest.ts';
import type { KeyReader, Reading } from './key-reading.ts';
import { readDuration, readTime } from './time-keys.ts';
import { readDate, readDates, readStart } from './date-keys.ts';

/** The keys of a talk or slide, and the parsers of their values. */
export type KeyTable<Spec> = { [Key in keyof Spec]-?: KeyReader<NonNullable<Spec[Key]>> };

/** The keys of a talk's front matter. */
export const TALK_KEYS: KeyTable<TalkSpec> = {
  title: readText,
  subtitle: readText,
  speaker: readTexts,
  email: readTexts,
  affiliation: readTexts,
  event: readText,
  place: readText,
  date: readStart,
  timezone: readTimezone,
  duration: readDuration,
  language: readLanguage,
  description: readText,
  tags: readTags,
  asOf: readDate,
  css: readText,
  theme: readText,
  header: readEdge,
  footer: readFooter,
  logo: readLogo,
  cover: readCover,
  link: readLink,
  pagination: readPagination,
  dark: readFlag,
  placeholders: readFlag,
  aspect: readAspect,
  tabSize: readTabSize,
  macros: (_, source) => readMacros(source),
  time: readTravel,
  follow: readRelay,
};

/** The keys of a slide's front matter. */
export const SLIDE_KEYS: KeyTable<SlideSpec> = {
  id: readId,
  title: readText,
  layout: readText,
  class: readText,
  background: readText,
  incremental: readFlag,
  visibility: oneOf('one of', ['shown', 'hidden', 'uncounted']),
  time: readTime,
  steps: readSteps,
  src: readText,
  tabSize: readTabSize,
  transition: readTransition,
  dates: readDates,
  header: readEdge,
  footer: readEdge,
  logo: readNoLogo,
  pagination: readFlag,
};

/** The keys whose values can be lists; their readers get the texts of the items. */
export const LIST_KEYS: ReadonlySet<string> = new Set([
  'dates',
  'speaker',
  'email',
  'affiliation',
  'tags',
] satisfies (keyof SlideSpec | keyof TalkSpec)[]);

function readText(scalar: unknown, source: string): Reading<string> {
  const text = typeof scalar === 'string' ? scalar.trim() : source;
  return text === '' ? { expected: 'some text' } : { value: text };
}

/** Parses a text, or a list of several. */
function readTexts(scalar: unknown, source: string): Reading<string | readonly string[]> {
  if (!Array.isArray(scalar)) return readText(scalar, source);
  const texts = scalar.map((item) => String(item).trim());
  const isGiven = texts.length > 0 && texts.every((text) => text !== '');
  return isGiven ? { value: texts } : { expected: 'some text, or a list of texts' };
}

/** Parses the tags of a talk; an empty list is none. */
function readTags(scalar: unknown, source: string): Reading<string | readonly string[]> {
  return Array.isArray(scalar) && scalar.length === 0 ? { value: [] } : readTexts(scalar, source);
}

function readFlag(scalar: unknown): Reading<boolean> {
  return typeof scalar === 'boolean' ? { value: scalar } : { expected: 'true or false' };
}

/** Parses the flag of a talk; a slide has a key of the same name for its share of the time. */
function readTravel(scalar: unknown): Reading<boolean> {
  if (typeof scalar === 'boolean') return { value: scalar };
  return { expected: 'true or false; the minutes of a talk are its "duration"' };
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

function readTransition(_: unknown, source: string): Reading<'morph' | 'none'> {
  const names = ['morph', 'none'] as const;
  const value = names.find((name) => name === source);
  if (value) return { value };
  return findNearest(source, names)
    ? { expected: 'one of', names }
    : { expected: 'one of', names, report: foreignTransition };
}

function readAspect(scalar: unknown, source: string): Reading<Aspect> {
  return oneOf('one of', ASPECTS)(scalar, source);
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

function readTimezone(_: unknown, source: string): Reading<string> {
  if (isTimezone(source)) return { value: source };
  const near = findTimezone(source);
  return {
    expected: 'a time zone such as Europe/Vienna, America/Los_Angeles or UTC',
    ...(near ? { hint: `Write ${near}.` } : {}),
  };
}

function readLanguage(_: unknown, source: string): Reading<string> {
  return LANGUAGE.test(source)
    ? { value: source }
    : { expected: 'a language tag such as en or de-AT' };
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
