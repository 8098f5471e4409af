/** Sums up samples: least, median and greatest; null where there are none. */
export function summarize(samples) {
  const sorted = samples
    .filter((value) => typeof value === 'number' && !Number.isNaN(value))
    .sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return {
    min: round(sorted[0]),
    median: round(median),
    max: round(sorted.at(-1)),
    n: sorted.length,
  };
}

/** Rounds to what a noisy machine can tell. */
export function round(value) {
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}

/** Waits for some milliseconds. */
export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
