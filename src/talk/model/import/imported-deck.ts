import type { Span } from '../problem.ts';

/** The programs whose decks can be read, and plain Markdown. */
export const DIALECTS = [
  'slidev',
  'marp',
  'reveal',
  'quarto',
  'pandoc',
  'remark',
  'deckset',
  'markdown',
] as const;

/** One of `DIALECTS`. */
export type Dialect = (typeof DIALECTS)[number];

/**
 * What became of a construct: it means the same now, nearly the same, it is left out, or an author has to replace
 * it by hand.
 */
export type ImportOutcome = 'translated' | 'approximated' | 'dropped' | 'manual';

/** The outcomes in words, in the order of reports. */
export const OUTCOME_WORDS: Readonly<Record<ImportOutcome, string>> = {
  translated: 'translated',
  approximated: 'approximated',
  dropped: 'left out',
  manual: 'to do by hand',
};

/** What became of one construct of a deck that could not be taken as it was. */
export interface ImportNote {
  outcome: ImportOutcome;
  /** The construct as written, on one line. */
  what: string;
  /** What it is now; the reason where it is left out or left to the author. */
  became: string;
  /** Whether the slide looks and works as before all the same, as without a setting that every talk has. */
  isHarmless?: boolean;
  /** Its place in the deck. */
  span: Span;
}

/** A line of a deck. */
export type DeckPlace = Pick<Span, 'file' | 'line'>;

/** A file that the deck shows: its path as the deck finds it, and where the talk expects it. */
export interface ImportedFile {
  from: string;
  to: string;
  span: Span;
}

/** A deck as a talk: its text, its stylesheet, its files, and what became of everything that is not here as it was. */
export interface ImportedDeck {
  dialect: Dialect;
  text: string;
  /** The talk's stylesheet; empty for none. */
  css: string;
  files: ImportedFile[];
  /** Addresses of pictures and other files on the web. */
  remote: string[];
  notes: ImportNote[];
  /** Returns the line of the deck that a line of the talk shows; null for its front matter. */
  placeOf(line: number): DeckPlace | null;
  /** How many slides the deck has, and how many of them look and work as before. */
  slides: { total: number; right: number };
}
