import type { DatasetView, IsoDate } from './dataset.ts';
import type { PageLive } from './live-shape.ts';
import type { PageTime } from './time/time-shape.ts';
import type { PageRoom } from './room/room-place.ts';
import type { SpinePlace } from './talk.ts';

/** Prefix of the page's own ids; ids of slides have no colon, so the two never collide. */
export const PAGE_ID_PREFIX = 'rostrum:';

/** Id of the script element in a page that holds its `PageData` as JSON. */
export const PAGE_DATA_ID = `${PAGE_ID_PREFIX}data`;

/**
 * Attribute of `<html>` set when the page is fully drawn; its value is empty, or lists the elements that failed, one a
 * line.
 */
export const READY_ATTRIBUTE = 'data-ready';

/**
 * Attribute of `<html>` that a built page sets a few seconds after it is drawn: whether the talk goes on without a network.
 */
export const OFFLINE_ATTRIBUTE = 'data-offline';

/**
 * `kept`: pages of the talk can be opened and reloaded. `partly`: except videos beyond a bound. `open`: pages that are open
 * go on, but no other can be opened. `saving`: nothing was fetched in advance, since the browser is asked to save data.
 */
export type OfflineState = 'kept' | 'partly' | 'open' | 'saving';

/** The files of a talk that pages keep for the time without a network, in a file of its own; addresses are relative to the page. */
export interface KeptFiles {
  /** The service worker's script. */
  worker: string;
  files: readonly string[];
  /** Whether files are missing in the list, since they are too large. */
  isPartial?: boolean;
}

/** Returns the name of the file beside a page that holds its `KeptFiles`. */
export function keptListName(id: string): string {
  return `kept-${id}.json`;
}

/** Data that a page has about its talk in addition to the slides' HTML. */
export interface PageData {
  talk: string;
  title: string;
  asOf: IsoDate;
  /** Name of the talk's time zone; only in dev, and where it has one. */
  timezone?: string;
  /** Planned minutes; absent when unknown. */
  duration?: number;
  /** The datasets that its blocks read, on the as-of date. */
  datasets: Record<string, DatasetView>;
  /** The place of each slide in the whole talk, when the page holds only some of them; else absent. */
  places?: readonly SpinePlace[];
  /** Absent when nothing on the page is live. */
  live?: PageLive;
  /** Absent when no slide is shown as of earlier days. */
  time?: PageTime;
  /** Absent when no room follows the talk. */
  room?: PageRoom;
  /** Id of what is kept for the time without a network, and of the page, for `keptListName`; absent where nothing is kept. */
  kept?: string;
  /** Version of the talk on the page; only the dev server has more than one. */
  state?: number;
  /** Whether each run through the talk is recorded as a rehearsal; absent for no. */
  isRehearsed?: boolean;
}

/** Sent by the dev server when a talk changed: the new order of slides, and the HTML of changed slides. */
export interface TalkUpdate {
  talk: string;
  title: string;
  asOf: IsoDate;
  /** Ids of all slides in order; absent when unchanged, as they can be many. */
  order?: string[];
  /** New and changed sections, by id. */
  sections: Record<string, SectionUpdate>;
  /** Numbers of slides with no other change, by id: a new slide renumbers all slides after it. */
  numbers?: Record<string, string>;
  /** New and changed datasets, by name. */
  datasets: Record<string, DatasetView>;
  /** New ids of renamed slides by old id, so that the page stays on them. */
  renamed: Record<string, string>;
  live?: PageLive;
  time?: PageTime;
  room?: PageRoom;
  /** Planned minutes, null for none; absent when unchanged. */
  duration?: number | null;
  /** The new content security policy, if changed: an open page keeps its old one. */
  policy?: string;
  /** Set where styles changed that come with the page. */
  hasOtherLook?: true;
}

/** A slide's `<section>` and its speaker notes. */
export interface SectionUpdate {
  html: string;
  notes: string;
}

/** Event name of `TalkUpdate`. */
export const TALK_EVENT = 'rostrum:talk';

/** Sent by a page that begins to listen, because it missed what was saved since it was written. */
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

/** Event name of what decks and speaker's pages of different browsers say to each other; see `StageLetter`. */
export const STAGE_EVENT = 'rostrum:stage';

/** A message from a window, for those of other browsers. */
export interface StageLetter {
  /** Random id that the windows of one browser share; they have a channel of their own. */
  browser: string;
  /** The channel that it belongs to. */
  channel: string;
  message: unknown;
}

/** Path prefix at which the dev server takes a rehearsal of a talk and writes it to a file. */
export const REHEARSAL_PATH = '/@rostrum/rehearsal/';

/** Event name of a project change that the index page shows; no payload. */
export const INDEX_EVENT = 'rostrum:index';

/** Id of the script element in a page that compares two talks that holds its `DiffPageData` as JSON. */
export const DIFF_DATA_ID = `${PAGE_ID_PREFIX}diff-data`;

/** Which of two talks something belongs to. */
export type DiffSide = 'before' | 'after';

/** The datasets of the two talks on a page that compares them, by name. */
export type DiffPageData = Record<DiffSide, Record<string, DatasetView>>;

/** Path prefix at which the dev server returns a talk's data of another day; see `DayAnswer`. */
export const DAY_PATH = '/@rostrum/day/';

/** Data that a page needs to show its talk on another day. */
export interface DayAnswer {
  /** The talk's default day. */
  own: IsoDate;
  /** Null when the page is up to date. */
  update: TalkUpdate | null;
}
