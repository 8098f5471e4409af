import type { Cell, DataUse, Dataset, IsoDate } from '../../model/dataset.ts';
import type { Problem, Span } from '../../model/problem.ts';
import type { TalkMeta } from '../../model/talk.ts';
import type { Period } from '../date.ts';
import type { Part } from './expression.ts';

/** What a value is computed from. */
export interface ValueContext {
  asOf: IsoDate;
  talk: TalkMeta;
  /** The whole dataset, not cut to the date; undefined where there is none. */
  dataset(name: string): Dataset | undefined;
  /** All names, for hints. */
  datasetNames: readonly string[];
}

/** A problem with a part of a value expression; the caller knows where the expression stands. */
export interface ValueProblem {
  /** Of the faulty part, from the expression's first character. */
  offset: number;
  length: number;
  /** Makes the problem, given the place of that part. */
  at(span: Span): Problem;
}

/** A figure or fact on its way through the filters. */
export interface Found {
  cell: Cell;
  exact: boolean;
  uses: DataUse[];
}

/** A step that may fail at a part of the expression. */
export type Step<T> = { ok: true; value: T } | { ok: false; problem: ValueProblem };

/** A time to go back to, and the part of the expression that asks for it. */
export interface Back {
  period: Period;
  part: Part;
}

/** Ties a problem to a part of the expression. */
export function faultAt(
  { offset, length }: Pick<Part, 'offset' | 'length'>,
  at: (span: Span) => Problem,
): { ok: false; problem: ValueProblem } {
  return { ok: false, problem: { offset, length, at } };
}
