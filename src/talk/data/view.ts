import type {
  DataUse,
  Dataset,
  DatasetView,
  Edition,
  IsoDate,
  PartialDate,
  Row,
} from '../model/dataset.ts';
import type { ValueWords } from '../problems/value/value-words.ts';
import type { Problem, Span } from '../model/problem.ts';
import { compareDates, isKnown } from './date.ts';
import { BOOKKEEPING, pickKnown, type FactRule } from './known-rows.ts';

/** A dataset on a day, or the reason why it is empty. */
export type ViewResult =
  | { ok: true; view: DatasetView }
  | { ok: false; problem: (span: Span, say: ValueWords) => Problem };

/** Limits a dataset to what was known on a day: a series by row, editions by table, a list by `since`. */
export function viewDataset(dataset: Dataset, asOf: IsoDate): ViewResult {
  const view = cutDataset(dataset, asOf);
  const earliest = view.rows.length > 0 ? null : earliestDate(dataset);
  if (earliest === null || isKnown(earliest, asOf)) return { ok: true, view };
  return {
    ok: false,
    problem: (span, say) => say.noRowBefore(dataset.name, asOf, earliest, span),
  };
}

/** Limits like `viewDataset`, but returns an empty view when nothing was known. */
export function cutDataset(dataset: Dataset, asOf: IsoDate): DatasetView {
  const { name, kind, title, unit, key } = dataset;
  const { sources, columns } = describeKnown(dataset, asOf);
  const edition = kind === 'editions' ? lastEdition(dataset, asOf) : null;
  const rows = edition ? editionRows(edition, dataset, asOf) : knownRows(dataset, asOf);
  const date = kind === 'series' ? (rows.at(-1)?.asOf ?? null) : (edition?.asOf ?? null);
  return { name, kind, title, unit, key, sources, rows, columns, asOf: date };
}

/** Leaves of a dataset what its views of a day, and of earlier ones, can show. */
export function keepKnown(dataset: Dataset, asOf: IsoDate): Dataset {
  const isPart = isPartOn(asOf);
  const { sources } = describeKnown(dataset, asOf);
  const editions = knownEditions(dataset, asOf).map((edition) => {
    return { ...edition, rows: edition.rows.filter(isPart) };
  });
  return { ...dataset, sources, rows: dataset.rows.filter(isPart), editions };
}

/** Returns the data use of one row of a view; the newest period is as new as its newest row. */
export function useRow(view: DatasetView, row: Row): DataUse {
  const isNewest = view.part?.every != null && row.asOf === view.rows.at(-1)?.asOf;
  return {
    dataset: view.name,
    source: view.sources[row.source ?? ''] ?? null,
    asOf: isNewest ? view.asOf : (row.asOf ?? view.asOf),
    exact: row.exact !== false,
  };
}

/** Marks a data use as one of the past, which a figure looks back to. */
export function markEarlier(use: DataUse): DataUse {
  return { ...use, isEarlier: true };
}

/** Returns the data uses of rows of a view (all by default), each source and date once. */
export function useRows(view: DatasetView, rows: readonly Row[] = view.rows): DataUse[] {
  if (view.part?.every) return view.part.uses;
  const uses = new Map<string, DataUse>();
  for (const row of rows) {
    const use = useRow(view, row);
    uses.set(`${row.source ?? ''} ${use.asOf} ${use.exact}`, use);
  }
  return [...uses.values()];
}

/** Returns the editions known on a day, oldest first. */
export function knownEditions(dataset: Dataset, asOf: IsoDate): Edition[] {
  return dataset.editions
    .filter((edition) => isKnown(edition.asOf, asOf))
    .sort((a, b) => compareDates(a.asOf, b.asOf));
}

/** Returns the sources and columns that were known on a day, so that a talk of that day keeps its bytes. */
function describeKnown(dataset: Dataset, asOf: IsoDate): Pick<Dataset, 'sources' | 'columns'> {
  const isPart = isPartOn(asOf);
  const editions = dataset.editions.filter((edition) => isKnown(edition.asOf, asOf));
  const all = [...dataset.rows, ...dataset.editions.flatMap(({ rows }) => rows)];
  const known = [...dataset.rows, ...editions.flatMap(({ rows }) => rows)].filter(isPart);
  const named = new Set<string | undefined>([...known, ...editions].map(({ source }) => source));
  const sources = Object.entries(dataset.sources).filter(([id]) => named.has(id));
  const columns = known.length === all.length ? dataset.columns : listColumns(known);
  return { sources: Object.fromEntries(sources), columns };
}

/** Reports which rows were known on a day. */
function isPartOn(day: IsoDate): (row: Row) => boolean {
  return ({ asOf, since }) =>
    (asOf === undefined || isKnown(asOf, day)) && (since === undefined || isKnown(since, day));
}

/** Lists columns in the order in which known rows have them, which later rows cannot change. */
function listColumns(known: readonly Row[]): string[] {
  const found = new Set(known.flatMap((row) => Object.keys(row)));
  return [...found].filter((column) => !BOOKKEEPING.includes(column));
}

/** Returns the rows of an edition, each with its source. */
function editionRows({ rows, source }: Edition, rule: FactRule, asOf: IsoDate): Row[] {
  return pickKnown(rows, rule, asOf).map((row) =>
    row.source || !source ? row : { ...row, source },
  );
}

function lastEdition(dataset: Dataset, asOf: IsoDate): Edition | null {
  return knownEditions(dataset, asOf).at(-1) ?? null;
}

function knownRows(dataset: Dataset, asOf: IsoDate): Row[] {
  const known = pickKnown(dataset.rows, dataset, asOf);
  if (dataset.kind !== 'series') return known;
  return known.sort((a, b) => compareDates(a.asOf ?? '', b.asOf ?? ''));
}

function earliestDate(dataset: Dataset): PartialDate | null {
  const dates =
    dataset.kind === 'editions'
      ? dataset.editions.map((edition) => edition.asOf)
      : dataset.rows.map((row) => laterOf(row.asOf, row.since));
  return dates.filter((date) => date !== undefined).sort(compareDates)[0] ?? null;
}

function laterOf(a: PartialDate | undefined, b: PartialDate | undefined): PartialDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareDates(a, b) < 0 ? b : a;
}
