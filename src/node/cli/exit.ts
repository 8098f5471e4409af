/** The exit codes of the process. */
export const EXIT = {
  fine: 0,
  /** Problems in the author's files. */
  problems: 1,
  /** The command line was not understood. */
  usage: 2,
  /** The machine did not cooperate. */
  machine: 3,
} as const;

/** One of the values of `EXIT`. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
