import type { Problem } from '../../talk/model/problem.ts';
import type { Terminal } from '../terminal.ts';

/** What a command receives in addition to its arguments. */
export interface CommandTools {
  terminal: Terminal;
  /** The project's folder. */
  root: string;
  /** The folder in which the command was given; defaults to the project's. */
  cwd?: string;
  /** The deck that is shown without a project of its own; defaults to none. */
  deck?: ShownDeck;
}

/** A deck of any program that a command shows as a talk. */
export interface ShownDeck {
  /** Its file. */
  source: string;
  /** Lists what the deck has and the talk has not, or has otherwise. */
  listDifferences(): Problem[];
  /** Moves problems to their places in the deck. */
  placeProblems(problems: readonly Problem[]): Problem[];
  /** Follows changes of the deck; the function that it returns ends that. */
  watch(): () => void;
}
