import type { Dataset, IsoDate } from '../../../talk/model/dataset.ts';
import type { Mirrors } from '../http/mirror.ts';
import type { Session, World } from '../http/session.ts';
import type { Failure } from './failure.ts';
import type { SourceState } from './source-state.ts';

/** The result of a refresh of a dataset. */
export interface RefreshResult {
  name: string;
  file: string;
  /** Where its rows come from. */
  host: string;
  outcome: 'new' | 'unchanged' | 'kept' | 'never';
  /** Rows that were added, including those of a new edition. */
  added: number;
  corrected: number;
  /** Whether the rows are a whole table. */
  isEdition: boolean;
  /** Why no row could be used; null after success. */
  failure: Failure | null;
  /** A further note; null for none. */
  note: string | null;
  /** The file's new text; null when it is unchanged. */
  text: string | null;
  sourceState: SourceState;
}

/** Options of refreshing datasets. */
export interface RefreshTools {
  root: string;
  today: IsoDate;
  world: World;
  session: Session;
  mirrors: Mirrors;
  userAgent: string;
  isDryRun: boolean;
  /** Names of datasets whose answers are taken although they look wrong; defaults to none. */
  accepted?: readonly string[];
  /** Whether rows of the past are known from their own dates on; defaults to false. */
  isHistory?: boolean;
  findDataset(name: string): Dataset | undefined;
  onRetry(name: string, failure: Failure, wait: number): void;
}
