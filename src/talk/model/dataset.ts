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

/**
 * One row: `asOf` is the date of the fact, `exact: false` keeps its "~", `source` is a key of the dataset's sources.
 */
export interface Row {
  asOf?: PartialDate;
  /** The first day on which the row was known. */
  since?: PartialDate;
  retrieved?: PartialDate;
  source?: string;
  exact?: boolean;
  /** Earlier contents of the row, the latest last. */
  corrected?: Cell;
  /** Why the row is settled by hand: no refresh changes it. */
  pinned?: string;
  /** When and why the row was withdrawn. */
  retired?: Retirement;
  [column: string]: Cell | undefined;
}

/** The day from which a withdrawn row is not shown, and the reason. */
export type Retirement = { on: PartialDate; why: string };

/** A whole table as of one date. */
export interface Edition {
  asOf: PartialDate;
  source?: string;
  retrieved?: PartialDate;
  /** Earlier contents of the table, the latest last. */
  corrected?: Cell;
  rows: Row[];
}

/**
 * How a dataset depends on the date: a `series` has a date on each row, `editions` replace the whole table, a `list`
 * has no dates.
 */
export type DatasetKind = 'series' | 'editions' | 'list';

/** A dataset as read and checked: one of `rows` and `editions` is filled, the other is empty. */
export interface Dataset {
  name: string;
  /** The file it came from, relative to the project's root. */
  file: string;
  kind: DatasetKind;
  title: string;
  /** What a number counts, e.g. `subscribers`; null where it has no unit. */
  unit: string | null;
  /** The column that names a row in `data["key"]`; null for none. */
  key: string | null;
  /** Ids of sources that may state the same fact, the first one that does is shown; absent for one source a fact. */
  prefer?: readonly string[];
  sources: Record<string, Source>;
  rows: Row[];
  editions: Edition[];
  /** Column names in the order they first appear, without the bookkeeping columns. */
  columns: string[];
  /** How it is updated while a talk is shown; absent when it is not. */
  live?: Live;
}

/** A dataset on one day: the rows known then. */
export interface DatasetView {
  name: string;
  kind: DatasetKind;
  title: string;
  unit: string | null;
  key: string | null;
  sources: Record<string, Source>;
  rows: Row[];
  columns: string[];
  /** Date of the newest row; null for a list without dates. */
  asOf: PartialDate | null;
  /** What a block shows of the dataset; absent for the whole of it. */
  part?: DatasetPart;
}

/** The newest rows of a dataset, or what its rows come to by period. */
export interface DatasetPart {
  /** Name of the view; several of one dataset can be on a page. */
  id: string;
  /** The length of its periods; null for rows as they are. */
  every: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | null;
  /** Which of its periods are incomplete: "March 2026: data to 18 March". */
  remarks: string[];
  /** The sources of its rows, each with its newest date. */
  uses: DataUse[];
}

/** The use of a dataset's rows on a slide, for its source line. */
export interface DataUse {
  dataset: string;
  source: Source | null;
  asOf: PartialDate | null;
  exact: boolean;
  /** Whether it is a row of the past, which a value or figure looks back to. */
  isEarlier?: true;
}

/** A dataset file that cannot be read, with the place for its problem. */
export interface BrokenDataset {
  name: string;
  span: Span;
  /** Its first problem; absent when unknown. */
  problem?: Problem;
}

/** Datasets with times, by the clocks of the time zones of talks; null for that of the machine. */
export type PlacedDatasets = WeakMap<Dataset, Map<string | null, Dataset>>;
