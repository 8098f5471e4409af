/** Limits between steps of 1, 2, 5 and 10, so that the number of values is the nearest to the wanted one. */
const [TO_TEN, TO_FIVE, TO_TWO] = [Math.sqrt(50), Math.sqrt(10), Math.sqrt(2)];

/** A step of 1, 2, 5 or 10 times a power of ten, and which of its multiples are within a range. */
interface Steps {
  digit: number;
  power: number;
  first: number;
  last: number;
}

/** Lists the multiples of a round step between two numbers, about as many as wanted; of two equal numbers, only the number. */
export function listRound(low: number, high: number, count: number): number[] {
  if (low === high) return [low];
  const steps = planSteps(low, high, count);
  const { first, last } = steps;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    toMultiple(steps, first + index),
  );
}

/** Returns the distance of the numbers that `listRound` lists; 0 for two equal numbers. */
export function roundStep(low: number, high: number, count: number): number {
  return low === high ? 0 : toMultiple(planSteps(low, high, count), 1);
}

function planSteps(low: number, high: number, count: number): Steps {
  const wanted = (high - low) / count;
  const power = Math.floor(Math.log10(wanted));
  const rest = wanted / 10 ** power;
  const digit = rest >= TO_TEN ? 10 : rest >= TO_FIVE ? 5 : rest >= TO_TWO ? 2 : 1;
  const size = toMultiple({ digit, power }, 1);
  let [first, last] = [Math.round(low / size), Math.round(high / size)];
  if (toMultiple({ digit, power }, first) < low) first++;
  if (toMultiple({ digit, power }, last) > high) last--;
  // A step can be longer than the range.
  const isTooLong = last < first && count < 2;
  return isTooLong ? planSteps(low, high, count * 2) : { digit, power, first, last };
}

/** Returns a multiple of a step without what binary fractions add: 3 times 0.1 is 0.3. */
function toMultiple({ digit, power }: Pick<Steps, 'digit' | 'power'>, times: number): number {
  return Number(`${digit * times}e${power}`);
}
