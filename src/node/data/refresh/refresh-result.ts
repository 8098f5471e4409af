import type { Dataset, IsoDate } from '../../../talk/model/dataset.ts';
import type { Mirrors } from '../http/mirror.ts';
import type { Session, World } from '../http/session.ts';
import type { Failure } from './failure.ts';
import type { SourceState } from './source-state.ts';

/** What became of a dataset in a refresh. */
export interface RefreshResult {
  name: string;
  file: string;
  /** Where its rows come from. */
  host: string;
  outcome: 'new' | 'unchanged' | 'kept' | 'never';
  /** Rows that were added, those of a new edition among them. */
  added: number;
  corrected: number;
  /** Whether the rows are a whole table. */
  isEdition: boolean;
  /** Why nothing could be used; null where all went well. */
  failure: Failure | null;
  /** Something else to say about it; null for nothing. */
  note: string | null;
  /** The file's new text; null where it stays as it is. */
  text: string | null;
  sourceState: SourceState;
}

/** What datasets are refreshed with. */
export interface RefreshTools {
  root: string;
  today: IsoDate;
  world: World;
  session: Session;
  mirrors: Mirrors;
  userAgent: string;
  isDryRun: boolean;
  findDataset(name: string): Dataset | undefined;
  onRetry(name: string, failure: Failure, wait: number): void;
}
