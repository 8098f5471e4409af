import type { Dataset, Edition, IsoDate } from '../dataset.ts';
import type { Live } from '../shape.ts';

/** A text in the body of a block whose values pages fill in again when their datasets change. */
export interface BlockText {
  /** Its place in the checked body. */
  path: readonly (string | number)[];
  /** Its words, and the expressions of its values. */
  parts: readonly (string | { expression: string })[];
}

/** The states of a dataset up to the talk's day that its view leaves out. */
export type History = Pick<Dataset, 'rows' | 'editions' | 'prefer'>;

/** How the slides of a talk are shown as of earlier days. */
export interface TalkTime {
  /** Whether its deck has the control of the day. */
  hasControl: boolean;
  /** By the names of the datasets whose views are not enough. */
  histories: Record<string, History>;
  /** Names of the datasets whose earlier states are too large; what shows them stays as it is. */
  large: string[];
  /** Names of the blocks that pages can compile again, and of those that draw themselves. */
  compiled: string[];
  drawn: string[];
}

/** A talk for today or a later day, and its datasets that may change, by name. */
export interface TalkLive {
  /** The last day of facts to accept; null for no end. */
  until: IsoDate | null;
  datasets: Record<string, Live & Pick<Dataset, 'prefer' | 'sources'> & { editions?: Edition[] }>;
  /** Names of the blocks that a page compiles again when their data change, and of those that draw themselves. */
  compiled: string[];
  drawn: string[];
}
