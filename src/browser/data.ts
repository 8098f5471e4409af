import type { DatasetView } from '../talk/model/dataset.ts';

/** Called when a dataset has a new state. */
export type DataListener = (view: DatasetView) => void;

/** The datasets of a page, by name; everything that draws reads them here and nowhere else. */
export interface DataStore {
  get(name: string): DatasetView | undefined;
  /** Replaces a dataset and tells its listeners. */
  set(view: DatasetView): void;
  /** Calls back on every change until the returned function is called. */
  subscribe(name: string, listener: DataListener): () => void;
}

/** Makes an empty store. */
export function createDataStore(): DataStore {
  const views = new Map<string, DatasetView>();
  const listeners = new Map<string, Set<DataListener>>();
  return {
    get: (name) => views.get(name),
    set(view) {
      views.set(view.name, view);
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
