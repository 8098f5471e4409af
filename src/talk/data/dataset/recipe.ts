import type { GenericSchema } from 'valibot';
import { isRecord } from '../record.ts';
import { INTERVAL_FORMS, toMilliseconds, type Interval } from '../../text/duration.ts';
import type { RefreshRecipe } from '../update/refresh-context.ts';

/** A recipe of a dataset: the shape of its rows, the ranges of its figures, and its source. */
export interface DatasetRecipe {
  /** A valibot schema of one row; it allows other keys. */
  schema: GenericSchema;
  /** The column that names a row in `data["key"]`; defaults to the file's own "key". */
  key?: string;
  /** The minimum and maximum of columns. */
  ranges?: Record<string, readonly [least: number, greatest: number]>;
  /** The title for a new dataset file; defaults to its name. */
  title?: string;
  /** How the dataset is updated while a talk is shown; the file's own "live" wins. Defaults to no updates. */
  live?: LiveSpec;
  /** How `rostrum data refresh` fetches new rows; without it, the file is edited by hand. */
  refresh?: RefreshRecipe;
}

/** Returns a dataset's recipe with its type. */
/* @__NO_SIDE_EFFECTS__ */
export function defineDataset<const Recipe extends DatasetRecipe>(recipe: Recipe): Recipe {
  return recipe;
}

const INTERVALS = ['minInterval', 'updatePeriod', 'staleAfter'];

/** Returns what is wrong with the export of a recipe's file; null for a valid recipe. */
export function findRecipeFault(value: unknown): string | null {
  if (!isRecord(value) || !isRecord(value['schema']) || !('~standard' in value['schema'])) {
    return 'it has no default export made by defineDataset()';
  }
  const { key, title, ranges = {}, refresh } = value;
  for (const [name, text] of Object.entries({ key, title })) {
    if (text !== undefined && typeof text !== 'string') return `its "${name}" is no text`;
  }
  if (!isRecord(ranges) || !Object.values(ranges).every(isRange)) {
    return 'its "ranges" are no pairs [least, greatest] of numbers by column';
  }
  return refresh === undefined ? null : findRefreshFault(refresh);
}

function findRefreshFault(refresh: unknown): string | null {
  if (!isRecord(refresh)) return 'its "refresh" is no object';
  const { source, ask, parse } = refresh;
  const missing = ['id', ...INTERVALS].find((name) => typeof refresh[name] !== 'string');
  if (missing !== undefined) return `its "refresh" has no text "${missing}"`;
  const wrong = INTERVALS.find((name) => toMilliseconds(String(refresh[name])) === null);
  if (wrong !== undefined) {
    return `the "${wrong}" of its "refresh" is "${String(refresh[wrong])}", and ${INTERVAL_FORMS}`;
  }
  if (
    !isRecord(source) ||
    ['name', 'url', 'licence'].some((name) => typeof source[name] !== 'string')
  ) {
    return 'the "source" of its "refresh" needs "name", "url" and "licence"';
  }
  if (!isRecord(ask) && typeof ask !== 'function') return 'its "refresh" has nothing to "ask"';
  return typeof parse === 'function' ? null : 'its "refresh" has no function "parse"';
}

function isRange(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
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
