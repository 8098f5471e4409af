import { isRefused, readArrival } from '../../talk/data/update/arrive.ts';
import { supersede, type Stamps } from '../../talk/data/update/supersede.ts';
import { cutDataset } from '../../talk/data/view.ts';
import type { Dataset } from '../../talk/model/dataset.ts';
import type { Arrival, Feed } from '../../talk/model/live-shape.ts';
import type { DataStore } from '../page/data.ts';

/** Adds incoming data of one dataset to the store. */
export interface Intake {
  /** Checks a response or event and queues it for the next flush; returns the reason when it is unusable. */
  offer(text: string, stamp: number | null): string | null;
  /** Adds all queued data to the store at once. */
  flush(): void;
  /** Limits the dataset to another day. */
  recut(): void;
  /** Replaces the dataset with one from another window of the talk. */
  adopt(dataset: Dataset): void;
  readonly dataset: Dataset;
}

/** Options of an intake. */
export interface IntakeOptions {
  feed: Feed;
  store: DataStore;
  /** The time zone of the talk, by whose clock times are shown. */
  timezone: string;
  /** Called when data are queued. */
  onArrival(): void;
  onDrop(reason: string, count: number): void;
  /** When the page was written; defaults to its Last-Modified, else now. */
  pageTime?: number;
}

const OLDER = 'it is older than what is shown';
const EMPTY = 'no row counts today';
const NO_CODE = 'its times are unread';

/** A time of day, which is shown by the clock of the talk. Only few sources have any. */
const TIMED = /\d-\d\d[T ]\d\d:/;

/** The queue is limited, because a page in the background gets no frames to flush it. */
const MAX_WAITING = 5000;

/** Opens the intake of a dataset on the page. */
export function openIntake(name: string, options: IntakeOptions): Intake {
  const { feed, store, timezone, onArrival, onDrop } = options;
  const { pageTime = Date.parse(document.lastModified) } = options;
  const stamps: Stamps = new Map();
  let dataset = openDataset(name, options);
  let waiting: Arrival[] = [];

  function show(next: Dataset): void {
    dataset = next;
    const view = cutDataset(dataset, store.asOf);
    if (view.rows.length > 0) store.set(view, dataset);
    else onDrop(EMPTY, 1);
  }

  function queue(arrival: Arrival): void {
    if (waiting.length >= MAX_WAITING) {
      waiting.shift();
      onDrop('too many arrived', 1);
    }
    waiting.push(arrival);
    onArrival();
  }

  return {
    get dataset() {
      return dataset;
    },
    offer(text, stamp) {
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        return 'it is no JSON';
      }
      const { kind, sources } = dataset;
      const arrival = readArrival(value, { ...feed, kind, sources });
      if (isRefused(arrival)) return arrival.refused;
      // A file that lost half of its rows is treated as a writing error.
      const isHalf = feed.kind === 'file' && arrival.rows.length * 2 < dataset.rows.length;
      if (isHalf) return 'half of its rows are missing';
      if (arrival.dropped[0] !== undefined) onDrop(arrival.dropped[0], arrival.dropped.length);
      const stamped = { ...arrival, stamp: arrival.stamp ?? stamp };
      if (feed.kind === 'file' && arrival.isWhole && stamp !== null && stamp >= pageTime)
        stamped.writtenAt = stamp;
      if (!TIMED.test(text)) queue(stamped);
      else {
        import('../../talk/data/zone.ts').then(
          ({ toZone }) => queue(toZone(stamped, timezone, dataset.key)),
          () => onDrop(NO_CODE, 1),
        );
      }
      return null;
    },
    flush() {
      let next = dataset;
      for (const arrival of waiting) {
        const { dataset: after, older } = supersede(next, arrival, stamps);
        if (older > 0 && feed.kind !== 'stream') onDrop(OLDER, older);
        next = after;
      }
      waiting = [];
      if (next !== dataset) show(next);
    },
    recut: () => show(dataset),
    adopt: show,
  };
}

function openDataset(name: string, { feed, store }: IntakeOptions): Dataset {
  const dataset = store.getDataset(name);
  if (!dataset) throw new Error(`The page has no dataset called "${name}".`);
  const { editions = dataset.editions, prefer, sources } = feed;
  return { ...dataset, editions, sources, ...(prefer ? { prefer } : {}) };
}
