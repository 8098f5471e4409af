import { parseArgs, type ArgsDef, type ParsedArgs } from 'citty';
import { UsageError } from '../errors.ts';
import { refuseUnknown } from './arguments.ts';

/** The message of citty for a missing argument. */
const MISSING = /^Missing required positional argument: (\S+)$/;

/** A verb of the command line: what it takes and what it does. */
export interface Command {
  args: ArgsDef;
  run(words: readonly string[]): Promise<void>;
}

/** Defines a command from one table of arguments, which gives parsing, types and help. */
export function defineCommand<const Args extends ArgsDef>(
  verb: string,
  {
    args,
    run,
  }: { args: Args; run: (args: ParsedArgs<Args>, words: readonly string[]) => Promise<void> },
): Command {
  return {
    args,
    async run(words) {
      refuseUnknown(words, args, verb);
      await run(readArgs(words, args, verb), words);
    },
  };
}

function readArgs<Args extends ArgsDef>(
  words: readonly string[],
  args: Args,
  verb: string,
): ParsedArgs<Args> {
  try {
    return parseArgs<Args>([...words], args);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, missing] = MISSING.exec(message) ?? [];
    const words = missing ? `rostrum ${verb} needs a ${missing.toUpperCase()}` : message;
    throw new UsageError(`${words}.`, `"npx rostrum ${verb} --help" shows what it takes.`);
  }
}
