/** Pairs ids that went with ids that came: in each gap between slides that stayed, first with first. */
export function pairRenamed(
  before: readonly string[],
  after: readonly string[],
): Record<string, string> {
  const come = listGaps(after, new Set(before));
  const renamed: Record<string, string> = Object.create(null);
  for (const [anchor, ids] of listGaps(before, new Set(after))) {
    const added = come.get(anchor) ?? [];
    if (added.length !== ids.length) continue;
    ids.forEach((id, index) => (renamed[id] = added[index] ?? id));
  }
  return renamed;
}

/** Lists the ids that the other side lacks, by the common id before them. */
function listGaps(ids: readonly string[], known: ReadonlySet<string>): Map<string, string[]> {
  const gaps = new Map<string, string[]>();
  let anchor = '';
  for (const id of ids) {
    if (known.has(id)) anchor = id;
    else gaps.set(anchor, [...(gaps.get(anchor) ?? []), id]);
  }
  return gaps;
}
