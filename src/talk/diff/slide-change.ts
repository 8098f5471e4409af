import type { IsoDate } from '../model/dataset.ts';
import type { Span } from '../model/problem.ts';

/** Differences between two talks, or of one talk between two days. */
export interface TalkDiff {
  before: TalkSide;
  after: TalkSide;
  counts: Record<SlideChange | 'moved' | 'figures', number>;
  /** Slides in the order of the second talk; a removed slide follows its former predecessor. */
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

/** Kind of change of a slide. */
export type SlideChange = 'same' | 'changed' | 'added' | 'gone';

/** One slide in both talks, or in one of them. */
export interface SlideDiff {
  change: SlideChange;
  /** Whether its order among the common slides changed. */
  isMoved: boolean;
  before: SlidePlace | null;
  after: SlidePlace | null;
  figures: FigureChange[];
  settings: SettingChange[];
  /** Changed lines. */
  words: WordRun[][];
  /** Whether the speaker notes differ. */
  hasNewNotes: boolean;
}

/** Position of a slide. */
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

/** A changed figure; a side is null when only one talk has the figure. */
export interface FigureChange {
  /** Label of the figure: "minimum Rust". */
  label: string;
  /** `text` for a value in a sentence, else the block's name. */
  source: string;
  before: string | null;
  after: string | null;
}

/** A changed key of a slide's front matter. */
export interface SettingChange {
  name: 'title' | 'layout' | 'class' | 'visibility' | 'time' | 'steps';
  before: string;
  after: string;
}

/** A run of words in both texts, or in one. */
export interface WordRun {
  kind: 'same' | 'gone' | 'added';
  text: string;
}
