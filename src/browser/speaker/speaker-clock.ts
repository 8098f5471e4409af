import { computeDelay, type TimePlan } from '../../talk/model/time-plan.ts';
import { NEW_CLOCK, printClock, readElapsed, type Clock } from '../stage/clock.ts';
import { describePace } from './pace.ts';
import type { SpeakerParts } from './speaker-parts.ts';

/** What the clock of a speaker's page shows. */
export interface ClockState {
  clock: Clock | null;
  plan: TimePlan | null;
  /** Planned seconds of the talk; null when unknown. */
  total: number | null;
  /** Id of the current slide. */
  slide: string;
  countsDown: boolean;
}

/** Shows the time of the talk, how far it is from its plan, and the time of day. */
export function showClock(parts: SpeakerParts, state: ClockState, now: number): void {
  const { plan, total, slide, countsDown } = state;
  const clock = state.clock ?? NEW_CLOCK;
  const elapsed = readElapsed(clock, now) / 1000;
  const [up, down] = [printClock(elapsed), total === null ? null : printLeft(total, elapsed)];
  const isDown = countsDown && down !== null;
  write(parts['main-time'], isDown ? down.time : up);
  write(
    parts['other-time'],
    isDown ? `${up} gone` : down === null ? '' : `${down.time} ${down.word}`,
  );
  parts.clock.toggleAttribute('data-over', total !== null && elapsed > total);
  parts.clock.toggleAttribute('data-paused', clock.pausedAt !== null);
  const hasStarted = clock.startedAt !== null;
  write(parts.pause, !hasStarted ? 'Start' : clock.pausedAt === null ? 'Pause' : 'Go on');
  const delay = hasStarted && plan ? computeDelay(plan, slide, elapsed) : null;
  const pace = delay === null ? null : describePace(delay);
  write(parts.pace, hasStarted ? (pace?.words ?? '') : 'Starts with the first move');
  parts.pace.dataset['state'] = pace?.state ?? '';
  write(parts.now, new Date(now).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }));
}

function printLeft(total: number, elapsed: number): { time: string; word: string } {
  const left = total - elapsed;
  // A second that has begun still counts.
  return left < 0
    ? { time: printClock(-left), word: 'over' }
    : { time: printClock(Math.ceil(left)), word: 'left' };
}

/** Writes a text only where it differs, so that nothing is drawn again. */
function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
