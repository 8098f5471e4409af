import type { IsoDate } from '../model/dataset.ts';
import type { Span } from '../model/problem.ts';

/** What differs between two talks, or between one talk on two days. */
export interface TalkDiff {
  before: TalkSide;
  after: TalkSide;
  counts: Record<SlideChange | 'moved' | 'figures', number>;
  /** In the order of the second talk; what is gone stands behind the slide it followed. */
  slides: SlideDiff[];
}

/** One of the two talks. */
export interface TalkSide {
  talk: string;
  title: string;
  event: string | null;
  asOf: IsoDate;
  slides: number;
}

/** What became of a slide. */
export type SlideChange = 'same' | 'changed' | 'added' | 'gone';

/** One slide in both talks, or in one of them. */
export interface SlideDiff {
  change: SlideChange;
  /** Whether it stands elsewhere among the slides that both talks have. */
  isMoved: boolean;
  before: SlidePlace | null;
  after: SlidePlace | null;
  figures: FigureChange[];
  settings: SettingChange[];
  /** The lines whose words differ. */
  words: WordRun[][];
  /** Whether the speaker notes differ. */
  hasNewNotes: boolean;
}

/** Where a slide stands. */
export interface SlidePlace {
  id: string;
  title: string;
  /** Counted from 1, uncounted slides included. */
  position: number;
  /** The number printed on it; null for none. */
  number: number | null;
  place: Span;
  via: Span[];
}

/** A figure that is another one; null where only one of the talks has it. */
export interface FigureChange {
  /** What the figure is of: "minimum Rust". */
  label: string;
  /** `text` for a value in a sentence, else the block's name. */
  source: string;
  before: string | null;
  after: string | null;
}

/** Something set in a slide's front matter. */
export interface SettingChange {
  name: 'title' | 'layout' | 'class' | 'visibility' | 'time' | 'steps';
  before: string;
  after: string;
}

/** Words in a row that both texts have, or only one of them. */
export interface WordRun {
  kind: 'same' | 'gone' | 'added';
  text: string;
}
