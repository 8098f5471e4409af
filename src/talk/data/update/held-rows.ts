import type { Dataset, Row } from '../../model/dataset.ts';
import { printShort } from '../../text/value/value-text.ts';
import { compareDates, startOf } from '../date.ts';
import { isEqual } from '../equal.ts';
import { BOOKKEEPING, factOf, tellerOf, type FactRule } from '../known-rows.ts';
import { isSettled } from '../settlement.ts';
import { isTable, type Fresh } from './refresh-context.ts';

/** The facts of a dataset that are settled by hand, as a refresh of one source sees them. */
export interface HeldRows {
  /** Finds the settled row of a fresh row's fact. */
  find(fresh: Row): Row | undefined;
}

/** Collects the newest rows of facts that are settled by hand. */
export function collectHeld(dataset: Dataset | null, rule: FactRule, source: string): HeldRows {
  const newest = new Map<string, Row>();
  const rows = dataset?.editions.toSorted((a, b) => compareDates(a.asOf, b.asOf)).at(-1)?.rows;
  for (const row of rows ?? dataset?.rows ?? []) {
    const name = tellerOf(row.source ? row : { ...row, source }, rule);
    const other = name === null ? undefined : newest.get(name);
    const isNewer = !other || startOf(row.since ?? '0000') >= startOf(other.since ?? '0000');
    if (name !== null && isNewer) newest.set(name, row);
  }
  return {
    find(fresh) {
      const name = tellerOf({ ...fresh, source }, rule);
      const row = name === null ? undefined : newest.get(name);
      return row && isSettled(row) ? row : undefined;
    },
  };
}

/** Applies the settled rows to a new table of a source; a pinned row that the source lost is kept. */
export function holdRows(table: readonly Row[], known: readonly Row[], held: HeldRows): Row[] {
  const used = new Set<Row>();
  const rows = table.map((row) => {
    const settled = held.find(row);
    if (settled) used.add(settled);
    return settled ?? row;
  });
  const lost = known.filter((row) => row.pinned !== undefined && !used.has(row));
  return [...rows, ...lost];
}

/** Describes where a source states something else than the rows that are settled by hand. */
export function describeHeld(fresh: Fresh, held: HeldRows, key: string | null): string[] {
  const rows = isTable(fresh) ? fresh.table : fresh.rows;
  return rows.flatMap((row) => {
    const settled = held.find(row);
    if (!settled) return [];
    const name = nameFact(row, key);
    if (settled.retired) return [`${name} is retired, and the source still lists it`];
    return diffColumns(settled, row).map(
      (column) =>
        `${name}: ${column} is pinned at ${printShort(settled[column])}, and the source says ${printShort(row[column])}`,
    );
  });
}

/** Lists the columns of two rows of a fact with different values; an unknown value differs from none. */
export function diffColumns(row: Row, other: Row): string[] {
  return Object.keys(other).filter((column) => {
    const [one, two] = [row[column], other[column]];
    const isKnown = [one, two].every((cell) => cell !== undefined && cell !== null);
    return isKnown && !BOOKKEEPING.includes(column) && !isEqual(one, two);
  });
}

/** Names a fact by its date and key. */
export function nameFact(row: Row, key: string | null): string {
  const named = key === null ? undefined : row[key];
  const parts = [row.asOf, named].filter((part) => part !== undefined && part !== null);
  return parts.length > 0 ? parts.map(printShort).join(', ') : (factOf(row, key) ?? 'a row');
}
