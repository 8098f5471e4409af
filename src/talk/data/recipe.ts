import type { GenericSchema } from 'valibot';
import type { LiveSpec } from './live.ts';
import type { RefreshRecipe } from './refresh.ts';

/** What is known about a dataset beyond its file: the shape of its rows, what their figures may be, and whom to ask for new ones. */
export interface DatasetRecipe {
  /** A valibot schema of one row; keys it does not name pass. */
  schema: GenericSchema;
  /** The column that names a row in `data["key"]`; defaults to the file's own "key". */
  key?: string;
  /** The least and the greatest a column may be. */
  ranges?: Record<string, readonly [least: number, greatest: number]>;
  /** The title of a dataset whose file does not exist yet; defaults to its name. */
  title?: string;
  /** How the dataset stays up to date while a talk is shown; the file's own "live" wins. Defaults to not at all. */
  live?: LiveSpec;
  /** How `rostrum data refresh` finds new rows; without it the dataset is kept by hand. */
  refresh?: RefreshRecipe;
}

/** Gives a dataset's recipe its type. */
/* @__NO_SIDE_EFFECTS__ */
export function defineDataset<const Recipe extends DatasetRecipe>(recipe: Recipe): Recipe {
  return recipe;
}
