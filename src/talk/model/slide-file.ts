import type { Token } from 'marked';
import type { Layout, Visibility } from './talk.ts';
import type { Problem, Span } from './problem.ts';
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
  /** Tab size in code, in columns. */
  tabSize?: number;
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
  /** The body's tokens: marked's and ours (see `SlideToken`), without notes and remarks. */
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

/** A fenced data block. `lines[i]` is the place of line i of `text` in the file, columns included. */
export interface DataBlockToken {
  type: 'datablock';
  raw: string;
  name: string;
  text: string;
  span: Span;
  lines: Span[];
}

/** A code fence (indented code has no info); replaces marked's `code` token. */
export interface CodeBlockToken {
  type: 'codeblock';
  raw: string;
  text: string;
  /** highlight.js language name as written; null for none. */
  language: string | null;
  /**
   * Line numbers (as printed) highlighted at each state, `all` for every line; null without line steps. The number of
   * states is steps + 1.
   */
  highlights: (number[] | 'all')[] | null;
  /** Printed number of the first line; null without line numbers. */
  startLine: number | null;
  title: string | null;
  /** Whether `{{ }}` is evaluated inside. */
  values: boolean;
  /** Tab size in columns; null when the slide, the talk or the language decides. */
  tabSize: number | null;
  span: Span;
  infoSpan: Span;
  lines: Span[];
}

/** `::: NAME argument` ... `:::`. */
export interface ContainerToken {
  type: 'container';
  raw: string;
  name: 'columns' | 'column' | 'browser' | 'terminal';
  argument: string;
  tokens: Token[];
  span: Span;
}

/** `{{ expression }}` in running text (inline). `expression` is trimmed; `span` covers it with its braces. */
export interface ValueToken {
  type: 'value';
  raw: string;
  expression: string;
  span: Span;
}

/** `<!-- pause -->`; block or inline. */
export interface PauseToken {
  type: 'pause';
  raw: string;
  span: Span;
}

/** `<!-- .element: class="fragment" -->`: attributes for the element before it; block or inline. */
export interface AttributesToken {
  type: 'attributes';
  raw: string;
  attributes: Record<string, string>;
  span: Span;
}

/** `::right::` on a line of its own. */
export interface RightToken {
  type: 'right';
  raw: string;
  span: Span;
}

/**
 * All tokens of ours; marked's own tokens carry a `span` wherever a problem may need one (links, images, headings,
 * html).
 */
export type SlideToken =
  | DataBlockToken
  | CodeBlockToken
  | ContainerToken
  | ValueToken
  | PauseToken
  | AttributesToken
  | RightToken;
