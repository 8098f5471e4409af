import type { DatasetView, IsoDate } from '../../talk/model/dataset.ts';
import type { Feed } from '../../talk/model/live-shape.ts';
import { store } from '../page/data.ts';
import { followFeed } from './feed.ts';
import { oncePerFrame } from './frames.ts';
import { openIntake, type Intake } from './intake.ts';
import type { LiveReport } from './loss-report.ts';
import { markDataset, type BlockMark, type FeedHealth } from './live-state.ts';

/** The live datasets of a page, each with its own source. */
export interface LiveDatasets {
  /** Requests the datasets that are wanted from now on, and no others. */
  ask(isWanted: (dataset: string) => boolean): void;
  markOf(dataset: string, isFrozen: boolean): BlockMark | null;
  setHealth(dataset: string, health: FeedHealth): void;
  /** Limits all datasets to the store's day; optionally leaves those of the dev server to it. */
  recut(options?: { isOwn: boolean }): void;
  /** Returns what takes the rows of a dataset in; undefined for one that is not live. */
  intakeOf(dataset: string): Intake | undefined;
}

/** Callbacks of the datasets. */
export interface DatasetsOptions {
  report: LiveReport;
  /** A dataset has new rows. */
  onChange(dataset: string, view: DatasetView): void;
  /** A source recovered or was lost. */
  onHealth(): void;
  /** Returns the day it is where the talk is given. */
  today(): IsoDate;
  timezone: string;
}

interface Followed {
  feed: Feed;
  intake: Intake;
  health: FeedHealth;
  /** When the source answered last; null for not yet. */
  heard: number | null;
  stop: (() => void) | null;
}

/** One failure can be an accident; two in a row mean that the source is lost. */
const MAX_FAULTS = 2;

/** Opens the datasets of a page without requesting them. */
export function openDatasets(
  feeds: Readonly<Record<string, Feed>>,
  { report, onChange, onHealth, today, timezone }: DatasetsOptions,
): LiveDatasets {
  const flush = oncePerFrame(() => followed.forEach(({ intake }) => intake.flush()));
  const entries = Object.entries(feeds).filter(([name]) => store.get(name));
  const followed = new Map<string, Followed>(
    entries.map(([name, feed]) => [name, open(name, feed)]),
  );

  function open(name: string, feed: Feed): Followed {
    const onDrop = (reason: string, count: number): void => report.drop(name, reason, count);
    const intake = openIntake(name, { feed, store, timezone, onArrival: flush, onDrop });
    store.subscribe(name, (view) => onChange(name, view));
    return {
      feed,
      intake,
      health: feed.kind === 'push' ? 'healthy' : 'waiting',
      heard: null,
      stop: null,
    };
  }

  function setHealth(name: string, health: FeedHealth): void {
    const one = followed.get(name);
    if (one && health === 'healthy') one.heard = Date.now();
    if (!one || one.health === health) return;
    one.health = health;
    onHealth();
  }

  function start(name: string, { feed, intake }: Followed): () => void {
    return followFeed(feed, {
      onText: (text, stamp) => intake.offer(text, stamp),
      onDrop: (reason) => report.drop(name, reason, 1),
      onHealthy: () => setHealth(name, 'healthy'),
      onFault(reason, faults) {
        report.fault(name, reason);
        if (faults >= MAX_FAULTS) setHealth(name, 'lost');
      },
    });
  }

  return {
    ask(isWanted) {
      for (const [name, one] of followed) {
        if (one.feed.kind !== 'push' && isWanted(name)) one.stop ??= start(name, one);
        else {
          one.stop?.();
          one.stop = null;
        }
      }
    },
    markOf(name, isFrozen) {
      const one = followed.get(name);
      if (!one) return null;
      const { health, feed, heard } = one;
      const now = Date.now();
      return markDataset({
        health,
        view: store.get(name),
        staleAfter: feed.staleAfter,
        isFrozen,
        silence: heard === null ? null : now - heard,
        today: today(),
        now,
      });
    },
    setHealth,
    recut({ isOwn } = { isOwn: false }) {
      for (const { feed, intake } of followed.values()) {
        if (!isOwn || feed.kind !== 'push') intake.recut();
      }
    },
    intakeOf: (name) => followed.get(name)?.intake,
  };
}
