import type { SchemaKind } from '../../../talk/data/csv/column-kinds.ts';
import type { World } from '../http/session.ts';

/** What a source on this machine is asked with. */
export interface SourceContext {
  root: string;
  world: Pick<World, 'env' | 'limits'>;
  /** The kinds of columns, by which the cells of tables are read. */
  kinds: ReadonlyMap<string, SchemaKind>;
  /** Requests the bytes at a web address. */
  fetchBytes(url: string): Promise<Buffer>;
}
