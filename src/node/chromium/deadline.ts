import { MachineError } from '../errors.ts';

/** Thrown when a browser does not answer in time; it may still be busy. */
export class DeadlineError extends MachineError {}

/** Waits for an answer of a browser no longer than a deadline in milliseconds. */
export async function withDeadline<Answer>(
  answer: Promise<Answer>,
  deadline: number,
  doing: string,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = `The browser did not ${doing} within ${deadline / 1000} seconds.`;
    timer = setTimeout(() => reject(new DeadlineError(message)), deadline);
  });
  answer.catch(() => {});
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
