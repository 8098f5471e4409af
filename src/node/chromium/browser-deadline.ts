import { withDeadline } from '../deadline.ts';
import { MachineError } from '../errors.ts';

/** Thrown when a browser does not answer in time; it may still be busy. */
export class DeadlineError extends MachineError {}

/** Waits for an answer of a browser no longer than a time in milliseconds; then throws a `DeadlineError`. */
export function waitForBrowser<Answer>(
  answer: Promise<Answer>,
  milliseconds: number,
  doing: string,
): Promise<Answer> {
  return withDeadline(answer, milliseconds, () => {
    const message = `The browser did not ${doing} within ${milliseconds / 1000} seconds.`;
    throw new DeadlineError(message);
  });
}
