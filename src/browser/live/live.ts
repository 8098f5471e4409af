import type { RevealApi } from 'reveal.js';
import type { IsoDate } from '../../talk/model/dataset.ts';
import type { PageLive } from '../../talk/model/live-shape.ts';
import type { PageData } from '../../talk/model/wire.ts';
import { store } from '../page/data.ts';
import { KEPT_EVENT } from '../elements/element-failure.ts';
import { followBlocks } from './blocks/live-blocks.ts';
import type { LiveParts } from './live-parts.ts';
import { openDatasets } from './live-datasets.ts';
import { todayIn } from '../../talk/text/timezone.ts';
import { currentDay, isPast } from './live-day.ts';
import { oncePerFrame } from './frames.ts';
import { readFrozen, saveFrozen } from './freeze.ts';
import { followReport } from './loss-notes.ts';
import { createReport } from './loss-report.ts';
import { writeSources } from './source-line.ts';
import { writeMarks, type BlockMark } from './live-state.ts';
import { writeValueMarks } from './value-marks.ts';
import { openWindows } from './talk-windows.ts';

/** Options of live data; without a deck the page is a document. */
export interface LiveOptions {
  page: PageData & { live: PageLive };
  deck: RevealApi | null;
  /** Whether another window of the talk requests the sources. */
  isReceiver: boolean;
}

const VALUE_TAG = 'rostrum-value';
const DAY_LOOK = 60_000;
/** After this time, or with the first move, a deck requests what other slides show as well. */
const OPENING = 4000;

/** Updates a page's datasets, each independently from its own source. */
export function startLive({ page, deck, isReceiver }: LiveOptions): LiveControl {
  let live = page.live;
  let isFrozen = readFrozen();
  const today = (): IsoDate => todayIn(live.timezone);
  const isOver = (): boolean => isPast(live.until, today());
  const report = createReport(() => writeReport());
  const writeReport = followReport(deck, () => live, report);
  const blocks = followBlocks(() => live, report);
  const onDrop = (name: string, reason: string): void => report.drop(name, reason, 1);
  let parts: LiveParts | null = null;
  const datasets = openDatasets(isOver() ? {} : live.feeds, {
    report,
    onChange: (name) => {
      show(name);
      mark();
      tell(name);
    },
    onHealth: () => mark(),
    today,
    timezone: live.timezone,
  });
  const markOf = (name: string): BlockMark | null => datasets.markOf(name, isFrozen);
  const mark = oncePerFrame(() => {
    writeMarks(document, live.blocks, markOf);
    writeValueMarks(live, markOf);
  });
  const send = openWindows(page.talk, isReceiver, {
    onMessage: ({ name, dataset }) => datasets.intakeOf(name)?.adopt(dataset),
    onHello: () => Object.keys(live.feeds).forEach(tell),
  });

  function show(name: string): void {
    parts?.refresh(name);
    writeSources(live, name, store);
    blocks.invalidate(name);
    void blocks.update();
  }

  /** Only few talks show parts of datasets. */
  async function openParts(): Promise<void> {
    if (parts || !store.names().some((name) => store.get(name)?.part)) return;
    const { followParts } = await import('./live-parts.ts');
    parts ??= followParts({ store, today, timezone: live.timezone, onDrop });
    // Rows may have come meanwhile.
    Object.keys(live.feeds).forEach(show);
    if (!isOver()) parts.slide();
  }

  function tell(name: string): void {
    const intake = datasets.intakeOf(name);
    if (intake) send({ name, dataset: intake.dataset });
  }

  const isAsking = (): boolean => !isReceiver && !isFrozen && !isOver();
  const ask = (): void => datasets.ask(isAsking);

  function turnDay(): void {
    if (isOver()) ask();
    mark();
    if (isFrozen) return;
    const day = currentDay(page.asOf, live.until, today());
    if (day !== store.asOf) {
      store.asOf = day;
      datasets.recut();
    }
    if (!isOver()) parts?.slide();
  }

  document.addEventListener(KEPT_EVENT, ({ target, detail }: CustomEventInit & Event) => {
    const id = target instanceof HTMLElement ? (target.dataset['block'] ?? '') : '';
    onDrop(live.blocks[id]?.datasets[0] ?? id, String(detail));
  });
  for (const event of ['slidechanged', 'overviewshown']) {
    deck?.on(event, () => {
      ask();
      void blocks.update();
    });
  }
  setTimeout(ask, OPENING);
  setInterval(turnDay, DAY_LOOK);
  void defineValues();
  void openParts();
  turnDay();
  // A room of visitors opens the page at the same time, and few of a talk's datasets are on its first slide.
  const first = live.uses[deck?.getCurrentSlide()?.id ?? ''];
  datasets.ask((name) => isAsking() && (first?.some(({ dataset }) => dataset === name) ?? !deck));

  return {
    get isFrozen() {
      return isFrozen;
    },
    toggleFreeze() {
      isFrozen = !isFrozen;
      saveFrozen(isFrozen);
      ask();
      mark();
    },
    resume(next) {
      if (next) live = next;
      void defineValues();
      void openParts();
      datasets.recut({ isOwn: true });
      mark();
    },
    setHealth(name, failure) {
      if (failure !== null) report.fault(name, failure);
      datasets.setHealth(name, failure === null ? 'healthy' : 'lost');
    },
  };
}

/** Inline values follow their data only on a live page. */
async function defineValues(): Promise<void> {
  if (customElements.get(VALUE_TAG) || !document.querySelector(VALUE_TAG)) return;
  const { ValueElement } = await import('../elements/rostrum-value.ts');
  if (!customElements.get(VALUE_TAG)) customElements.define(VALUE_TAG, ValueElement);
}

/** A page's live data, for the keyboard, the dev server and edits. */
export interface LiveControl {
  /** Stops all requests and stays at the last good values, or goes on. */
  toggleFreeze(): void;
  readonly isFrozen: boolean;
  /** Brings what an edit wrote again in line with the data. */
  resume(page: PageLive | undefined): void;
  /** Records the dev server's message about a source; null for success. */
  setHealth(dataset: string, failure: string | null): void;
}
