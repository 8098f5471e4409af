import { addDays, endOf } from '../../../talk/data/date.ts';
import type { DatasetRecipe } from '../../../talk/data/dataset/recipe.ts';
import type { Dataset, IsoDate, PartialDate, Row } from '../../../talk/model/dataset.ts';
import { toDays } from '../../../talk/text/duration.ts';
import type { SourceState } from '../refresh/source-state.ts';

/** How a dataset stands; `failed` is still shown with its last good rows. */
export type DatasetState =
  | 'fresh'
  | 'due'
  | 'stale'
  | 'failed'
  | 'never'
  | 'broken'
  | 'unknown'
  | 'by hand';

/** When the newest row of a dataset was true and retrieved, and its source. */
export interface Newest {
  asOf: PartialDate | null;
  retrieved: PartialDate | null;
  source: string | undefined;
}

/** What the state of a dataset follows from. */
export interface StateContext {
  name: string;
  dataset: Dataset | undefined;
  recipe: DatasetRecipe | undefined;
  sourceState: SourceState;
  newest: Newest | null;
  due: IsoDate | null;
  today: IsoDate;
  hasFile(name: string): boolean;
  isUnread?: (name: string) => boolean;
}

/** Returns how a dataset stands. */
export function chooseState(context: StateContext): DatasetState {
  const { name, dataset, recipe, sourceState, newest, due, today } = context;
  if (!dataset && context.hasFile(name)) return 'broken';
  if (context.isUnread?.(name)) return 'unknown';
  if (!recipe?.refresh) return 'by hand';
  if (!dataset) return 'never';
  if (sourceState.failed) return 'failed';
  const seen = lastSeen(newest, sourceState);
  if (seen === null) return 'due';
  if (addDays(seen, toDays(recipe.refresh.staleAfter)) <= today) return 'stale';
  return due !== null && due <= today ? 'due' : 'fresh';
}

/** Computes the day from which a source may have changed; null when it was never asked. */
export function computeDue(
  newest: Newest | null,
  sourceState: SourceState,
  updatePeriod: Parameters<typeof toDays>[0],
): IsoDate | null {
  const seen = lastSeen(newest, sourceState);
  return seen === null ? null : addDays(seen, toDays(updatePeriod));
}

/** Returns the last day on which the newest row was known to be what the source says. */
function lastSeen(newest: Newest | null, { good }: SourceState): IsoDate | null {
  const days = [good?.slice(0, 10), newest?.retrieved, newest?.asOf].flatMap((day) =>
    day ? [endOf(day)] : [],
  );
  return days.sort().at(-1) ?? null;
}

/**
 * Reads the newest row: the one that was true last, or, in a list without dates, known last. What was retrieved elsewhere,
 * or typed, says nothing about when the source was asked.
 */
export function readNewest({ rows, editions }: Dataset, id: string | undefined): Newest {
  const dated = [...rows.filter(({ retired }) => retired === undefined), ...editions];
  const last = dated.reduce<(typeof dated)[number] | undefined>(
    (found, row) => (!found || dayOf(row) >= dayOf(found) ? row : found),
    undefined,
  );
  const told = dated.filter(({ source }) => source === id).map((row) => row.retrieved ?? '');
  return {
    asOf: (last && dayOf(last)) || null,
    retrieved: told.sort().at(-1) || null,
    source: last?.source,
  };
}

function dayOf({ asOf, since }: Pick<Row, 'asOf' | 'since'>): PartialDate {
  return asOf ?? since ?? '';
}
