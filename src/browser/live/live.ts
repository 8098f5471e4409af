import type { RevealApi } from 'reveal.js';
import type { Feed, PageLive } from '../../talk/model/live.ts';
import type { PageData } from '../../talk/model/wire.ts';
import { store } from '../data.ts';
import type { LiveControl } from '../live-control.ts';
import { followBlocks } from './blocks.ts';
import { currentDay, isPast, today } from './day.ts';
import { followFeed } from './feed.ts';
import { oncePerFrame } from './frames.ts';
import { readFrozen, rememberFrozen } from './freeze.ts';
import { openIntake, type Intake } from './intake.ts';
import { followReport } from './notes.ts';
import { createReport } from './report.ts';
import { writeSources } from './source-line.ts';
import { markDataset, writeMarks, type BlockMark, type FeedHealth } from './state.ts';
import { openWindows } from './windows.ts';

/** What live data work on; without a deck the page is read as a document. */
export interface LiveOptions {
  page: PageData & { live: PageLive };
  deck: RevealApi | null;
  /** Whether another window of the talk asks the sources. */
  isReceiver: boolean;
}

interface Followed {
  feed: Feed;
  intake: Intake;
  health: FeedHealth;
  stop: (() => void) | null;
}

const VALUE_TAG = 'rostrum-value';
const DAY_LOOK = 60_000;
/** One failure may be a mishap; a second in a row means that the source is gone. */
const LOST_AFTER = 2;

/** Values in text follow their data only on a page that is live. */
async function defineValues(): Promise<void> {
  if (customElements.get(VALUE_TAG) || !document.querySelector(VALUE_TAG)) return;
  const { ValueElement } = await import('../elements/value.ts');
  customElements.define(VALUE_TAG, ValueElement);
}

/** Keeps a page's datasets up to date, each from its own source, none touching another. */
export function startLive({ page, deck, isReceiver }: LiveOptions): LiveControl {
  let live = page.live;
  let isFrozen = readFrozen();
  const followed = new Map<string, Followed>();
  const report = createReport();
  const writeReport = followReport(deck, () => live, report);
  const blocks = followBlocks(
    () => live,
    store,
    (problem) => drop('slides', problem, 1),
  );
  const flush = oncePerFrame(() => followed.forEach(({ intake }) => intake.flush()));
  const mark = oncePerFrame(() => writeMarks(document, live.blocks, markOf));
  const windows = openWindows(page.talk, isReceiver, {
    onMessage: ({ name, dataset }) => followed.get(name)?.intake.adopt(dataset),
    onHello: () => followed.forEach(({ intake }, name) => tell(name, intake)),
  });

  function tell(name: string, { dataset }: Intake): void {
    windows.tell({ name, dataset });
  }

  function drop(name: string, reason: string, count: number): void {
    report.drop(name, reason, count);
    writeReport();
  }

  function markOf(name: string): BlockMark | null {
    const one = followed.get(name);
    if (!one) return null;
    const { health, feed } = one;
    const { staleAfter } = feed;
    return markDataset({ health, view: store.get(name), staleAfter, isFrozen, today: today() });
  }

  function setHealth(name: string, health: FeedHealth): void {
    const one = followed.get(name);
    if (!one || one.health === health) return;
    one.health = health;
    mark();
  }

  function follow(name: string, feed: Feed): void {
    const onDrop = (reason: string, count = 1): void => drop(name, reason, count);
    const intake = openIntake(name, { feed, store, onArrival: flush, onDrop });
    const health = feed.kind === 'push' ? 'healthy' : 'waiting';
    followed.set(name, { feed, intake, health, stop: null });
    store.subscribe(name, () => {
      writeSources(live, name, store);
      blocks.invalidate(name);
      void blocks.update();
      mark();
      tell(name, intake);
    });
    ask(name);
  }

  function ask(name: string): void {
    const one = followed.get(name);
    if (!one || one.stop || isReceiver || isFrozen || one.feed.kind === 'push') return;
    one.stop = followFeed(one.feed, {
      onText: (text, stamp) => one.intake.offer(text, stamp),
      onDrop: (reason) => drop(name, reason, 1),
      onHealthy: () => setHealth(name, 'healthy'),
      onFault(reason, faults) {
        report.fault(name, reason);
        writeReport();
        if (faults >= LOST_AFTER) setHealth(name, 'lost');
      },
    });
  }

  function stop(one: Followed): void {
    one.stop?.();
    one.stop = null;
  }

  function turnDay(): void {
    const now = today();
    const day = currentDay(page.asOf, live.until, now);
    if (isPast(live.until, now)) followed.forEach(stop);
    if (day === store.asOf || isFrozen) return;
    store.asOf = day;
    for (const { intake } of followed.values()) intake.recut();
  }

  void defineValues();
  store.asOf = isFrozen ? page.asOf : currentDay(page.asOf, live.until, today());
  if (!isPast(live.until, today())) {
    for (const [name, feed] of Object.entries(live.feeds)) if (store.get(name)) follow(name, feed);
  }
  window.setInterval(turnDay, DAY_LOOK);
  deck?.on('slidechanged', () => void blocks.update());
  deck?.on('overviewshown', () => void blocks.update());
  mark();

  return {
    get isFrozen() {
      return isFrozen;
    },
    toggleFreeze() {
      isFrozen = !isFrozen;
      rememberFrozen(isFrozen);
      for (const [name, one] of followed) {
        if (isFrozen) stop(one);
        else ask(name);
      }
      mark();
    },
    resume(next) {
      if (next) live = next;
      void defineValues();
      for (const name of followed.keys()) blocks.invalidate(name);
      for (const { feed, intake } of followed.values()) if (feed.kind !== 'push') intake.recut();
      mark();
    },
    setHealth(name, failure) {
      if (failure !== null) report.fault(name, failure);
      setHealth(name, failure === null ? 'healthy' : 'lost');
    },
  };
}
