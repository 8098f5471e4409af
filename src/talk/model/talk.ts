import type { StyleNeeds } from './look/style-needs.ts';
import type { OwnLook } from './look/theme.ts';
import type { Speaker } from './talk-spec.ts';
import type { TalkLook } from './slide/aspect.ts';
import type { TalkEdges } from './slide/edges.ts';
import type { ReadableSlide } from './slide/readable-slide.ts';
import type { BlockFiles } from './block-files.ts';
import type { CommitPlace } from './code/code.ts';
import type { DataUse, DatasetView, IsoDate, PartialDate } from './dataset.ts';
import type { PictureRoom } from './leaf-token.ts';
import type { Problem, Span } from './problem.ts';
import type { BlockText, TalkLive, TalkTime } from './time/talk-time.ts';

/** The ways a slide can be laid out. */
export const LAYOUTS = [
  'default',
  'cover',
  'section',
  'center',
  'two-columns',
  'statement',
  'quote',
  'figure',
  'picture',
  'picture-left',
  'picture-right',
  'end',
] as const;

/** One of `LAYOUTS`, or a layout of the project's own. */
export type Layout = (typeof LAYOUTS)[number] | (string & {});

/** Whether a slide is shown and counted. */
export type Visibility = 'shown' | 'hidden' | 'uncounted';

/** The front matter of a talk, complete. */
export interface TalkMeta extends TalkLook {
  title: string;
  subtitle: string | null;
  /** One name, or all of them, with commas. */
  speaker: string | null;
  email: string | null;
  affiliation: string | null;
  /** Who gives it where they are several, with what is known of each. */
  speakers?: readonly Speaker[];
  event: string | null;
  place: string | null;
  /** The day the talk is given, perhaps with the time; null when unknown. */
  date: PartialDate | null;
  /** Name of its time zone; null for that of the author's machine. */
  timezone: string | null;
  /** Minutes. */
  duration: number | null;
  /** BCP 47 tag; defaults to `en`. */
  language: string;
  description: string | null;
  /** Words by which an index finds the talk; absent for none. */
  tags?: readonly string[];
  /** The author's own stylesheet, a path from the project's root; null for none. */
  css: string | null;
  /** Name of a theme; defaults to `rostrum`. */
  theme: string;
  /** Whether slides show talk, event and number in their footer; defaults to true. */
  footer: boolean;
  /** Words, logo and number of all slides; absent when nothing is set. */
  edges?: TalkEdges;
  /** Whether missing files have placeholders; defaults to false: they are errors. */
  placeholders: boolean;
  /** Tab size in code, in columns; null when the language decides. */
  tabSize: number | null;
  /** Definitions of commands of formulas, by name with the backslash. */
  macros: Readonly<Record<string, string>>;
  /** The talk's address at a relay by which a room follows it; null for none. */
  follow: string | null;
  /** Where slides and sources are on the web; absent for nowhere. */
  link?: string;
}

/** One use of a block on a slide. */
export interface BlockUse {
  /** The block's name: `chart`, `table`, ... */
  name: string;
  /** Unique in the talk and stable between edits: `SLIDE-ID/N`. */
  id: string;
  span: Span;
  steps: number;
  uses: DataUse[];
  /** Names of the datasets it reads, found or not. */
  datasets: string[];
  /** Its checked body; absent where it has a problem. */
  spec?: unknown;
  /** Texts of its body with values that pages can fill in again; absent for none. */
  texts?: BlockText[];
  /** Its content as plain Markdown. */
  text: string;
  /** The signs of brands that it asked for and that there are, by name; absent for none. */
  icons?: Record<string, string>;
}

/** One use of `{{ expression }}` on a slide or in its notes. */
export interface ValueUse {
  expression: string;
  /** The printed text; null when it could not be computed. */
  text: string | null;
  /** Names of the datasets it reads, found or not. */
  datasets: string[];
  /** Set for a value in code, in a QR code or in a text of a block that pages cannot compile, which stays as it is. */
  isStill?: true;
  span: Span;
}

/** Code at a commit that a slide shows. */
export interface CodeUse {
  place: CommitPlace;
  span: Span;
}

/** A picture or other file that a slide's HTML refers to, as `href` in the HTML and as a path from the project's root. */
export interface AssetUse {
  href: string;
  path: string;
  /** Set when the whole address names the file: it has no query, and no part of the file follows a `#` or `?`. */
  isWhole?: true;
  /** Set when the slide links to the file and does not show it. */
  isLink?: true;
  /** The place of a picture; absent where it may fill the slide. */
  room?: PictureRoom;
  span: Span;
}

/** A compiled slide: a plain value that everything else reads. */
export interface Slide extends ReadableSlide {
  id: string;
  /** Plain text of its title; empty where it has none. */
  title: string;
  layout: Layout;
  classes: string[];
  visibility: Exclude<Visibility, 'hidden'>;
  /** Start of its own text. */
  place: Span;
  /** The `src:` lines that lead to it, outermost first; empty when the talk's own file holds it. */
  via: Span[];
  /** Title of the section slide before it; null before the first. */
  section: string | null;
  /** The number printed on it; null for uncounted slides. */
  number: number | null;
  /** That number as its foot prints it, as `3` or `3/12`; absent where it prints none. */
  printedNumber?: string;
  /** Number of advances before the next slide. */
  steps: number;
  /** Planned seconds; null when not given. */
  time: number | null;
  /** The days that it shows, one a step, the talk's own at the end; absent where it shows that alone. */
  days?: IsoDate[];
  blocks: BlockUse[];
  values: ValueUse[];
  /** Code at commits that it shows; absent for none. */
  code?: CodeUse[];
  /** Sources of its values, its blocks and its code, without repeats. */
  uses: DataUse[];
  /** Speaker notes as HTML; empty string for none. */
  notes: string;
  /** The whole `<section>` element without notes; pages write its number into it (`printNumber`). */
  html: string;
  problems: Problem[];
}

/** A compiled talk: a plain value made of slides, data and a date. */
export interface Talk {
  /** The file's name without `.md`; the talk's address. */
  name: string;
  /** Its file, relative to the project's root. */
  file: string;
  meta: TalkMeta;
  /** The day its data are computed for. */
  asOf: IsoDate;
  slides: Slide[];
  /** The datasets of its slides on the as-of date, by name. */
  datasets: Record<string, DatasetView>;
  /** Names of the blocks it uses, sorted. */
  blocks: string[];
  /** What pages load for blocks of the project's own, by the block's name; absent for nothing. */
  blockFiles?: Record<string, BlockFiles>;
  /** Its theme and the layouts of its slides, where they are the project's own; absent for none. */
  ownLook?: OwnLook;
  assets: AssetUse[];
  /** The place of each slide in the whole talk, by id, when this one holds only some of its slides; else absent. */
  places?: ReadonlyMap<string, SpinePlace>;
  /** What its own stylesheet loads from other origins; absent when it has none. */
  styleNeeds?: StyleNeeds;
  /** How its slides are shown as of earlier days; absent when they are not. */
  time?: TalkTime;
  /** How it is updated while shown; absent when its date is past or no dataset is live. */
  live?: TalkLive;
}

/** The place of a slide in its talk, as shares of it: where its section begins, the slide itself, and where the section ends. */
export type SpinePlace = readonly [from: number, at: number, to: number];
