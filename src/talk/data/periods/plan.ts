import { type Every } from './period-words.ts';
import type { Where } from '../row-cells.ts';
import type { Taken } from './take.ts';

/** Which part of a dataset a block shows: its newest rows, or what they come to by period. */
export interface Plan {
  /** Name of the dataset. */
  of: string;
  /** The column of dates; null for the dates of the rows themselves. */
  date: string | null;
  /** How long a time is shown, as `12mo`; absent for all of it. */
  last?: string;
  /** How rows are summed up; absent where they are shown as they are. */
  sums?: {
    every: Every;
    /** By the name of the column that it becomes. */
    take: Record<string, Taken>;
    /** Columns whose cells part the rows. */
    by: string[];
    where: Where;
  };
}

const MARK = '?{';

/** Returns the name of the view that a plan describes. */
export function nameView({ of, ...rest }: Plan): string {
  return `${of}?${JSON.stringify(rest)}`;
}

/** Returns the plan of a view by its name; null for a dataset. */
export function parseViewName(name: string): Plan | null {
  const at = name.indexOf(MARK);
  if (at < 0) return null;
  return { of: name.slice(0, at), ...(JSON.parse(name.slice(at + 1)) as Omit<Plan, 'of'>) };
}

/** Returns the name of the dataset behind a view. */
export function rootOfView(name: string): string {
  const at = name.indexOf(MARK);
  return at < 0 ? name : name.slice(0, at);
}
