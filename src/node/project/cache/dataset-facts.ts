import { isSettled } from '../../../talk/data/settlement.ts';
import type { Dataset, PartialDate, Row } from '../../../talk/model/dataset.ts';

/** When the newest row of a dataset was true and retrieved, and its source. */
export interface Newest {
  asOf: PartialDate | null;
  retrieved: PartialDate | null;
  source: string | undefined;
}

/** What is said of a dataset without showing its rows. */
export interface DatasetFacts {
  title: string;
  /** Whether its rows or editions have dates. */
  isDated: boolean;
  /** Number of its rows, those of all editions together. */
  rows: number;
  newest: Newest;
  /** Name of the newest row's source, else of its first one; empty for none. */
  sourceName: string;
  /** Whether a row is settled by hand. */
  isSettled: boolean;
  /** Whether several sources may state one fact. */
  isCompared: boolean;
}

/** Reads the facts of a dataset; `id` is the source that its recipe asks. */
export function readFacts(dataset: Dataset, id: string | undefined): DatasetFacts {
  const { title, rows, editions, sources, prefer } = dataset;
  const tables = [rows, ...editions.map((edition) => edition.rows)];
  const newest = readNewest(dataset, id);
  const source = sources[newest.source ?? ''] ?? Object.values(sources)[0];
  return {
    title,
    isDated: dataset.kind !== 'list',
    rows: tables.reduce((sum, table) => sum + table.length, 0),
    newest,
    sourceName: source?.name ?? '',
    isSettled: tables.some((table) => table.some(isSettled)),
    isCompared: prefer !== undefined,
  };
}

/**
 * Reads the newest row: the one that was true last, or, in a list without dates, known last. What was retrieved elsewhere,
 * or typed, says nothing about when the source was asked.
 */
function readNewest({ rows, editions }: Dataset, id: string | undefined): Newest {
  const dated = [...rows.filter(({ retired }) => retired === undefined), ...editions];
  const last = dated.reduce<(typeof dated)[number] | undefined>(
    (found, row) => (!found || dayOf(row) >= dayOf(found) ? row : found),
    undefined,
  );
  const retrieved = dated.reduce((latest, row) => {
    const date = row.source === id ? (row.retrieved ?? '') : '';
    return date > latest ? date : latest;
  }, '');
  return {
    asOf: (last && dayOf(last)) || null,
    retrieved: retrieved || null,
    source: last?.source,
  };
}

function dayOf({ asOf, since }: Pick<Row, 'asOf' | 'since'>): PartialDate {
  return asOf ?? since ?? '';
}
