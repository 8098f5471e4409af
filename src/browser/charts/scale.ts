type Pair = readonly [number, number];

/** Maps a range of values to a range of positions. d3's linear scale does more, but adds nine kilobytes. */
export function scaleLinear([low, high]: Pair, [from, to]: Pair): (value: number) => number {
  const factor = high === low ? 0 : (to - from) / (high - low);
  return (value) => from + (value - low) * factor;
}

/** Maps a range of positive values to a range of positions, by their logarithms. */
function scaleLog([low, high]: Pair, range: Pair): (value: number) => number {
  const toPosition = scaleLinear([Math.log10(low), Math.log10(high)], range);
  return (value) => toPosition(Math.log10(value));
}

/** Maps a range of values to a range of positions, on the scale of a chart. */
export function scaleValues(
  { scale }: { scale: 'linear' | 'log' },
  values: Pair,
  range: Pair,
): (value: number) => number {
  return (scale === 'log' ? scaleLog : scaleLinear)(values, range);
}
