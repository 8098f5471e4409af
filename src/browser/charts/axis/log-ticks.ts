/** The ends of an axis of positive values. */
interface Ends {
  min: number;
  max: number;
}

/** Which powers are ticks: every `step`-th power of a base, times some factors, and how many at most. */
interface Steps {
  base: number;
  step: number;
  factors: readonly number[];
  most: number;
}

/** Steps of powers of ten. */
const POWERS = [1, 2, 3, 5, 10, 20, 50, 100];
/** Steps of powers of two, up to 1024 and beyond. */
const BINARY_POWERS = [1, 2, 5, 10, 20, 30, 50, 100, 500];

/** Picks ticks of a logarithmic axis: powers of ten, with 2 and 5 where there is room, or powers of two. */
export function findPowers(
  ends: Ends,
  { isBinary, most }: { isBinary: boolean; most: number },
): number[] {
  if (ends.max <= ends.min) return [ends.min];
  const choices = isBinary
    ? BINARY_POWERS.map((step) => listPowers(ends, { base: 2, step, factors: [1], most }))
    : [
        listPowers(ends, { base: 10, step: 1, factors: [1, 2, 5], most }),
        ...POWERS.map((step) => listPowers(ends, { base: 10, step, factors: [1], most })),
      ];
  const found = choices.find(({ length }) => length <= most);
  return found ?? choices.at(-1) ?? [];
}

/** Lists the ticks from the start of an axis to the first at or above its largest value. */
function listPowers({ min, max }: Ends, { base, step, factors, most }: Steps): number[] {
  const found: number[] = [];
  let power = Math.floor(Math.log(min) / Math.log(base) / step - 1) * step;
  for (; found.length <= most; power += step) {
    for (const factor of factors) {
      const value = factor * round(base, power);
      if (value >= min) found.push(value);
      if (value >= max) return found;
    }
  }
  return found;
}

/** Raises a base to a power, without what fractions add: 10 to the power of -3 is 0.001. */
function round(base: number, power: number): number {
  return base === 10 ? Number(`1e${power}`) : base ** power;
}
