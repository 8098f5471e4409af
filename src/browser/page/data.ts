import { toDataset } from '../../talk/data/view.ts';
import type { Dataset, DatasetView, IsoDate } from '../../talk/model/dataset.ts';

/** Called when a dataset has a new state. */
export type DataListener = (view: DatasetView) => void;

/** The datasets of a page, by name; everything that draws reads them here and nowhere else. */
export interface DataStore {
  /** The day the datasets are computed for; empty before the page said. */
  asOf: IsoDate;
  get(name: string): DatasetView | undefined;
  /** A dataset with its past, as far as the page knows it. */
  getDataset(name: string): Dataset | undefined;
  /** Replaces a dataset and tells its listeners; without its past, that is what the view shows. */
  set(view: DatasetView, dataset?: Dataset): void;
  /** Calls back on every change until the returned function is called. */
  subscribe(name: string, listener: DataListener): () => void;
}

/** Makes an empty store. */
export function createDataStore(): DataStore {
  const views = new Map<string, DatasetView>();
  const datasets = new Map<string, Dataset>();
  const listeners = new Map<string, Set<DataListener>>();
  return {
    asOf: '',
    get: (name) => views.get(name),
    getDataset(name) {
      const view = views.get(name);
      return datasets.get(name) ?? (view && toDataset(view));
    },
    set(view, dataset) {
      views.set(view.name, view);
      if (dataset) datasets.set(view.name, dataset);
      else datasets.delete(view.name);
      for (const listener of [...(listeners.get(view.name) ?? [])]) listener(view);
    },
    subscribe(name, listener) {
      const ofName = listeners.get(name) ?? new Set();
      listeners.set(name, ofName.add(listener));
      return () => {
        ofName.delete(listener);
        if (ofName.size === 0 && listeners.get(name) === ofName) listeners.delete(name);
      };
    },
  };
}

/** The page's one store: elements are made by the parser, so it cannot be handed to them. */
export const store: DataStore = createDataStore();
