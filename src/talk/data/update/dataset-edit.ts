import type { Cell, Edition, IsoDate, PartialDate, Row } from '../../model/dataset.ts';
import type { FactRule } from '../known-rows.ts';

/** A change to a dataset's file; nothing is ever removed. */
export type DatasetEdit =
  | { kind: 'add-row'; row: Row; after: number; isCorrection: boolean }
  | { kind: 'correct-row'; row: Row; index: number }
  | { kind: 'add-edition'; edition: Edition }
  | { kind: 'correct-edition'; edition: Edition; index: number };

/** Options of a merge. */
export interface MergeOptions extends FactRule {
  /** The source's id. */
  id: string;
  today: IsoDate;
  /** The time it is, in UTC. */
  now: PartialDate;
  /** A row that repeats the previous one within this number of days is left out. */
  updateDays: number;
  /** Where history is filled in: the column of the day from which a row was known, if there is one; absent elsewhere. */
  history?: { column: string | null };
  /** Cells of new rows that the source does not provide. */
  blank: Readonly<Record<string, Cell>>;
}
