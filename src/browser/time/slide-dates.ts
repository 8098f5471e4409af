import type { RevealApi } from 'reveal.js';
import type { IsoDate } from '../../talk/model/dataset.ts';
import { isScrollView } from '../deck/deck-view.ts';
import { readShownDay, showDay, type ShowOptions } from './show-day.ts';
import type { SlideClock } from './slide-state.ts';

const DATED = '.slide[data-days]';
const MARK = ':scope > .day-marks > .step-mark';
const STEPS = ['fragmentshown', 'fragmenthidden'];
const VIEWS = ['slidechanged', 'overviewshown', 'overviewhidden', 'sync'];

/** Lets the slides with dates of a deck show the day of their step; the returned function takes another clock. */
export function followDates(deck: RevealApi, first: SlideClock): (clock: SlideClock) => void {
  let clock = first;
  const sync = (isMoving: boolean): void => {
    const isComplete = deck.isOverview() || isScrollView(deck);
    for (const section of findDated()) syncDay(section, { clock, isComplete, isMoving });
  };
  for (const event of STEPS) deck.on(event, () => sync(true));
  for (const event of VIEWS) deck.on(event, () => sync(false));
  sync(false);
  return (next) => {
    clock = next;
    sync(false);
  };
}

/** Shows the days of the copies that print has for steps. */
export function showPrintedDates(clock: SlideClock): void {
  for (const section of findDated()) {
    if (section.dataset['printStep'] !== undefined) syncDay(section, { clock, isMoving: false });
  }
}

/** Shows the day of a slide's step; its own when it has no dates, or when `isComplete` says so. */
export function syncDay(
  section: HTMLElement,
  { isComplete = false, ...options }: ShowOptions & { isComplete?: boolean },
): void {
  const day = isComplete ? null : readDay(section);
  if (readShownDay(section) !== day) showDay(section, day, options);
}

function readDay(section: HTMLElement): IsoDate | null {
  const marks = [...section.querySelectorAll(MARK)];
  const shown = marks.filter(({ classList }) => classList.contains('visible')).length;
  return shown < marks.length ? (section.dataset['days']?.split(' ')[shown] ?? null) : null;
}

function findDated(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(DATED)];
}
