/** Thrown when the command line cannot be understood; ends the process with exit code 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** Thrown when the machine will not cooperate: no browser, a full disk, a busy port; exit code 3. */
export class MachineError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'MachineError';
    this.hint = options.hint;
  }
}

/** Thrown after a talk's problems were printed, to end a command with exit code 1. */
export class ProblemsError extends Error {
  constructor() {
    super('The talk has problems.');
    this.name = 'ProblemsError';
  }
}
