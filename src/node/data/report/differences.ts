import { listVersions, factOf } from '../../../talk/data/known-rows.ts';
import { isSettled } from '../../../talk/data/settlement.ts';
import { diffColumns, nameFact } from '../../../talk/data/update/held-rows.ts';
import { cutDataset } from '../../../talk/data/view.ts';
import { printShort } from '../../../talk/text/value/value-text.ts';
import type { Dataset, IsoDate, Row } from '../../../talk/model/dataset.ts';
import type { SourceState } from '../refresh/source-state.ts';

/** Describes where the sources of a dataset disagree on a day, and where its source disagrees with what is settled by hand. */
export function listDifferences(
  dataset: Dataset | undefined,
  { differences = [] }: SourceState,
  day: IsoDate,
): string[] {
  if (!dataset) return [];
  const rows = [...dataset.rows, ...dataset.editions.flatMap((edition) => edition.rows)];
  const held = rows.some(isSettled) ? differences : [];
  return [...compareSources(dataset, day), ...held];
}

function compareSources(dataset: Dataset, day: IsoDate): string[] {
  if (!dataset.prefer) return [];
  const { key } = dataset;
  const shown = new Map(cutDataset(dataset, day).rows.map((row) => [factOf(row, key), row]));
  return listVersions(dataset.rows, dataset, day).flatMap((row) => {
    const fact = factOf(row, key);
    const first = fact === null ? undefined : shown.get(fact);
    if (!first || first.source === row.source) return [];
    const name = (of: Row): string => dataset.sources[of.source ?? '']?.name ?? 'a source';
    return diffColumns(first, row).map(
      (column) =>
        `${nameFact(row, key)}: ${column} is ${printShort(first[column])} by ${name(first)}, which is shown, and ${printShort(row[column])} by ${name(row)}`,
    );
  });
}
