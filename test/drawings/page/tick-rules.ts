import type { Drawing } from '../drawing.ts';
import { fault, type Fault } from '../fault.ts';
import { readNumber } from '../numbers.ts';
import type { Fit } from './fit.ts';
import { markOf, numberOf } from './positions.ts';

/** Which ticks belong to an axis: how their keys begin, and the coordinate of their lines. */
interface TickNames {
  prefix: string;
  coordinate: string;
  /** The unit of its labels; null for none. */
  unit: string | null;
}

/** Finds ticks of the axis of values that repeat, or do not say where they are. */
export function checkTicks({ unit }: Drawing, svg: SVGSVGElement, fit: Fit | undefined): Fault[] {
  return checkLabels(svg, fit, { prefix: 'tick ', coordinate: 'y1', unit });
}

/** Finds such ticks of the axis from left to right, where it has numbers. */
export function checkAcross(
  svg: SVGSVGElement,
  fit: Fit | undefined,
  unit: string | null = null,
): Fault[] {
  return checkLabels(svg, fit, { prefix: 'across ', coordinate: 'x1', unit });
}

function checkLabels(
  svg: SVGSVGElement,
  fit: Fit | undefined,
  { prefix, coordinate, unit }: TickNames,
): Fault[] {
  const isTick = (element: Element): boolean => markOf(element).key.startsWith(prefix);
  const texts = [...svg.querySelectorAll('text')].filter(isTick);
  const lines = new Map(
    [...svg.querySelectorAll('line')].filter(isTick).map((line) => [markOf(line).key, line]),
  );
  const labels = texts.map(({ textContent }) => textContent);
  const repeated = labels.filter((label, index) => labels.indexOf(label) < index);
  const wrong = texts.flatMap((text) => {
    const label = text.textContent;
    const read = readNumber(label, unit);
    if (!read) return [fault('tick', `"${label}" is no number`)];
    const line = lines.get(markOf(text).key);
    if (!line) return [fault('tick', `"${label}" has no line`)];
    if (!fit) return [];
    const position = numberOf(line, coordinate);
    const value = fit.toValue(position);
    const slack = read.half + fit.errorAt(position) + Math.abs(value) * 1e-9;
    if (Math.abs(read.value - value) <= slack) return [];
    return [fault('tick', `"${label}" is at ${value.toPrecision(6)}`)];
  });
  return [
    ...repeated.slice(0, 1).map((label) => fault('tick', `"${label}" is written more than once`)),
    ...wrong.slice(0, 1),
  ];
}

const DAY = 86_400_000;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DATE = /^(?:(?:(\d{1,2}) )?([A-Z][a-z]{2}) )?(\d{4})$/;
const MAX_OFF = 1;

/** Finds round dates below lines that repeat, or are not where they belong in proportion to time. */
export function checkDates(svg: SVGSVGElement): Fault[] {
  const isDate = (element: Element): boolean => markOf(element).key.startsWith('date ');
  const texts = [...svg.querySelectorAll('text')].filter(isDate);
  const lines = [...svg.querySelectorAll('line')].filter(isDate);
  const labels = texts.map(({ textContent }) => textContent);
  const repeated = labels.filter((label, index) => labels.indexOf(label) < index);
  if (repeated.length > 0) return [fault('tick', `"${repeated[0]}" is written more than once`)];
  const days = labels.map(readDay);
  const unread = days.indexOf(undefined);
  if (unread >= 0) return [fault('tick', `"${labels[unread]}" is no date`)];
  const places = lines.map((line) => numberOf(line, 'x1'));
  const [from = 0, to = 0] = [days[0], days.at(-1)];
  const [start = 0, end = 0] = [places[0], places.at(-1)];
  const off = days.findIndex((day = 0, index) => {
    const right = to === from ? start : start + ((day - from) / (to - from)) * (end - start);
    return Math.abs((places[index] ?? 0) - right) > MAX_OFF;
  });
  return off < 0 ? [] : [fault('tick', `"${labels[off]}" is not in proportion to time`)];
}

function readDay(label: string): number | undefined {
  const match = DATE.exec(label);
  if (!match) return undefined;
  const [, day = '1', month = 'Jan', year = ''] = match;
  return Date.UTC(Number(year), MONTHS.indexOf(month), Number(day)) / DAY;
}
