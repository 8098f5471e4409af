import {
  addDays,
  ageOf,
  compareDates,
  endOf,
  instantOf,
  isTimed,
} from '../../../talk/data/date.ts';
import { placeTime } from '../../../talk/data/zone.ts';
import type { DatasetRecipe } from '../../../talk/data/dataset/recipe.ts';
import type { IsoDate, PartialDate } from '../../../talk/model/dataset.ts';
import { toDays, toMilliseconds, type Interval } from '../../../talk/text/duration.ts';
import type { Newest } from '../../project/cache/dataset-facts.ts';
import type { SourceState } from '../refresh/source-state.ts';

const DAY = 86_400_000;

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
  due: PartialDate | null;
  today: IsoDate;
  /** Milliseconds since 1970. */
  now: number;
  /** The time zone of the project. */
  timezone: string;
  hasFile(name: string): boolean;
  isUnread?: (name: string) => boolean;
}

/** Returns how a dataset stands. */
export function chooseState(context: StateContext): DatasetState {
  const { name, isRead, recipe, sourceState, newest, due, timezone } = context;
  if (!isRead && context.hasFile(name)) return 'broken';
  if (context.isUnread?.(name)) return 'unknown';
  if (!recipe?.refresh) return 'by hand';
  if (!isRead) return 'never';
  if (sourceState.failed) return 'failed';
  const seen = lastSeen(newest, sourceState, timezone);
  if (seen === null) return 'due';
  if (ageOf(seen, context) >= (toMilliseconds(recipe.refresh.staleAfter) ?? Infinity))
    return 'stale';
  return isDue(due, context) ? 'due' : 'fresh';
}

/** Computes when a source may have changed: a day, or a time for one that changes within days; null when it was never asked. */
export function computeDue(
  newest: Newest | null,
  sourceState: SourceState,
  updatePeriod: Interval,
  { timezone }: Pick<StateContext, 'timezone'>,
): PartialDate | null {
  const seen = lastSeen(newest, sourceState, timezone);
  const period = toMilliseconds(updatePeriod) ?? 0;
  if (seen === null || !isTimed(seen) || period >= DAY) {
    return seen === null ? null : addDays(endOf(seen), toDays(updatePeriod));
  }
  return placeTime(new Date(instantOf(seen) + period).toISOString(), timezone);
}

function isDue(due: PartialDate | null, { today, now }: StateContext): boolean {
  if (due === null) return false;
  return isTimed(due) ? instantOf(due) <= now : due <= today;
}

/** Returns when the newest row was last known to be what the source says, by the clock of a time zone. */
function lastSeen(
  newest: Newest | null,
  { good }: SourceState,
  timezone: string,
): PartialDate | null {
  const dates = [good, newest?.retrieved, newest?.asOf].flatMap((date) =>
    date ? [placeTime(date, timezone)] : [],
  );
  return dates.sort((a, b) => compareDates(toDay(a), toDay(b))).at(-1) ?? null;
}

/** A month or a year counts to its end. */
function toDay(date: PartialDate): PartialDate {
  return isTimed(date) ? date : endOf(date);
}
