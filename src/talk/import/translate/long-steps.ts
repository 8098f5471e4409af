/** How many lines of code a slide holds at a size that can be read. */
const MAX_LINES = 20;

/**
 * Splits the steps of a fence that mark more lines than a slide holds, so that each line is shown by one of them. `first`
 * and `last` are the numbers of the first and the last line of the code.
 */
export function fitSteps(steps: string, [first, last]: readonly [number, number]): string {
  if (last - first < MAX_LINES) return steps;
  return steps
    .split('|')
    .map((step) => {
      if (step === 'all') return splitRange(first, last);
      const [, from, to] = /^(\d+)-(\d+)$/.exec(step) ?? [];
      return from === undefined ? step : splitRange(Number(from), Number(to));
    })
    .join('|');
}

function splitRange(first: number, last: number): string {
  const starts = Array.from(
    { length: Math.ceil((last - first + 1) / MAX_LINES) },
    (_, index) => first + index * MAX_LINES,
  );
  return starts
    .map((start) => ({ start, end: Math.min(last, start + MAX_LINES - 1) }))
    .map(({ start, end }) => (end > start ? `${start}-${end}` : String(start)))
    .join('|');
}
