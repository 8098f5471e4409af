/** Equal bands beside each other, as for columns. */
export interface Bands {
  /** Width of a band. */
  width: number;
  /** Returns the start of a band. */
  startOf(index: number): number;
}

/** Divides a range into bands with gaps, which are a share of the steps. d3's band scale adds two kilobytes to a page. */
export function scaleBands(
  count: number,
  [from, to]: readonly [number, number],
  gap: number,
): Bands {
  const step = (to - from) / Math.max(1, count - gap);
  return { width: step * (1 - gap), startOf: (index) => from + step * index };
}
