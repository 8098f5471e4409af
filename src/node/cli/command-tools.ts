import type { Terminal } from '../terminal.ts';

/** What a command gets besides its arguments. */
export interface CommandTools {
  terminal: Terminal;
  /** The project's folder. */
  root: string;
}
