import { NEW_CLOCK, reviveClock, type Clock } from './clock.ts';

/** Changes and returns the clock of a talk, which windows of the same talk share. */
export type ChangeClock = (change?: (clock: Clock, now: number) => Clock) => Clock;

/** Opens the stored clock of a talk; without storage it lasts as long as the page. */
export function openClock(talk: string): ChangeClock {
  const key = `rostrum:clock:${talk}`;
  let own: Clock = NEW_CLOCK;
  return (change) => {
    const now = Date.now();
    const clock = readStored(key, now) ?? own;
    if (!change) return clock;
    own = change(clock, now);
    store(key, own);
    return own;
  };
}

function readStored(key: string, now: number): Clock | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : reviveClock(JSON.parse(text), now);
  } catch {
    return null;
  }
}

function store(key: string, clock: Clock): void {
  try {
    localStorage.setItem(key, JSON.stringify(clock));
  } catch {
    // Without storage the clock starts again after a reload.
  }
}
