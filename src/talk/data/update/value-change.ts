import type { Cell, Dataset, Row } from '../../model/dataset.ts';
import type { ValueRule } from '../dataset/recipe.ts';
import { compareDates, printDate } from '../date.ts';
import { factOf } from '../known-rows.ts';

/** What the values of fresh rows are compared with. */
export interface ValueContext {
  /** The source's id. */
  id: string;
  last: Dataset | null;
  key: string | null;
  /** How far the values of columns may move. */
  changes: Readonly<Record<string, ValueRule>>;
}

/** Returns why a value of fresh rows cannot be right beside the newest known one of the same fact; null when all can. */
export function findImplausibleValue(rows: readonly Row[], context: ValueContext): string | null {
  const findKnown = openKnown(context);
  for (const row of rows) {
    const { before, all } = findKnown(row);
    if (!before) continue;
    const lowest = (path: string): number => Math.min(...all.map((row) => toNumber(row, path)));
    for (const [path, was, now] of pairNumbers(before, row)) {
      const [column = ''] = path.split('.');
      const rule = context.changes[path] ?? context.changes[column];
      const fault = findFault(path, [was, now], rule);
      if (fault === null || (rule === undefined && hasFallen(lowest(path), was, now))) continue;
      const when = before.asOf === undefined ? '' : ` on ${printDate(before.asOf)}`;
      return `${path} is ${now}, and was ${was}${when}${fault}`;
    }
  }
  return null;
}

/** Lists the numbers that two rows have at the same place and that differ, by path; lists have no places. */
function pairNumbers(
  was: Cell | Row | undefined,
  now: Cell | Row | undefined,
  path = '',
): [path: string, was: number, now: number][] {
  if (typeof was === 'number' && typeof now === 'number')
    return was === now ? [] : [[path, was, now]];
  if (!isObject(was) || !isObject(now)) return [];
  return Object.entries(now).flatMap(([name, cell]) =>
    pairNumbers(was[name], cell, path === '' ? name : `${path}.${name}`),
  );
}

function readCell(row: Row, path: string): Cell | Row | undefined {
  return path
    .split('.')
    .reduce<Cell | Row | undefined>((cell, name) => (isObject(cell) ? cell[name] : undefined), row);
}

function toNumber(row: Row, path: string): number {
  const cell = readCell(row, path);
  return typeof cell === 'number' ? cell : Infinity;
}

/** Reports whether a value has been so low before that it may be again: a small count at zero, or what is no count below it. */
function hasFallen(lowest: number, was: number, now: number): boolean {
  return now < 0 ? lowest < 0 : was < LEAST_COUNT && lowest <= 0;
}

function isObject(cell: unknown): cell is Readonly<Record<string, Cell | undefined>> {
  return typeof cell === 'object' && cell !== null && !Array.isArray(cell);
}

/** Returns the clause about a change that a rule forbids; null for a possible one. */
function findFault(
  column: string,
  [was, now]: [number, number],
  rule: ValueRule | undefined,
): string | null {
  if (rule?.counter && now < was) return `; ${column} never falls`;
  const jump = rule?.jump === undefined ? null : Number.parseFloat(rule.jump) / 100;
  if (jump !== null) {
    const isFar = Math.abs(now - was) > Math.abs(was) * jump;
    return isFar ? `; ${column} changes by ${rule?.jump} at most` : null;
  }
  if (rule !== undefined) return null;
  const isCount = Number.isInteger(was) && Number.isInteger(now);
  const least = now <= 0 ? LEAST_BEFORE_ZERO : LEAST_COUNT;
  return isCount && was >= least && now * FALL < was ? '' : null;
}

/** What is known of a fact. */
interface Known {
  /** The newest row that is not of a later day. */
  before: Row | undefined;
  all: readonly Row[];
}

/** Returns what finds the rows that a fresh row follows or replaces. */
function openKnown({ last, key, id }: ValueContext): (fresh: Row) => Known {
  const nameOf = (row: Row): string => (key === null ? '' : (factOf(row, key) ?? ''));
  const byName = new Map<string, Row[]>();
  for (const row of [...(last?.rows ?? []), ...newestTable(last)]) {
    const isOfSource = row.source === undefined || row.source === id;
    if (key === null && (!isOfSource || row.asOf === undefined)) continue;
    const others = byName.get(nameOf(row));
    if (others) others.push(row);
    else byName.set(nameOf(row), [row]);
  }
  for (const rows of byName.values()) rows.sort(compareRows);
  return (fresh) => {
    const all = byName.get(nameOf(fresh)) ?? [];
    return { before: findLastBefore(all, fresh), all };
  };
}

/** Finds the last of sorted rows that is not later than another; each half of them is looked at once. */
function findLastBefore(rows: readonly Row[], fresh: Row): Row | undefined {
  if (fresh.asOf === undefined) return rows.at(-1);
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row && compareRows(row, fresh) <= 0) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1];
}

function compareRows(a: Row, b: Row): number {
  return compareDates(a.asOf ?? '0000', b.asOf ?? '0000');
}

function newestTable(last: Dataset | null): readonly Row[] {
  const [newest] = [...(last?.editions ?? [])].sort((a, b) => compareDates(b.asOf, a.asOf));
  return newest?.rows ?? [];
}

/** Smaller counts can fall by themselves. */
const LEAST_COUNT = 100;
/** Smaller counts can vanish by themselves, and so can one that did before. */
const LEAST_BEFORE_ZERO = 10;
/** A count that falls to less than a tenth has probably not been counted. */
const FALL = 10;
