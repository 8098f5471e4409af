import { addDays, endOf } from '../../../talk/data/date.ts';
import type { DatasetRecipe } from '../../../talk/data/dataset/recipe.ts';
import type { IsoDate } from '../../../talk/model/dataset.ts';
import { toDays } from '../../../talk/text/duration.ts';
import type { Newest } from '../../project/cache/dataset-facts.ts';
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

/** What the state of a dataset follows from. */
export interface StateContext {
  name: string;
  /** Whether its file could be read. */
  isRead: boolean;
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
  const { name, isRead, recipe, sourceState, newest, due, today } = context;
  if (!isRead && context.hasFile(name)) return 'broken';
  if (context.isUnread?.(name)) return 'unknown';
  if (!recipe?.refresh) return 'by hand';
  if (!isRead) return 'never';
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
