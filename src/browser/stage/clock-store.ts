import { NEW_CLOCK, reviveClock, type Clock } from './clock.ts';

/** Changes and returns the clock of a talk, which windows of the same talk share. */
export type ChangeClock = (change?: (clock: Clock, now: number) => Clock) => Clock;

/** What a page shows, by which it is known whether a stored clock is of the same talk. */
export interface ClockedTalk {
  title: string;
  /** Ids of the slides. */
  slides: readonly string[];
}

/**
 * Opens the stored clock of a talk, by the path of its page; without storage it lasts as long as the page. It goes on in a new
 * build of the talk, but not in another talk at the same address.
 */
export function openClock(path: string, talk: ClockedTalk): ChangeClock {
  const key = `rostrum:clock:${path}`;
  let own: Clock = NEW_CLOCK;
  if (!isSameTalk(read(key), talk)) store(key, { ...own, title: talk.title });
  return (change) => {
    const now = Date.now();
    const stored = read(key);
    const clock = stored === null ? own : reviveClock(stored, now);
    if (!change) return clock;
    own = change(clock, now);
    store(key, { ...own, title: talk.title });
    return own;
  };
}

/** Reports whether a stored clock is of a talk: it has the same title, or most slides that were shown are still there. */
export function isSameTalk(stored: unknown, { title, slides }: ClockedTalk): boolean {
  if (typeof stored !== 'object' || stored === null) return true;
  const { title: before, reached } = stored as Record<string, unknown>;
  if (before === undefined || before === title) return true;
  const shown = Object.keys(typeof reached === 'object' && reached !== null ? reached : {});
  const found = shown.filter((id) => slides.includes(id));
  return shown.length > 0 && found.length * 2 > shown.length;
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function store(key: string, clock: Clock & { title: string }): void {
  try {
    localStorage.setItem(key, JSON.stringify(clock));
  } catch {
    // Without storage the clock starts again after a reload.
  }
}
