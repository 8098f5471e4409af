import { cutView } from '../../talk/data/periods/cut-view.ts';
import { parseViewName } from '../../talk/data/periods/plan.ts';
import { cutDataset } from '../../talk/data/view.ts';
import type { DatasetView, IsoDate } from '../../talk/model/dataset.ts';
import type { DayData, DataStore } from '../page/data.ts';

/** Returns the data of a page as of an earlier day; each dataset is cut once while its rows stay the same. */
export function openDay(asOf: IsoDate, store: DataStore): DayData {
  const views = new Map<string, { of: DatasetView; view: DatasetView }>();
  return {
    asOf,
    getDataset: (name) => store.getDataset(name),
    get(name): DatasetView | undefined {
      const plan = parseViewName(name);
      const of = store.get(plan?.of ?? name);
      const dataset = store.getDataset(plan?.of ?? name);
      if (!of || !dataset) return undefined;
      const known = views.get(name);
      if (known?.of === of) return known.view;
      const whole = cutDataset(dataset, asOf);
      const part = plan && cutView(whole, plan, { asOf });
      // What cannot be computed has nothing to show.
      const view = part?.ok === false ? { ...whole, rows: [] } : (part?.view ?? whole);
      views.set(name, { of, view });
      return view;
    },
  };
}
