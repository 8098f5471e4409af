type Pair = readonly [number, number];

/** Maps a range of values to a range of positions. d3's linear scale does more, but adds nine kilobytes. */
export function scaleLinear([low, high]: Pair, [from, to]: Pair): (value: number) => number {
  const factor = high === low ? 0 : (to - from) / (high - low);
  return (value) => from + (value - low) * factor;
}
