import type { DatasetView, IsoDate } from './dataset.ts';
import type { PageLive } from './live-shape.ts';
import type { Part } from './talk.ts';

/** Begins every id of the page's own; an id of a slide has no colon, so the two never meet. */
export const PAGE_ID_PREFIX = 'rostrum:';

/** Id of the script element in a page that holds its `PageData` as JSON. */
export const PAGE_DATA_ID = `${PAGE_ID_PREFIX}data`;

/** Attribute of `<html>` that the page sets once everything on it is drawn; its value is empty, or the culprits, one a line. */
export const READY_ATTRIBUTE = 'data-ready';

/** What a page knows about its talk besides the slides' HTML. */
export interface PageData {
  talk: string;
  title: string;
  asOf: IsoDate;
  /** The datasets that its blocks read, on the as-of date. */
  datasets: Record<string, DatasetView>;
  /** How the talk is divided that the page holds some slides of; absent where it holds all. */
  parts?: readonly Part[];
  /** Absent where nothing on the page changes by itself. */
  live?: PageLive;
  /** Which state of the talk this is; only the dev server has more than one. */
  state?: number;
}

/** Sent by the dev server when a talk changed: the order of slides where it did, and the HTML of those that differ. */
export interface TalkUpdate {
  talk: string;
  title: string;
  asOf: IsoDate;
  /** Ids of all slides, in order; absent where they are those that the page has, which are many. */
  order?: string[];
  /** Sections that are new or different, by id. */
  sections: Record<string, SectionUpdate>;
  /** The numbers of slides of which nothing else is different, by id: a slide that comes changes those of all below it. */
  numbers?: Record<string, string>;
  /** Datasets that are new or different, by name. */
  datasets: Record<string, DatasetView>;
  /** Slides whose id changed, old to new, so that the page can stay on them. */
  renamed: Record<string, string>;
  live?: PageLive;
  /** What the page may load and run, where that changed: a page keeps the policy that it was opened with. */
  policy?: string;
}

/** A slide's `<section>` and its speaker notes. */
export interface SectionUpdate {
  html: string;
  notes: string;
}

/** Event name of `TalkUpdate`. */
export const TALK_EVENT = 'rostrum:talk';

/** Sent by a page that begins to listen: what was saved since it was written reached nobody. */
export interface Hello {
  talk: string;
  state: number;
}

/** Checks the shape of a `Hello`; null for anything else, since any program can send to the dev server. */
export function parseHello(message: unknown): Hello | null {
  if (typeof message !== 'object' || message === null) return null;
  const { talk, state } = message as Partial<Record<keyof Hello, unknown>>;
  return typeof talk === 'string' && typeof state === 'number' ? { talk, state } : null;
}

/** Event name of `Hello`. */
export const HELLO_EVENT = 'rostrum:hello';

/** Event name of a project change that the index page shows; no payload. */
export const INDEX_EVENT = 'rostrum:index';

/** Id of the script element in a page that compares two talks that holds its `DiffPageData` as JSON. */
export const DIFF_DATA_ID = `${PAGE_ID_PREFIX}diff-data`;

/** Which of two talks something belongs to. */
export type DiffSide = 'before' | 'after';

/** The datasets of the two talks on a page that compares them, by name. */
export type DiffPageData = Record<DiffSide, Record<string, DatasetView>>;

/** Where the dev server tells what a talk is on another day, before the talk's name; see `DayAnswer`. */
export const DAY_PATH = '/@rostrum/day/';

/** What a page needs to show its talk's data of another day. */
export interface DayAnswer {
  /** The day that the talk is computed for by itself. */
  own: IsoDate;
  /** Null where nothing differs from what the page shows. */
  update: TalkUpdate | null;
}
