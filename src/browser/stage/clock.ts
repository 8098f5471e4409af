/** The clock of a talk; times are milliseconds since 1970. */
export interface Clock {
  /** Null before the first move. */
  startedAt: number | null;
  /** Null while it runs. */
  pausedAt: number | null;
  /** Milliseconds of all pauses that have ended. */
  paused: number;
  movedAt: number;
  /** Milliseconds on the clock when each slide was first shown, by id. */
  reached: Record<string, number>;
}

/** A clock that has not started. */
export const NEW_CLOCK: Clock = {
  startedAt: null,
  pausedAt: null,
  paused: 0,
  movedAt: 0,
  reached: {},
};

/** A stored clock without a move for this long belongs to an earlier talk. */
const MAX_REST_MS = 3 * 3_600_000;

/** Records a move to a slide; the first one starts the clock. */
export function moveClock(clock: Clock, slide: string, now: number): Clock {
  const started = clock.startedAt === null ? { ...NEW_CLOCK, startedAt: now } : clock;
  const reached = { [slide]: readElapsed(started, now), ...started.reached };
  return { ...started, movedAt: now, reached };
}

/** Pauses a clock, or lets it go on; one that has not started starts at the slide that is shown. */
export function pauseClock(clock: Clock, slide: string, now: number): Clock {
  if (clock.startedAt === null) return moveClock(clock, slide, now);
  if (clock.pausedAt === null) return { ...clock, pausedAt: now };
  return { ...clock, pausedAt: null, paused: clock.paused + now - clock.pausedAt };
}

/** Returns the milliseconds on a clock, without pauses. */
export function readElapsed({ startedAt, pausedAt, paused }: Clock, now: number): number {
  return startedAt === null ? 0 : Math.max(0, (pausedAt ?? now) - startedAt - paused);
}

/** Returns a stored clock, or a new one where it is none or belongs to an earlier talk. */
export function reviveClock(stored: unknown, now: number): Clock {
  const clock = parseClock(stored);
  return clock && !isOver(clock.movedAt, now) ? clock : NEW_CLOCK;
}

/** Reports whether a talk whose last move was at a time is over. */
export function isOver(movedAt: number, now: number): boolean {
  return now - movedAt >= MAX_REST_MS;
}

/** Checks the shape of a clock; null for anything else. */
export function parseClock(value: unknown): Clock | null {
  if (typeof value !== 'object' || value === null) return null;
  const { startedAt, pausedAt, paused, movedAt, reached } = value as Record<string, unknown>;
  if (!isTimeOrNull(startedAt) || !isTimeOrNull(pausedAt)) return null;
  if (!isTime(paused) || !isTime(movedAt)) return null;
  if (typeof reached !== 'object' || reached === null) return null;
  const times = Object.entries(reached).filter((entry): entry is [string, number] =>
    isTime(entry[1]),
  );
  return { startedAt, pausedAt, paused, movedAt, reached: Object.fromEntries(times) };
}

/** Formats seconds as clocks show them: "12:05", "1:02:05". */
export function printClock(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = String(whole % 60).padStart(2, '0');
  const sign = seconds <= -1 ? '\u2212' : '';
  if (hours === 0) return `${sign}${minutes}:${tail}`;
  return `${sign}${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
}

function isTimeOrNull(value: unknown): value is number | null {
  return value === null || isTime(value);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
