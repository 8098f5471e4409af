import type { Dataset, DatasetView } from '../model/dataset.ts';

/** Converts a view to a dataset, so that values can be computed from views. */
export function toDataset(view: DatasetView): Dataset {
  const { asOf, ...rest } = view;
  const isWhole = view.kind === 'editions' && asOf !== null;
  const editions = isWhole ? [{ asOf, rows: view.rows }] : [];
  return { ...rest, file: '', rows: isWhole ? [] : view.rows, editions };
}
