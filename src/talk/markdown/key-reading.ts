import type { Problem, Span } from '../model/problem.ts';

/** The parsed value of a key, or what was expected instead. */
export type Reading<T> = { value: T; warn?: (span: Span) => Problem } | Refusal;

/** Reason why a value is rejected: the expected kind of value, and its names if it has any. */
export interface Refusal {
  expected: string;
  names?: readonly string[];
  /** What to do, where no name is near. */
  hint?: string;
  /** Reports a specific problem; defaults to one about the expected kind. */
  report?: (source: string, span: Span) => Problem;
}

/** Parses a YAML scalar; `source` is its text in the file without quotes. */
export type KeyReader<T> = (scalar: unknown, source: string) => Reading<T>;
