import type { Aspect } from './slide/aspect.ts';
import type { LogoSpec, Pagination } from './slide/edges.ts';

/** A talk's front matter as the author wrote it, checked key by key; an omitted key is absent. */
export interface TalkSpec {
  title?: string;
  subtitle?: string;
  /** A list where there are several; addresses and affiliations stand in the same order. */
  speaker?: string | readonly string[];
  email?: string | readonly string[];
  affiliation?: string | readonly string[];
  event?: string;
  place?: string;
  /** The day it is given, perhaps with the time at which it begins. */
  date?: string;
  /** Name of the time zone whose calendar says what day it is, such as `Europe/Vienna`. */
  timezone?: string;
  /** Minutes. */
  duration?: number;
  language?: string;
  description?: string;
  /** Words by which an index finds the talk: a list, or one text with commas. */
  tags?: string | readonly string[];
  asOf?: string;
  css?: string;
  theme?: string;
  /** Words at the head of slides; false for none. */
  header?: string | false;
  /** Words at the foot of slides in place of title and event; false for no foot. */
  footer?: string | boolean;
  logo?: LogoSpec | false;
  /** Picture behind covers without a background of their own. */
  cover?: string;
  /** Where slides and sources are on the web; `{talk}` in it is the talk's name. */
  link?: string;
  pagination?: Pagination;
  dark?: boolean;
  /** Whether a missing file has a placeholder and is a warning; without it, an error. */
  placeholders?: boolean;
  aspect?: Aspect;
  /** Tab size in code, in columns; defaults to that of the language. */
  tabSize?: number;
  /** Definitions of commands of formulas, by name with the backslash. */
  macros?: Record<string, string>;
  /** Whether its deck has the control that shows slides as of earlier days. */
  time?: boolean;
  /** Address of the relay by which a room follows the talk; `{talk}` in it is the talk's name. */
  follow?: string;
}

/** One of several speakers of a talk. */
export interface Speaker {
  name: string;
  /** Null where it is not known, or where all have one. */
  affiliation: string | null;
}

/** What talks say where their own front matter does not. */
export type SharedKeys = Pick<
  TalkSpec,
  | 'speaker'
  | 'email'
  | 'css'
  | 'theme'
  | 'language'
  | 'event'
  | 'timezone'
  | 'follow'
  | 'header'
  | 'footer'
  | 'logo'
  | 'cover'
  | 'link'
  | 'pagination'
>;

/** What the talks of one event have in common. */
export type EventKit = SharedKeys & Pick<TalkSpec, 'place'>;

/** Defaults for talks of a project, used when a talk's own front matter has no value. */
export interface TalkDefaults extends SharedKeys {
  /** What talks have in common whose `event` is this name, in place of the defaults. */
  events?: Readonly<Record<string, EventKit>>;
}
