import { MachineError, ProblemsError, UsageError } from '../errors.ts';
import { describeRefusal } from '../system-error.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, type ExitCode } from './exit.ts';

/** Reports an error that a command expects, and returns its exit code; null for any other error. */
export function explainKnown(error: unknown, terminal: Terminal): ExitCode | null {
  if (error instanceof ProblemsError) return EXIT.problems;
  if (error instanceof UsageError || error instanceof MachineError) {
    terminal.complain(error.message, error.hint);
    return error instanceof UsageError ? EXIT.usage : EXIT.machine;
  }
  return null;
}

/** Reports an error of the system or of Rostrum itself, and returns its exit code. */
export function explainUnknown(error: unknown, terminal: Terminal): ExitCode {
  const refusal = describeRefusal(error);
  if (refusal === null) terminal.reportInternalError(error);
  else terminal.complain(refusal);
  return EXIT.machine;
}
