import type { Cell, DataUse, Dataset, IsoDate } from '../../model/dataset.ts';
import type { Problem, Span } from '../../model/problem.ts';
import type { TalkMeta } from '../../model/talk.ts';
import type { Period } from '../date.ts';
import type { ValueWords } from '../../problems/value/value-words.ts';
import type { Part } from './expression.ts';
import type { Growth } from './growth-words.ts';

/** Inputs of a value. */
export interface ValueContext {
  asOf: IsoDate;
  talk: TalkMeta;
  /** Returns the whole dataset, not limited to the date; undefined for none. */
  dataset(name: string): Dataset | undefined;
  /** Names of all datasets, for hints. */
  datasetNames: readonly string[];
}

/** A problem with a part of a value expression; the caller knows the expression's place. */
export interface ValueProblem {
  /** Offset of the faulty part in the expression. */
  offset: number;
  length: number;
  /** Builds the problem for the place of that part. */
  at(span: Span, say: ValueWords): Problem;
}

/** A figure or fact between filters. */
export interface Found {
  cell: Cell;
  exact: boolean;
  uses: DataUse[];
  /** Unit of the numbers of its dataset; null or absent for none. */
  unit?: string | null;
  /** Whether it is in points where it is written in percent; absent for other figures. */
  isOfPoints?: boolean;
  /** What it is the growth of; absent for other figures. */
  growth?: Growth;
}

/** Result of a step that can fail at a part of the expression. */
export type Step<T> = { ok: true; value: T } | { ok: false; problem: ValueProblem };

/** A period to go back, and the part of the expression that requests it. */
export interface Back {
  period: Period;
  part: Part;
}

/** Attaches a problem to a part of the expression. */
export function faultAt(
  { offset, length }: Pick<Part, 'offset' | 'length'>,
  at: ValueProblem['at'],
): { ok: false; problem: ValueProblem } {
  return { ok: false, problem: { offset, length, at } };
}
