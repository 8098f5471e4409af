import type { HotPlan } from './hot-plan.ts';

/** A slide, and how far it has got. */
export interface Place {
  id: string | null;
  step: number | undefined;
}

/** A place that an update took away, and the slide that was shown instead. */
export interface LostPlace {
  place: Place;
  instead: string | null;
}

/** Where to be after an update. */
export interface NextPlace {
  place: Place;
  lost: LostPlace | null;
}

/**
 * Stays where the audience is. When that slide goes, its place is remembered: a file that is saved in two goes, or broken
 * for a moment, brings it again, and then that is where to be.
 */
export function choosePlace(
  { current, removed }: Pick<HotPlan, 'current' | 'removed'>,
  order: readonly string[],
  here: Place,
  lost: LostPlace | null,
): NextPlace {
  const known = lost?.instead === here.id ? lost : null;
  if (known?.place.id != null && order.includes(known.place.id)) {
    return { place: known.place, lost: null };
  }
  if (here.id !== null && removed.includes(here.id)) {
    const place = { id: current, step: undefined };
    return { place, lost: { place: known?.place ?? here, instead: current } };
  }
  const place = { id: current, step: here.step };
  return { place, lost: known && { ...known, instead: current } };
}
