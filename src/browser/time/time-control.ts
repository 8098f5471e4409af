import type { RevealApi } from 'reveal.js';
import { filterKeys } from '../deck/keys.ts';
import { CHANGED_EVENT } from '../page/page.ts';
import { syncDay } from './slide-dates.ts';
import { showDay } from './show-day.ts';
import { findMoments } from './slide-moments.ts';
import type { SlideClock } from './slide-state.ts';
import { openBar } from './time-bar.ts';
import { addTimeStyle } from './time-style.ts';

/** Event of a deck whose audience sees another day. */
export const TIME_EVENT = 'timechanged';

/** Longer than the motion from one day to the next. */
const PLAY_MS = 900;
const ENDS = ['slidechanged', 'fragmentshown', 'fragmenthidden', 'overviewshown', CHANGED_EVENT];

/** The keys of remotes. */
const PAGES = new Set(['pagedown', 'pageup']);

const open = new WeakMap<RevealApi, () => void>();

/** Opens the control of the current slide's day, or closes it and returns to the talk's. */
export function toggleControl(deck: RevealApi, clock: SlideClock): void {
  const close = open.get(deck);
  if (close) return close();
  const section = deck.getCurrentSlide() as HTMLElement | undefined;
  if (section && !deck.isOverview()) open.set(deck, openControl(deck, section, clock));
}

/** Opens the control on a slide; the returned function closes it. */
function openControl(deck: RevealApi, section: HTMLElement, clock: SlideClock): () => void {
  addTimeStyle(document);
  const moments = findMoments(section, clock);
  const last = moments.days.length - 1;
  let index = last;
  let timer = 0;
  const bar = openBar(section, moments, { goTo: (at) => goTo(at), play: () => play() });
  const show = (): void => bar.show({ index, isPlaying: timer !== 0 });
  const pause = (): void => {
    clearTimeout(timer);
    timer = 0;
  };
  const move = (at: number): void => {
    index = Math.max(0, Math.min(last, at));
    const day = index === last ? null : (moments.days[index] ?? null);
    showDay(section, day, { clock });
    if (day === null) delete section.dataset['time'];
    else section.dataset['time'] = day;
    deck.dispatchEvent({ type: TIME_EVENT });
  };
  const goTo = (at: number): void => {
    pause();
    move(at);
    show();
  };
  const next = (): void => {
    if (!isFrozen()) move(index + 1);
    timer = index < last ? window.setTimeout(next, PLAY_MS) : 0;
    show();
  };
  /** Plays on from the day that is shown, and from the first one at the end. */
  const play = (): void => {
    if (timer !== 0) {
      pause();
      return show();
    }
    if (index === last) move(0);
    timer = window.setTimeout(next, PLAY_MS);
    show();
  };
  const close = (): void => {
    pause();
    for (const event of ENDS) deck.off(event, close);
    unfilter();
    bar.remove();
    open.delete(deck);
    delete section.dataset['time'];
    showDay(section, null, { clock });
    syncDay(section, { clock });
    deck.dispatchEvent({ type: TIME_EVENT });
  };
  const actions: Record<string, () => void> = {
    '\u2192': () => goTo(index + 1),
    '\u2190': () => goTo(index - 1),
    Home: () => goTo(0),
    End: () => goTo(last),
  };
  const unfilter = filterKeys(({ keys: [key = ''] }, _, { name, isRepeated }) => {
    if (deck.isPaused() || isFrozen()) return false;
    // A remote leads on to the next step, and so does "next" at the end of the days.
    const isAtEnd = key === '\u2192' && name !== ' ' && index === last;
    if (isAtEnd && isRepeated) return true;
    if (isAtEnd || PAGES.has(name)) {
      close();
      return false;
    }
    const action = name === ' ' ? play : name === 'escape' ? close : actions[key];
    action?.();
    return action !== undefined;
  });
  for (const event of ENDS) deck.on(event, close);
  // The day of the talk, also on a slide that shows earlier ones by steps.
  move(last);
  show();
  return close;
}

/** Reports whether the speaker has frozen the room's screen. */
function isFrozen(): boolean {
  return document.querySelector('.freeze-shield') !== null;
}
