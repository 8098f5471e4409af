import { parseWords, type Arguments, type Parsed } from './parse-words.ts';

/** A verb of the command line: what it takes and what it does. */
export interface Command {
  args: Arguments;
  run(words: readonly string[]): Promise<void>;
}

/** Defines a command from one table of arguments, which gives parsing, types and help. */
export function defineCommand<const Args extends Arguments>(
  verb: string,
  { args, run }: { args: Args; run: (args: Parsed<Args>) => Promise<void> },
): Command {
  return { args, run: async (words) => run(parseWords(words, args, verb)) };
}
