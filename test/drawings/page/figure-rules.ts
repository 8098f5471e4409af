import type { Row } from '../../../src/talk/model/dataset.ts';
import type { Drawing } from '../drawing.ts';
import { fault, type Fault } from '../fault.ts';
import { judgeNumber, readNumber } from '../numbers.ts';

const PAST = /^from (.+?)(?:,? (?:a|\d+) (?:years?|months?) earlier| in (.+)| before)$/;
const PERCENT = /^(up|down) (~?.+%)$/;
const POINTS = /^(up|down) (~?.+) points?$/;
const FOLD = /^up (~?.+)-fold$/;
const MONTHS =
  'January February March April May June July August September October November December';
/** What is derived from an inexact value is rounded to one or two digits. */
const INEXACT = 0.1;
/** A factor has three digits. */
const FACTOR = 0.005;

/** Finds a figure that does not write its newest value, the earlier one or the change between them. */
export function checkFigure({ rows, unit, spec }: Drawing, block: HTMLElement): Fault[] {
  const newest = rows.at(-1)?.['value'];
  const text = textOf(block, '.figure-value > span');
  if (typeof newest !== 'number') return [fault('rows', `A figure without a value says "${text}"`)];
  const isOfPoints = unit === '%' || spec['format'] === 'percent';
  const wrong = judgeNumber(text, newest, unit);
  return [
    ...(wrong === undefined ? [] : [fault('number', wrong)]),
    ...(spec['ago'] === undefined ? [] : checkPast(rows, newest, { block, unit, isOfPoints })),
  ];
}

interface Written {
  block: HTMLElement;
  unit: string | null;
  /** Whether it shows percentages, whose changes are in points. */
  isOfPoints: boolean;
}

function checkPast(rows: readonly Row[], newest: number, written: Written): Fault[] {
  const { block, unit, isOfPoints } = written;
  const past = textOf(block, '.figure-past');
  const [change, period] = [textOf(block, '.figure-change'), textOf(block, '.figure-period')];
  const own = past.slice(0, past.length - [change, period].join(' ').trim().length).trim();
  const [, number = '', month] = PAST.exec(own) ?? [];
  const then = rows.filter(({ asOf = '', value }) =>
    month === undefined
      ? typeof value === 'number' && isYearBefore(asOf, String(rows.at(-1)?.asOf))
      : typeof value === 'number' && printMonth(asOf) === month,
  );
  const fitting = then.filter(
    (row) => judgeNumber(number, Number(row['value']), unit) === undefined,
  );
  if (fitting.length === 0) return [fault('number', `"${past}" is no earlier value`)];
  const first = block.querySelector<HTMLTableElement>('table.chart-data')?.tBodies[0]?.rows[0];
  const start = period === '' ? first?.querySelector('td')?.textContent.trim() : undefined;
  // A short number can be that of several days of a month.
  const faults = fitting.map((row): Fault[] => {
    const value = Number(row['value']);
    const isRight = isChange(change, [value, newest], isOfPoints);
    const isStart = start === undefined || judgeNumber(start, value, unit) === undefined;
    return [
      ...(isRight ? [] : [fault('number', `From ${value} to ${newest} is written "${change}"`)]),
      ...(isStart
        ? []
        : [fault('rows', `The series begins with ${start}, and the comparison with ${value}`)]),
    ];
  });
  return faults.find((own) => own.length === 0) ?? faults[0] ?? [];
}

/** Reports whether a change is written as it is: its direction, and its size within the last digit. */
function isChange(
  text: string,
  [then, now]: readonly [number, number],
  isOfPoints: boolean,
): boolean {
  if (text === 'unchanged') return then === now;
  const isUp = now > then;
  if (!text.startsWith(isUp ? 'up ' : 'down ')) return false;
  if (isOfPoints) return isNear(POINTS.exec(text)?.[2] ?? '', Math.abs(now - then));
  if (text.endsWith(' from 0')) return then === 0;
  if (then < 0 || now < 0) return isNear(text.replace(/^(?:up|down) /, ''), Math.abs(now - then));
  if (text === 'up many times') return !Number.isFinite(now / then);
  const [, fold] = FOLD.exec(text) ?? [];
  if (fold !== undefined) return isNear(fold, now / then, FACTOR);
  const [, , percent = ''] = PERCENT.exec(text) ?? [];
  return isNear(percent, (Math.abs(now - then) / Math.abs(then)) * 100);
}

function isNear(label: string, value: number, share = 0): boolean {
  const read = readNumber(label);
  if (!read) return false;
  const slack = Math.abs(value) * (label.startsWith('~') ? INEXACT : share);
  return Math.abs(read.value - value) <= Math.max(slack, read.half * (1 + 1e-9));
}

function isYearBefore(date: string, newest: string): boolean {
  const year = `${Number(newest.slice(0, 4)) - 1}`.padStart(4, '0');
  // Ends of February are a year apart.
  const isEnd = (day: string): boolean => day.endsWith('-02-29') || day.endsWith('-02-28');
  if (isEnd(newest) && isEnd(date) && date.startsWith(year)) return true;
  return date === `${year}${newest.slice(4)}`;
}

function printMonth(date: string): string {
  const [year, month] = date.split('-');
  return month === undefined ? `${year}` : `${MONTHS.split(' ')[Number(month) - 1]} ${year}`;
}

function textOf(block: HTMLElement, selector: string): string {
  return (
    block
      .querySelector(selector)
      ?.textContent.trim()
      .replaceAll(/[\n ]+/g, ' ') ?? ''
  );
}
