import type { TalkUpdate } from '../../talk/model/wire.ts';

/** The changes to a page's slides for an update. */
export interface HotPlan {
  /** Slides to remove. */
  removed: string[];
  /** Slides to fill again, from their current id to their new id. */
  replaced: { from: string; to: string }[];
  /** Slides to add. */
  added: string[];
  /** Whether the order is unchanged, so that other slides need no change. */
  isOrderKept: boolean;
  /** Id of the current slide afterwards; null for an empty talk. */
  current: string | null;
}

/** Plans an update of the slides `shown` on a page that is on the slide `current`. */
export function planUpdate(
  shown: readonly string[],
  current: string | null,
  { order, sections, renamed }: Pick<TalkUpdate, 'sections' | 'renamed'> & { order: string[] },
): HotPlan {
  if (order.length === shown.length && order.every((id, at) => id === shown[at])) {
    const isHere = current !== null && shown.includes(current);
    return planInPlace(sections, isHere ? current : (order[0] ?? null));
  }
  const wanted = new Set(order);
  const isShown = new Set(shown);
  // A slide can take the id of another that moved; then it replaces that one.
  const newIds = new Map(
    shown.map((id) => {
      const next = Object.hasOwn(renamed, id) ? renamed[id] : undefined;
      return [id, next !== undefined && wanted.has(next) && !isShown.has(next) ? next : id];
    }),
  );
  const isWanted = (id: string): boolean => wanted.has(newIds.get(id) ?? id);
  const kept = shown.filter(isWanted);
  const keptIds = kept.map((id) => newIds.get(id) ?? id);
  const remaining = new Set(keptIds);
  return {
    removed: shown.filter((id) => !isWanted(id)),
    replaced: kept
      .map((id) => ({ from: id, to: newIds.get(id) ?? id }))
      .filter(({ to }) => Object.hasOwn(sections, to)),
    added: order.filter((id) => !remaining.has(id)),
    isOrderKept: order.length === shown.length && keptIds.every((id, at) => id === order[at]),
    current: pickCurrent(shown, current, newIds, wanted) ?? order[0] ?? null,
  };
}

/** Plans an update that keeps all slides in place, which is the most common; it does not visit other slides. */
export function planInPlace(sections: TalkUpdate['sections'], current: string | null): HotPlan {
  const replaced = Object.keys(sections).map((id) => ({ from: id, to: id }));
  return { removed: [], replaced, added: [], isOrderKept: true, current };
}

/** Keeps the current slide; if it was removed, picks the nearest one left, preferring the next. */
function pickCurrent(
  shown: readonly string[],
  current: string | null,
  newIds: ReadonlyMap<string, string>,
  wanted: ReadonlySet<string>,
): string | null {
  const at = current === null ? -1 : shown.indexOf(current);
  if (at < 0) return null;
  const nearest = [...shown.slice(at), ...shown.slice(0, at).reverse()];
  for (const id of nearest) {
    const newId = newIds.get(id) ?? id;
    if (wanted.has(newId)) return newId;
  }
  return null;
}
