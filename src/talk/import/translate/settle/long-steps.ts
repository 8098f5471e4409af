/** How many lines of code a slide holds at a size that can be read, and how many where lines are broken. */
const MAX_LINES = 20;
const MAX_BROKEN = 10;
const WIDE = 84;

/**
 * Splits the steps of a fence that mark more lines than a slide holds, so that each line is shown by one of them. `first`
 * is the number of the first line.
 */
export function fitSteps(steps: string, lines: readonly string[], first: number): string {
  const most = lines.some((line) => line.length > WIDE) ? MAX_BROKEN : MAX_LINES;
  const last = first + lines.length - 1;
  if (lines.length <= MAX_LINES) return steps;
  return steps
    .split('|')
    .map((step) => {
      if (step === 'all') return splitRange(first, last, most);
      const [, from, to] = /^(\d+)-(\d+)$/.exec(step) ?? [];
      return from === undefined ? step : splitRange(Number(from), Number(to), most);
    })
    .join('|');
}

function splitRange(first: number, last: number, most: number): string {
  const starts = Array.from(
    { length: Math.ceil((last - first + 1) / most) },
    (_, index) => first + index * most,
  );
  return starts
    .map((start) => ({ start, end: Math.min(last, start + most - 1) }))
    .map(({ start, end }) => (end > start ? `${start}-${end}` : String(start)))
    .join('|');
}
