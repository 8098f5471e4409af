import type { Dataset, IsoDate, Row } from '../model/dataset.ts';
import type { History } from '../model/time/talk-time.ts';
import { isKnown } from './date.ts';
import { dropSettlement } from './settlement.ts';
import { cutDataset, knownEditions } from './view.ts';

/** Returns the earlier states of a dataset that its view on a day leaves out, without later facts; null for none. */
export function collectHistory(dataset: Dataset, asOf: IsoDate): History | null {
  const { rows, kind, prefer } = dataset;
  const rule = prefer ? { prefer } : {};
  const keep = (row: Row): Row => keepSettled(row, dataset, asOf);
  if (kind === 'editions') {
    const editions = knownEditions(dataset, asOf).map((edition) => ({
      ...edition,
      rows: edition.rows
        .filter(({ since }) => since === undefined || isKnown(since, asOf))
        .map(keep),
    }));
    return editions.length > 1 ? { rows: [], editions, ...rule } : null;
  }
  const known = rows.filter(({ asOf: date, since }) =>
    [date, since].every((day) => day === undefined || isKnown(day, asOf)),
  );
  const isWhole = known.length === cutDataset(dataset, asOf).rows.length;
  return isWhole ? null : { rows: known.map(keep), editions: [], ...rule };
}

/** Keeps of what was settled by hand only what decides on a day up to this one. */
function keepSettled(row: Row, { prefer }: Dataset, day: IsoDate): Row {
  const { pinned, retired } = row;
  const isOver = retired !== undefined && isKnown(retired.on, day);
  return {
    ...dropSettlement(row),
    ...(pinned !== undefined && prefer ? { pinned } : {}),
    ...(isOver ? { retired } : {}),
  };
}
