import type { RevealApi } from 'reveal.js';
import type { PageTime } from '../../talk/model/time/time-shape.ts';
import { toDataset } from '../../talk/data/to-dataset.ts';
import { store } from '../page/data.ts';
import { CHANGED_EVENT } from '../page/page.ts';
import { followDates, showPrintedDates } from './slide-dates.ts';
import { openClock, type SlideClock } from './slide-state.ts';
import { addTimeKey } from './time-key.ts';

const DATED = '[data-days]';

/** Lets the slides of a deck show earlier days: those with dates by steps, and all by the control. */
export async function startTime(
  deck: RevealApi,
  time: PageTime,
  { isReceiver }: { isReceiver: boolean },
): Promise<void> {
  let use: ((clock: SlideClock) => void) | null = null;
  const follow = async (): Promise<void> => {
    keepHistories(time);
    if (!document.querySelector(DATED)) return;
    const clock = await openClock(time);
    if (use) use(clock);
    else use = followDates(deck, clock);
  };
  await follow();
  deck.on(CHANGED_EVENT, () => void follow());
  if (!time.hasControl || isReceiver) return;
  const run = async (): Promise<void> => {
    const { toggleControl } = await import('./time-control.ts');
    toggleControl(deck, await openClock(time));
  };
  addTimeKey(() => void run());
}

/** Shows the days of pages that are printed one a step. */
export async function printTime(time: PageTime): Promise<void> {
  if (!document.querySelector(DATED)) return;
  keepHistories(time);
  showPrintedDates(await openClock(time));
}

function keepHistories({ histories }: PageTime): void {
  for (const [name, history] of Object.entries(histories)) {
    const view = store.get(name);
    if (view) store.set(view, { ...toDataset(view), ...history });
  }
}
