import { listRound } from './round-values.ts';

/** Returns the power of two of which about as many multiples as wanted are between two numbers. */
export function binaryStep(low: number, high: number, count: number): number {
  return 2 ** Math.round(Math.log2((high - low) / count));
}

/** Lists round numbers between two, as `listRound` does; of bytes, multiples of a power of two. */
export function listRoundOf(isBinary: boolean, low: number, high: number, count: number): number[] {
  // There are no parts of a byte in powers of two.
  if (!isBinary || high - low < count) return listRound(low, high, count);
  const step = binaryStep(low, high, count);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => {
    return (first + index) * step;
  });
}
