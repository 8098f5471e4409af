import type { DataUse } from '../dataset.ts';
import type { LiveBlock } from '../live-shape.ts';
import type { TalkMeta } from '../talk.ts';
import type { TalkTime } from './talk-time.ts';

/** A block on a slide that can be shown as of earlier days. */
export interface TimeBlock extends LiveBlock {
  /** Set when it stays as it is. */
  isStill?: true;
}

/** What a page needs to show one slide as of earlier days. */
export interface TimeSlide {
  /** By block id. */
  blocks: Record<string, TimeBlock>;
  /** Expressions of values in code, which stay as they are. */
  still?: string[];
  /** Sources that do not depend on the day. */
  uses?: DataUse[];
}

/** What a page needs to show its slides as of earlier days. */
export interface PageTime extends Pick<TalkTime, 'hasControl' | 'histories' | 'large'> {
  /** For the blocks that the page computes. */
  talk: TalkMeta;
  /** By slide id. */
  slides: Record<string, TimeSlide>;
}
