import { utcTickInterval } from 'd3-time';
import type { ChartPlace } from '../../../talk/blocks/chart/chart-place.ts';
import { memoize } from '../../../talk/text/memoize.ts';
import { TEXT, textWidth } from '../chart-text.ts';
import { keepInside, layText, type Plot } from '../plot.ts';
import type { Mark } from '../scene.ts';

/** A round date, in days since 1970, and the width of its label. */
interface RoundDate {
  label: string;
  day: number;
  width: number;
}

/** A round date of an axis. */
interface DateTick extends RoundDate {
  x: number;
}

/** How exactly a moment is given: by year, month, day, minute or second. */
type Precision = 0 | 1 | 2 | 3 | 4;

const DAY = 86_400_000;
const MAX_TICKS = 8;
const GAP = 18;
const STROKE = { from: 2, to: 8 };
/** Where an ISO date of each precision ends: 2025, 2025-04, 2025-04-30, and with minutes or seconds. */
const ENDS = [4, 7, 10, 16] as const;
/** What follows the clock of a time. */
const OFFSET = /(?:Z|[+-]\d\d:\d\d)$/;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * Writes round dates below a plot, as many as fit: years, quarters, months, weeks, days or hours, but none finer than
 * the dates of the data. Empty when fewer than two fit.
 */
export function layDates(
  places: readonly ChartPlace[],
  toX: (day: number) => number,
  { bounds, baseline, plot }: { bounds: readonly [number, number]; baseline: number; plot: Plot },
): Mark[] {
  const ticks = findTicks(places, toX, bounds);
  return ticks.flatMap(({ label, day, x, width }): Mark[] => {
    const key = `date ${day}`;
    const [y1, y2] = [plot.bottom + STROKE.from, plot.bottom + STROKE.to];
    const at: [number, number] = [keepInside(x, width, bounds), baseline];
    return [
      { kind: 'line', key, look: 'axis', x1: x, x2: x, y1, y2 },
      layText(key, 'soft', label, at, TEXT.small, 'middle'),
    ];
  });
}

function findTicks(
  places: readonly ChartPlace[],
  toX: (day: number) => number,
  bounds: readonly [number, number],
): DateTick[] {
  const ends = [places[0]?.day ?? 0, places.at(-1)?.day ?? 0].sort((a, b) => a - b);
  const finest = places.reduce((most, { key }) => Math.max(most, precisionOfKey(key)), 0);
  for (const dates of listChoices([...ends, finest].join(' '))) {
    const ticks = dates.map((date) => ({ ...date, x: toX(date.day) }));
    if (isFree(ticks, bounds)) return ticks;
  }
  return [];
}

/** Lists round dates of a period, the most dates first: its first and last day, and the finest precision. Live charts keep their period for long. */
const listChoices = memoize({ texts: 50, length: 80 }, (period): RoundDate[][] => {
  const [first = 0, last = 0, finest = 0] = period.split(' ').map(Number);
  const [start, stop] = [new Date(first * DAY), new Date(last * DAY)];
  const choices: RoundDate[][] = [];
  let tried = Infinity;
  for (let count = MAX_TICKS; count >= 1; count--) {
    const dates = utcTickInterval(start, stop, count)?.range(start, new Date(stop.getTime() + 1));
    // A smaller count often has the same interval.
    if (!dates || dates.length < 2 || dates.length === tried) continue;
    tried = dates.length;
    const precision = dates.reduce((most, date) => Math.max(most, precisionOf(date)), 0);
    if (precision > finest) continue;
    choices.push(
      dates.map((date, index) => {
        const label = printMoment(date, precision, dates[index - 1]);
        return { label, day: date.getTime() / DAY, width: textWidth(label, TEXT.small) };
      }),
    );
  }
  return choices;
});

function isFree(ticks: readonly DateTick[], bounds: readonly [number, number]): boolean {
  let edge = -Infinity;
  return ticks.every(({ x, width }) => {
    const center = keepInside(x, width, bounds);
    const isFirst = edge === -Infinity;
    const isApart = isFirst || center - width / 2 >= edge + GAP;
    edge = center + width / 2;
    return isApart;
  });
}

function precisionOfKey(key: string): Precision {
  const index = ENDS.findIndex((end) => key.replace(OFFSET, '').length <= end);
  return (index === -1 ? 4 : index) as Precision;
}

/** Returns the precision that a round date needs: a year for the first of January. */
function precisionOf(date: Date): Precision {
  if (date.getUTCSeconds() > 0) return 4;
  if (date.getUTCHours() > 0 || date.getUTCMinutes() > 0) return 3;
  if (date.getUTCDate() > 1) return 2;
  return date.getUTCMonth() > 0 ? 1 : 0;
}

/** Writes a round date; a time has its day where the date before is of another. */
function printMoment(date: Date, precision: number, before: Date | undefined): string {
  const year = date.toISOString().slice(0, 4);
  const month = MONTHS[date.getUTCMonth()] ?? '';
  if (precision === 0) return year;
  if (precision === 1) return `${month} ${year}`;
  const day = `${date.getUTCDate()} ${month}`;
  if (precision === 2) return `${day} ${year}`;
  const time = date.toISOString().slice(11, precision === 3 ? 16 : 19);
  const isSameDay = before?.toISOString().slice(0, 10) === date.toISOString().slice(0, 10);
  return isSameDay ? time : `${day} ${time}`;
}
