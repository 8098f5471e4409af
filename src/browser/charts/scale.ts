type Pair = readonly [number, number];

/** Maps a span of values to a span of places. d3's linear scale does more, for nine kilobytes more. */
export function scaleLinear([low, high]: Pair, [from, to]: Pair): (value: number) => number {
  const factor = high === low ? 0 : (to - from) / (high - low);
  return (value) => from + (value - low) * factor;
}
