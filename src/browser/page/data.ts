import { toDataset } from '../../talk/data/to-dataset.ts';
import type { Dataset, DatasetView, IsoDate } from '../../talk/model/dataset.ts';

/** Called when a dataset has a new state. */
export type DataListener = (view: DatasetView) => void;

/** Datasets on a day. */
export interface DayData {
  /** The day of the datasets; empty before the page is read. */
  asOf: IsoDate;
  get(name: string): DatasetView | undefined;
  /** Returns a dataset with its known history. */
  getDataset(name: string): Dataset | undefined;
}

/** The datasets of a page by name; all drawing code reads them here. */
export interface DataStore extends DayData {
  /** Lists the names of all views. */
  names(): string[];
  /** Replaces a dataset and calls its listeners; without history, the view is all that is known. */
  set(view: DatasetView, dataset?: Dataset): void;
  /** Adds a listener; the returned function removes it. */
  subscribe(name: string, listener: DataListener): () => void;
}

/** Builds an empty store. */
export function createDataStore(): DataStore {
  const views = new Map<string, DatasetView>();
  const datasets = new Map<string, Dataset>();
  const listeners = new Map<string, Set<DataListener>>();
  return {
    asOf: '',
    names: () => [...views.keys()],
    get: (name) => views.get(name),
    getDataset(name) {
      const view = views.get(name);
      return datasets.get(name) ?? (view && toDataset(view));
    },
    set(view, dataset) {
      const name = view.part?.id ?? view.name;
      views.set(name, view);
      if (dataset) datasets.set(name, dataset);
      else datasets.delete(name);
      for (const listener of [...(listeners.get(name) ?? [])]) listener(view);
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

/** The page's only store, global because the HTML parser creates the elements. */
export const store: DataStore = createDataStore();

/** The data of slides that show another day than the page, by their sections. */
export const slideDays = new WeakMap<Element, DayData>();

/** Returns the data that an element shows: those of its slide's day, else those of the page. */
export function dataOf(element: Element): DayData {
  const slide = element.closest('section.slide');
  return (slide && slideDays.get(slide)) ?? store;
}
