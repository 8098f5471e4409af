import type { Terminal } from '../terminal.ts';

/** What a command receives in addition to its arguments. */
export interface CommandTools {
  terminal: Terminal;
  /** The project's folder. */
  root: string;
}
