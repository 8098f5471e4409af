import type { HotPlan } from './hot-plan.ts';

/** A slide and its current step. */
export interface Place {
  id: string | null;
  step: number | undefined;
}

/** A place removed by an update, and the slide shown instead. */
export interface LostPlace {
  place: Place;
  instead: string | null;
}

/** The place after an update. */
export interface NextPlace {
  place: Place;
  lost: LostPlace | null;
}

/**
 * Picks the place after an update: the current slide if it still exists. A removed place is stored, so that the next
 * update can restore it, for example after a file was broken for a moment.
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
