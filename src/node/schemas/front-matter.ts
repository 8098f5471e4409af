import * as v from 'valibot';
import type { SlideSpec } from '../../talk/model/slide-file.ts';
import type { TalkSpec } from '../../talk/model/talk-spec.ts';
import { ASPECTS } from '../../talk/model/slide/aspect.ts';
import { LAYOUTS } from '../../talk/model/talk.ts';
import { THEMES } from '../../talk/model/slide/themes.ts';

/** What editors know of the keys of front matter: their types and choices; `check` reads the values themselves. */
type Keys<Spec> = Record<keyof Spec, v.GenericSchema>;

/** A scalar that YAML may read as a number. */
const TEXT = v.union([v.string(), v.number()]);
const TEXTS = v.union([TEXT, v.array(TEXT)]);
const DAY = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const START = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S*)?$/));
const OFF = v.union([v.literal(false), v.literal('off')]);
const EDGE = v.union([v.string(), OFF]);
const COLUMNS = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16));
const TIME = v.union([v.pipe(v.number(), v.minValue(0)), v.string()]);

/** The name of a theme or a layout of the project's own, which only its configuration knows. */
const OWN = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/));

/** The keys of a talk's front matter. */
export const TALK: Keys<TalkSpec> = {
  title: TEXT,
  subtitle: TEXT,
  speaker: TEXTS,
  email: TEXTS,
  affiliation: TEXTS,
  event: TEXT,
  place: TEXT,
  date: START,
  timezone: v.string(),
  duration: TIME,
  language: v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)),
  description: TEXT,
  tags: TEXTS,
  asOf: DAY,
  css: v.string(),
  theme: v.union([v.picklist(THEMES), OWN]),
  header: EDGE,
  footer: v.union([v.string(), v.boolean(), v.literal('off')]),
  logo: v.union([v.string(), OFF]),
  cover: v.string(),
  link: v.string(),
  pagination: v.union([v.boolean(), v.string()]),
  dark: v.boolean(),
  placeholders: v.boolean(),
  aspect: v.picklist(ASPECTS),
  tabSize: COLUMNS,
  macros: v.string(),
  time: v.boolean(),
  follow: v.string(),
};

/** The keys of a slide's front matter. */
export const SLIDE: Keys<SlideSpec> = {
  id: v.pipe(v.string(), v.regex(/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u)),
  title: TEXT,
  layout: v.union([v.picklist(LAYOUTS), OWN]),
  class: v.string(),
  background: v.string(),
  incremental: v.boolean(),
  visibility: v.picklist(['shown', 'hidden', 'uncounted']),
  time: TIME,
  steps: v.union([v.boolean(), v.picklist(['on', 'off'])]),
  src: v.string(),
  tabSize: COLUMNS,
  transition: v.picklist(['morph', 'none']),
  dates: v.union([v.string(), v.array(v.string())]),
  header: EDGE,
  footer: EDGE,
  logo: OFF,
  pagination: v.boolean(),
};

/** Makes an object of optional keys. */
export function toObject(keys: Record<string, v.GenericSchema>): v.GenericSchema {
  const entries = Object.entries(keys).map(([key, schema]) => [key, v.optional(schema)] as const);
  return v.strictObject(Object.fromEntries(entries));
}
