import type { Live } from './shape.ts';
import type { Problem, Span } from './problem.ts';

/** A calendar date as facts state it: `2024`, `2024-09` or `2024-09-18`. */
export type PartialDate = string;

/** A full calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;

/** Where rows come from. */
export interface Source {
  name: string;
  url?: string;
  licence?: string;
}

/** Anything a cell of a row can hold. */
export type Cell = string | number | boolean | null | Cell[] | { [key: string]: Cell };

/** One row; `asOf` says when the fact was true, `exact: false` keeps its "~", `source` is a key of the dataset's sources. */
export interface Row {
  asOf?: PartialDate;
  /** The row was not yet known before this day. */
  since?: PartialDate;
  retrieved?: PartialDate;
  source?: string;
  exact?: boolean;
  /** What the row said before it was corrected, the latest last. */
  corrected?: Cell;
  [column: string]: Cell | undefined;
}

/** A whole table as it stood on one date. */
export interface Edition {
  asOf: PartialDate;
  source?: string;
  retrieved?: PartialDate;
  /** What the table said before it was corrected, the latest last. */
  corrected?: Cell;
  rows: Row[];
}

/**
 * How a dataset depends on the date: a `series` has a date on each row, `editions` replace the whole table,
 * a `list` holds facts without a date.
 */
export type DatasetKind = 'series' | 'editions' | 'list';

/** A dataset as read and checked: exactly one of `rows` and `editions` is filled, the other is empty. */
export interface Dataset {
  name: string;
  /** The file it came from, relative to the project's root. */
  file: string;
  kind: DatasetKind;
  title: string;
  /** What a number counts, e.g. `subscribers`; null where it has no unit. */
  unit: string | null;
  /** The column that names a row in `data["key"]`; null where there is none. */
  key: string | null;
  sources: Record<string, Source>;
  rows: Row[];
  editions: Edition[];
  /** Column names in the order they first appear, without the bookkeeping columns. */
  columns: string[];
  /** How it stays up to date while a talk is shown; absent where it does not. */
  live?: Live;
}

/** A dataset on one day: the rows that were known then. */
export interface DatasetView {
  name: string;
  kind: DatasetKind;
  title: string;
  unit: string | null;
  key: string | null;
  sources: Record<string, Source>;
  rows: Row[];
  columns: string[];
  /** When the newest of the rows was true; null for a list without dates. */
  asOf: PartialDate | null;
}

/** That a slide shows rows of a dataset: what its source line is made of. */
export interface DataUse {
  dataset: string;
  source: Source | null;
  asOf: PartialDate | null;
  exact: boolean;
}

/** A dataset file that could not be read as one, with the place for its problem. */
export interface BrokenDataset {
  name: string;
  span: Span;
  /** What is wrong with it first; absent where nobody knows. */
  problem?: Problem;
}
