import type { IsoDate } from './dataset.ts';
import type { Layout, Visibility } from './talk.ts';
import type { Problem, Span } from './problem.ts';
import type { Token } from './token.ts';
import type { TalkDefaults, TalkSpec } from './talk-spec.ts';

export type { TalkDefaults, TalkSpec };

/** A slide's front matter as the author wrote it, checked key by key; an omitted key is absent. */
export interface SlideSpec {
  id?: string;
  /** Replaces the slide's own heading; only beside `src`. */
  title?: string;
  layout?: Layout;
  class?: string;
  background?: string;
  incremental?: boolean;
  visibility?: Visibility;
  /** Planned seconds. */
  time?: number;
  /** False switches the slide's steps off; only beside `src`. */
  steps?: boolean;
  src?: string;
  /** Its own words at the head and foot; false for none. */
  header?: string | false;
  footer?: string | false;
  /** False leaves the talk's logo off. */
  logo?: false;
  /** Whether it shows its number; defaults to the talk's. */
  pagination?: boolean;
  /** How it comes from the slide before, and goes back. */
  transition?: 'morph' | 'none';
  /** Tab size in code, in columns. */
  tabSize?: number;
  /** Days before the talk's own whose data the slide shows first, one a step. */
  dates?: IsoDate[];
}

/** One slide as written in its file, before includes, data and numbers. */
export interface SlideSource {
  /** Place of the slide's first character: its front matter, else its text. */
  span: Span;
  /** Identity of the slide's text wherever it moves in its file; a key for caches. */
  origin: object;
  /** The slide's exact text with its front matter; equal text means an equal slide. */
  raw: string;
  spec: SlideSpec;
  /** Places of the values of the front matter's keys. */
  keySpans: Partial<Record<keyof SlideSpec, Span>>;
  /** The body's tokens without notes and remarks. */
  tokens: Token[];
  /** The speaker notes' Markdown; empty for none. */
  notes: string;
  /** Place of the notes' first line; null for none. */
  notesSpan: Span | null;
  /** The notes as written, with comments, one part for each place. */
  notesParts: NotesPart[];
  anchors: SlideAnchors;
}

/** A part of a slide's notes. */
export interface NotesPart {
  text: string;
  /** The indentation removed below the first line. */
  indent: number;
  /** Place of the first line. */
  span: Span;
}

/** The links and ids that connect a slide with others of its talk. */
export interface SlideAnchors {
  /** Its links to slides, by their id. */
  links: { to: string; span: Span }[];
  /** Ids that the author gave to elements, which links can target. */
  ids: string[];
}

/** A parsed slide file. */
export interface SlideFile {
  path: string;
  text: string;
  /** The talk's front matter; null in a library file. */
  head: TalkSpec | null;
  headSpans: Partial<Record<keyof TalkSpec, Span>>;
  slides: SlideSource[];
  problems: Problem[];
}

/** Returns a slide without content at the top of a file. */
export function emptySource({ path, text }: Pick<SlideFile, 'path' | 'text'>): SlideSource {
  return {
    span: { file: path, line: 1, column: 1, length: 1 },
    origin: {},
    raw: text,
    spec: {},
    keySpans: {},
    tokens: [],
    notes: '',
    notesSpan: null,
    notesParts: [],
    anchors: { links: [], ids: [] },
  };
}
