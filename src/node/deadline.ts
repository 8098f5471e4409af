/**
 * Waits for a result no longer than a time in milliseconds; then the outcome is what `late` returns or throws. The work itself
 * goes on, and its later failure is ignored.
 */
export async function withDeadline<Result>(
  work: Promise<Result>,
  milliseconds: number,
  late: () => Result,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const isLate = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(resolve, milliseconds, LATE);
  });
  work.catch(() => {});
  const result = await Promise.race([work, isLate]).finally(() => clearTimeout(timer));
  return result === LATE ? late() : result;
}

const LATE = Symbol('late');
