import type { Random } from './random.ts';

/** A kind of input that the fuzzer makes and tries. An input is a JSON value, so that it can be kept and shortened. */
export interface Target {
  name: string;
  /** What an input is, in the plural. */
  of: string;
  /** Makes an input; the same choices make the same one. */
  make(random: Random): unknown;
  /** Starts what inputs are tried with. */
  open(): Promise<Trial>;
}

/** Something that inputs of a target are tried with, one after the other. */
export interface Trial extends AsyncDisposable {
  /** Returns what is wrong with an input, a sentence with its kind first; null for nothing. */
  judge: Judge;
}

/** Finds what is wrong with an input; null for nothing. */
export type Judge = (input: unknown) => Promise<string | null> | string | null;

/** What an input of a target looks like, for targets that are tried by a function alone. */
export interface PlainTarget<Input> {
  name: string;
  of: string;
  make(random: Random): Input;
  judge(input: Input): Promise<string | null> | string | null;
}

/** Builds a target whose inputs need nothing that has to be started. */
export function plainTarget<Input>({ judge, ...about }: PlainTarget<Input>): Target {
  const trial: Trial = {
    judge: (input) => judge(input as Input),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  return { ...about, open: () => Promise.resolve(trial) };
}

/** Returns what an error is as a fault. */
export function faultOf(error: unknown): string {
  return `throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
