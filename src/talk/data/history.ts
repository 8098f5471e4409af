import type { Dataset, IsoDate } from '../model/dataset.ts';
import type { History } from '../model/time/talk-time.ts';
import { isKnown } from './date.ts';
import { cutDataset, knownEditions } from './view.ts';

/** Returns the earlier states of a dataset that its view on a day leaves out, without later facts; null for none. */
export function collectHistory(dataset: Dataset, asOf: IsoDate): History | null {
  const { rows, kind } = dataset;
  if (kind === 'editions') {
    const editions = knownEditions(dataset, asOf).map((edition) => ({
      ...edition,
      rows: edition.rows.filter(({ since }) => since === undefined || isKnown(since, asOf)),
    }));
    return editions.length > 1 ? { rows: [], editions } : null;
  }
  const known = rows.filter(({ asOf: date, since }) =>
    [date, since].every((day) => day === undefined || isKnown(day, asOf)),
  );
  const isWhole = known.length === cutDataset(dataset, asOf).rows.length;
  return isWhole ? null : { rows: known, editions: [] };
}
