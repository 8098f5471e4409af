import { cutDataset } from '../../talk/data/view.ts';
import type { DatasetView, IsoDate } from '../../talk/model/dataset.ts';
import type { DayData, DataStore } from '../page/data.ts';

/** Returns the data of a page as of an earlier day; each dataset is cut once while its rows stay the same. */
export function openDay(asOf: IsoDate, store: DataStore): DayData {
  const views = new Map<string, { of: DatasetView; view: DatasetView }>();
  return {
    asOf,
    getDataset: (name) => store.getDataset(name),
    get(name) {
      const of = store.get(name);
      const dataset = store.getDataset(name);
      if (!of || !dataset) return undefined;
      const known = views.get(name);
      if (known?.of === of) return known.view;
      const view = cutDataset(dataset, asOf);
      views.set(name, { of, view });
      return view;
    },
  };
}
