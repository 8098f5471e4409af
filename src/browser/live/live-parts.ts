import { cutView } from '../../talk/data/periods/cut-view.ts';
import { parseViewName } from '../../talk/data/periods/plan.ts';
import { isShort } from '../../talk/data/periods/window.ts';
import { clockAt } from '../../talk/data/zone.ts';
import type { IsoDate } from '../../talk/model/dataset.ts';
import type { DataStore } from '../page/data.ts';

/** The parts of datasets that blocks of a page show: rows by period, and the newest rows. */
export interface LiveParts {
  /** Computes the parts of a dataset again. */
  refresh(dataset: string): void;
  /** Moves the windows that end with the time it is. */
  slide(): void;
}

/** Options of parts. */
export interface PartsOptions {
  store: DataStore;
  /** Returns the day it is where the talk is given. */
  today(): IsoDate;
  /** The time zone of the talk. */
  timezone: string;
  onDrop(dataset: string, reason: string): void;
}

const UNDATED = 'a row has no date by which it could be sorted';

/** Keeps the parts of datasets in line with their rows. */
export function followParts({ store, today, timezone, onDrop }: PartsOptions): LiveParts {
  function update(isWanted: (dataset: string, last: string | undefined) => boolean): void {
    const now = store.asOf === today() ? clockAt(Date.now(), timezone) : null;
    for (const name of store.names()) {
      const plan = parseViewName(name);
      const whole = plan && store.get(plan.of);
      if (!whole || !isWanted(plan.of, plan.last)) continue;
      const part = cutView(whole, plan, { asOf: store.asOf, now });
      if (!part.ok) onDrop(plan.of, UNDATED);
      else if (JSON.stringify(part.view) !== JSON.stringify(store.get(name))) store.set(part.view);
    }
  }

  return {
    refresh: (dataset) => update((one) => one === dataset),
    slide: () => update((_, last) => last !== undefined && isShort(last)),
  };
}
