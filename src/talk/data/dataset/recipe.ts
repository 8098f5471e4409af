import type { GenericSchema } from 'valibot';
import type { PartialDate, Source } from '../../model/dataset.ts';
import type { Interval } from '../../text/duration.ts';
import type { RefreshRecipe } from '../update/refresh-context.ts';

/** A recipe of a dataset: the shape of its rows, the ranges of its figures, and its source. */
export interface DatasetRecipe {
  /** A valibot schema of one row; it allows other keys. */
  schema: GenericSchema;
  /** The column that names a row in `data["key"]`; defaults to the file's own "key". */
  key?: string;
  /** The minimum and maximum of columns. */
  ranges?: Record<string, readonly [least: number, greatest: number]>;
  /**
   * How far values may move from the newest known one. By default a count of 100 or more does not fall below a tenth.
   */
  changes?: Record<string, ValueRule>;
  /** The title for a new dataset file, and for `data/NAME.csv`; defaults to its name. */
  title?: string;
  /** Where the rows of `data/NAME.csv` come from. */
  source?: Source;
  /** What the numbers of `data/NAME.csv` count. */
  unit?: string;
  /** When the table of `data/NAME.csv` was true, where its rows have no "asOf"; defaults to every day. */
  asOf?: PartialDate;
  /** The sign before decimals in `data/NAME.csv`; defaults to the one that the table shows. */
  decimal?: 'point' | 'comma';
  /** How the dataset is updated while a talk is shown; the file's own "live" wins. Defaults to no updates. */
  live?: LiveSpec;
  /** How `rostrum data refresh` fetches new rows; without it, the file is edited by hand. */
  refresh?: RefreshRecipe;
}

/** How far the values of a column may move from one row to the next. */
export interface ValueRule {
  /** Whether it never falls. Defaults to false. */
  counter?: boolean;
  /** The largest change, as a share of the value before: `50%`. */
  jump?: `${number}%`;
}

/** Returns a dataset's recipe with its type. */
/* @__NO_SIDE_EFFECTS__ */
export function defineDataset<const Recipe extends DatasetRecipe>(recipe: Recipe): Recipe {
  return recipe;
}

/** How a dataset stays up to date while a talk is shown. */
export interface LiveSpec {
  /** How often to look, `30s`, `10min`, `6h`, `1d`; for a stream, how often it is heard of at least. */
  interval: Interval;
  /** An address that answers with JSON and lets any page read it; defaults to the dataset's file beside the page. */
  url?: string;
  /** An address that sends events (`text/event-stream`), instead of `url`. */
  stream?: string;
}
