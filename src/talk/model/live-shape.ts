import type { Live } from './shape.ts';
import type { DataUse, Edition, IsoDate, Row, Source } from './dataset.ts';
import type { BlockText } from './time/talk-time.ts';
import type { TalkMeta } from './talk.ts';

/** How a page receives new rows: it polls a file or an address, listens to events, or is notified by the dev server. */
export type FeedKind = 'file' | 'url' | 'stream' | 'push';

/** Data that a page needs to update one dataset. */
export interface Feed extends Pick<Live, 'interval' | 'staleAfter' | 'row' | 'ranges'> {
  kind: FeedKind;
  /** Empty for `push`. */
  url: string;
  /** All editions known on the talk's date, where the dataset has editions. */
  editions?: Edition[];
  /** All its sources; new rows may name any of them. */
  sources: Record<string, Source>;
  /** The order of its sources, where several may state the same fact. */
  prefer?: readonly string[];
}

/** A block on a page that shows live datasets. */
export interface LiveBlock {
  name: string;
  datasets: string[];
  /** Its checked body, for blocks that the page compiles again. */
  spec?: unknown;
  /** Texts of the body with values that the page fills in again; absent for none. */
  texts?: BlockText[];
  /** The signs of brands that it showed, by name; absent for none. */
  icons?: Record<string, string>;
}

/** Sent by the dev server after it requested the source of a dataset. */
export interface LiveNews {
  dataset: string;
  /** Reason why the last rows were kept; null on success. */
  failure: string | null;
}

/** Event name of `LiveNews`. */
export const LIVE_EVENT = 'rostrum:live';

/** Event name by which a page pauses (true) or resumes (false) requests of the dev server to sources. */
export const FREEZE_EVENT = 'rostrum:freeze';

/** Data that a page needs for live updates. */
export interface PageLive {
  /** For blocks and values that the page computes. */
  talk: TalkMeta;
  until: IsoDate | null;
  /** Name of the time zone whose calendar says what day it is. */
  timezone: string;
  feeds: Record<string, Feed>;
  /** By block id. */
  blocks: Record<string, LiveBlock>;
  /** Datasets used by slides with live data, by slide id. */
  uses: Record<string, DataUse[]>;
  /** Live datasets of values that no block of their slide shows, by slide id; slides without one are absent. */
  values: Record<string, string[]>;
}

/** Checked rows from a source. */
export interface Arrival {
  rows: Row[];
  editions: Edition[];
  sources: Record<string, Source>;
  /** Whether it contains the whole dataset. */
  isWhole: boolean;
  /** Sequence number of arrivals of one source; null when it has none. */
  stamp: number | null;
  /** When the file beside the page was written, if not before the page; it then counts as a whole. */
  writtenAt?: number;
  /** Reasons why rows were left out, without repeats. */
  dropped: string[];
}
