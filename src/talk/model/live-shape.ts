import type { Live } from './shape.ts';
import type { DataUse, Edition, IsoDate, Row, Source } from './dataset.ts';
import type { TalkMeta } from './talk.ts';

/** How a page hears of new rows: it reads a file again, listens to events, or is told by the dev server. */
export type FeedKind = 'file' | 'url' | 'stream' | 'push';

/** What a page needs to keep one dataset up to date. */
export interface Feed extends Pick<Live, 'interval' | 'staleAfter' | 'row' | 'ranges'> {
  kind: FeedKind;
  /** Empty for `push`. */
  url: string;
  /** All editions known on the talk's date, where the dataset has editions. */
  editions?: Edition[];
}

/** A block on a page that shows live datasets. */
export interface LiveBlock {
  name: string;
  datasets: string[];
  /** Its checked body, where the page must compile it again. */
  spec?: unknown;
}

/** Sent by the dev server when the source of a dataset was asked, or could not be. */
export interface LiveNews {
  dataset: string;
  /** Why the last rows were kept; null where all is well. */
  failure: string | null;
}

/** Event name of `LiveNews`. */
export const LIVE_EVENT = 'rostrum:live';

/** Event name by which a page tells the dev server to ask no source (true), or to ask again (false). */
export const FREEZE_EVENT = 'rostrum:freeze';

/** What a page needs to stay live. */
export interface PageLive {
  /** For blocks and values that are computed again. */
  talk: TalkMeta;
  until: IsoDate | null;
  feeds: Record<string, Feed>;
  /** By block id. */
  blocks: Record<string, LiveBlock>;
  /** What slides with live datasets rest on, by slide id. */
  uses: Record<string, DataUse[]>;
}

/** Rows that came from a source, checked. */
export interface Arrival {
  rows: Row[];
  editions: Edition[];
  sources: Record<string, Source>;
  /** Whether it tells the whole dataset. */
  isWhole: boolean;
  /** Orders arrivals of one source; null where it says nothing about order. */
  stamp: number | null;
  /** Why rows were left out, one reason each. */
  dropped: string[];
}
