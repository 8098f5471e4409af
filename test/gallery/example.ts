import type { DatasetView, Row } from '../../src/talk/model/dataset.ts';

/** One picture of the gallery: a block, the data it shows, and what they may change to. */
export interface Example {
  title: string;
  /** Whether it is shown in the first of two columns; defaults to false. */
  isInColumn?: boolean;
  /** Name of the block; defaults to `chart`. */
  block?: string;
  spec: Record<string, unknown>;
  datasets: DatasetView[];
  /** The datasets after a change, to see values move. */
  next?: DatasetView[];
}

/** Makes a dataset as it stands on a day. */
export function makeView(
  name: string,
  rows: Row[],
  {
    title = name,
    unit = null,
    key = null,
  }: Partial<Pick<DatasetView, 'title' | 'unit' | 'key'>> = {},
): DatasetView {
  const asOf = rows.at(-1)?.asOf ?? null;
  const bookkeeping = ['asOf', 'since', 'retrieved', 'source', 'exact'];
  const all = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = all.filter((column) => !bookkeeping.includes(column));
  const kind = asOf === null ? 'list' : 'series';
  return { name, kind, title, unit, key, sources: {}, rows, columns, asOf };
}
