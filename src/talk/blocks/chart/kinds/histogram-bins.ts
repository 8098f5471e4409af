import { binaryStep } from '../../../data/value/binary-values.ts';
import { roundStep } from '../../../data/value/round-values.ts';

/** Values from `from` up to, but without, `to`; the last bin has its upper end as well. */
export interface Bin {
  from: number;
  to: number;
  count: number;
}

const MIN_BINS = 5;
const MAX_BINS = 30;
/** More bins than this are cut off, which is reported before. */
const MOST = 400;
/** What binary fractions add: a share of an edge, and at most one of the width of a bin. */
const NOISE = 4e-15;
const MAX_NOISE = 1e-9;
/** The most decimals that a number can be written with. */
const MAX_DIGITS = 100;

/**
 * Counts values in bins of one width. A number asks for at most as many bins, and the ends of bins are round; a list gives
 * their edges, and is continued where values are outside of it.
 */
export function binValues(
  values: readonly number[],
  bins: number | readonly number[] | undefined,
  isBinary = false,
): Bin[] {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return [];
  const { origin, step, given } =
    typeof bins === 'object' ? readEdges(bins) : pickEdges(sorted, bins, isBinary);
  const lowest = origin + floorSteps(low, origin, step) * step;
  const first = Math.min(lowest, given?.[0] ?? lowest);
  const last = Math.max(high, given?.[1] ?? high);
  // Whole numbers in steps of one have a bin each, so the largest begins a bin.
  const isEach = step === 1 && isWhole(values) && Number.isInteger(first) && last === high;
  const length = Math.max(1, ceilSteps(last, first, step) + (isEach ? 1 : 0));
  const edgeOf = (index: number): number => round(first + index * step, step);
  const found = Array.from({ length: Math.min(MOST, length) }, (_, index): Bin => {
    return { from: edgeOf(index), to: edgeOf(index + 1), count: 0 };
  });
  for (const value of sorted) {
    const index = Math.min(found.length - 1, floorSteps(value, first, step));
    const bin = found[index];
    if (bin) bin.count++;
  }
  return found;
}

/** Reports whether all values are whole numbers. */
export function isWhole(values: readonly number[]): boolean {
  return values.every(Number.isInteger);
}

/** A multiple of the step from which edges are counted, and the first and last edge of a list. */
interface Edges {
  origin: number;
  step: number;
  given: readonly [number, number] | null;
}

function readEdges(edges: readonly number[]): Edges {
  const [origin = 0, second = 1] = edges;
  return { origin, step: second - origin, given: [origin, edges.at(-1) ?? second] };
}

function pickEdges(sorted: number[], asked: number | undefined, isBinary: boolean): Edges {
  const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
  const isEach = isWhole(sorted);
  if (low === high) {
    // Larger numbers have no neighbour at a distance of one.
    if (isEach && Number.isSafeInteger(low)) return { origin: low, step: 1, given: null };
    const tenth = 10 ** (Math.floor(Math.log10(Math.abs(low))) - 1);
    return { origin: 0, step: tenth || Math.abs(low), given: null };
  }
  const most = asked ?? MAX_BINS;
  const stepOf = (count: number): number => {
    const step = (isBinary ? binaryStep : roundStep)(low, high, count);
    return isEach ? Math.max(1, step) : step || 1;
  };
  let wanted = asked ?? countBins(sorted, high - low);
  while (wanted > 1 && countSteps(low, high, stepOf(wanted), isEach) > most) wanted--;
  const step = stepOf(wanted);
  const count = countSteps(low, high, step, isEach);
  const width = step * Math.ceil(count / most);
  // A single bin may have a round number within it.
  const origin = width === step ? 0 : floorSteps(low, 0, step) * step;
  return { origin, step: width, given: null };
}

/** Counts the bins of a width that hold two values and all between; whole numbers in steps of one have a bin each. */
function countSteps(low: number, high: number, step: number, isEach: boolean): number {
  return ceilSteps(high, 0, step) - floorSteps(low, 0, step) + (isEach && step === 1 ? 1 : 0);
}

/** Picks the number of bins by the rule of Freedman and Diaconis, or else of Sturges, within bounds for a slide. */
function countBins(sorted: number[], spread: number): number {
  const middle = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  const count =
    middle > 0 ? (spread * Math.cbrt(sorted.length)) / (2 * middle) : Math.log2(sorted.length) + 1;
  return Math.max(MIN_BINS, Math.min(MAX_BINS, Math.ceil(count)));
}

/** Returns the value below which a share of sorted values is, between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [before = 0, after = before] = sorted.slice(Math.floor(at), Math.floor(at) + 2);
  return before + (after - before) * (at % 1);
}

/** Counts the steps from an origin to the last edge that is at or below a number. */
function floorSteps(value: number, origin: number, step: number): number {
  const { near, off } = findEdge(value, origin, step);
  return off < 0 ? near - 1 : near;
}

/** Counts the steps from an origin to the first edge that is at or above a number. */
function ceilSteps(value: number, origin: number, step: number): number {
  const { near, off } = findEdge(value, origin, step);
  return off > 0 ? near + 1 : near;
}

/** Finds the edge next to a number, and how far the number is above it: 0 where only binary fractions are between them. */
function findEdge(value: number, origin: number, step: number): { near: number; off: number } {
  const near = Math.round((value - origin) / step);
  const edge = origin + near * step;
  const noise = Math.min(MAX_NOISE * step, NOISE * Math.abs(edge));
  return { near, off: Math.abs(value - edge) <= noise ? 0 : value - edge };
}

/** Removes what binary fractions add. */
function round(value: number, step: number): number {
  const digits = Math.max(0, Math.min(MAX_DIGITS, 3 - Math.floor(Math.log10(step))));
  return Number(value.toFixed(digits));
}
