/** Significant digits of the smallest value. */
const SIGNIFICANT = 3;
/** Smaller numbers are written with an exponent. */
export const TINY = 1e-9;
const MIN_DECIMALS = 3;
/** From this ratio on, in powers of ten, values have no precision in common. */
const WIDEST = 7;
/** What binary fractions add to a number is smaller than this, in units of its last digit. */
const NOISE = 1e-6;
const MAX_DECIMALS = 15;
const POWERS = new Set(Array.from({ length: 22 }, (_, power) => 10 ** power));

/** Returns the power of ten of a positive number: 2 for 100 to 999. */
export function exponentOf(size: number): number {
  return Math.floor(Math.log10(size));
}

/**
 * Returns the decimals with which a positive number is written alone: at least three, and as many as its significant
 * digits need. It is never written as a whole number that it is not. Zeros at the end do not count.
 */
export function decimalsOf(size: number, significant = SIGNIFICANT): number {
  if (Number.isInteger(size)) return 0;
  let decimals = Math.max(MIN_DECIMALS, significant - 1 - exponentOf(size));
  while (decimals < MAX_DECIMALS && isRoundedToWhole(size, decimals)) decimals++;
  return stripZeros(size, decimals);
}

/**
 * Returns the decimals that values share, so that the smallest has its significant digits, their range two, and none is
 * rounded up to a power of ten. Null when they are too far apart to share any.
 */
export function commonDecimals(
  values: readonly number[],
  { least, significant } = { least: MIN_DECIMALS, significant: SIGNIFICANT },
): number | null {
  const { isWhole, low, high, smallest, largest } = measure(values);
  if (isWhole || largest === 0) return 0;
  if (smallest < TINY || exponentOf(largest) - exponentOf(smallest) > WIDEST) return null;
  const wanted = Math.max(
    least,
    significant - 1 - exponentOf(smallest),
    high > low ? 1 - exponentOf(high - low) : 0,
  );
  const used = countUsed(values, Math.min(MAX_DECIMALS, wanted));
  // One value that is not whole is not written as one that is.
  return used === 0 && high === low ? decimalsOf(largest, significant) : used;
}

/** Returns the decimals that show every multiple of a step, such as 2 for 0.25. */
export function decimalsOfStep(step: number): number {
  let decimals = Math.max(0, -exponentOf(step));
  while (decimals < MAX_DECIMALS && !isWritten(step, decimals)) decimals++;
  return decimals;
}

/** Rounds a number to some decimals, or to significant digits when it is smaller; never to zero or up to a power of ten. */
export function roundComputed(number: number, decimals: number, significant = 2): number {
  const size = Math.abs(number);
  if (size === 0 || !Number.isFinite(size)) return number;
  let most = Math.max(decimals, significant - 1 - exponentOf(size));
  while (most < MAX_DECIMALS && isCarried(size, most)) most++;
  return Number(number.toFixed(Math.min(100, most)));
}

interface Measures {
  isWhole: boolean;
  low: number;
  high: number;
  /** The smallest size that is not zero. */
  smallest: number;
  largest: number;
}

function measure(values: readonly number[]): Measures {
  const found = { isWhole: true, low: Infinity, high: -Infinity, smallest: Infinity, largest: 0 };
  for (const value of values) {
    const size = Math.abs(value);
    if (!Number.isInteger(value)) found.isWhole = false;
    if (value < found.low) found.low = value;
    if (value > found.high) found.high = value;
    if (size > found.largest) found.largest = size;
    if (size > 0 && size < found.smallest) found.smallest = size;
  }
  return found;
}

/** Counts the decimals up to a number that the values use. */
function countUsed(values: readonly number[], wanted: number): number {
  let most = wanted;
  for (const value of values) {
    const size = Math.abs(value);
    while (most < MAX_DECIMALS && isCarried(size, most)) most++;
  }
  let used = 0;
  for (const value of values) {
    if (used === most) break;
    used = Math.max(used, stripZeros(Math.abs(value), most));
  }
  return used;
}

function isWritten(size: number, decimals: number): boolean {
  const scaled = size * 10 ** decimals;
  return Math.abs(Math.round(scaled) - scaled) <= NOISE;
}

function isRoundedToWhole(size: number, decimals: number): boolean {
  const factor = 10 ** decimals;
  return Math.round(size * factor) % factor === 0 && !isWritten(size, decimals);
}

/** Reports whether rounding makes a number a power of ten that it is not: 99.9996 is not 100. */
function isCarried(size: number, decimals: number): boolean {
  const scaled = size * 10 ** decimals;
  const rounded = Math.round(scaled);
  return rounded - scaled > NOISE && POWERS.has(rounded);
}

function stripZeros(size: number, decimals: number): number {
  let rest = Math.round(size * 10 ** decimals);
  let used = decimals;
  while (used > 0 && rest % 10 === 0) {
    rest /= 10;
    used--;
  }
  return used;
}
