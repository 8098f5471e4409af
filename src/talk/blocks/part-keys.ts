import { EVERY, QUANTILES, TAKES } from '../data/periods/period-words.ts';
import * as v from 'valibot';
import type { BlockPath, ColumnUse } from '../model/block.ts';

/** Schema of the keys by which a block shows its rows by period, or the newest ones. */
export const PART_KEYS = {
  every: v.optional(v.picklist(EVERY)),
  take: v.optional(v.union([v.picklist([...TAKES, QUANTILES]), v.record(v.string(), v.string())])),
  last: v.optional(v.string()),
};

/** Lists the uses of columns at a path of a body; none where nothing is written there. */
export function useColumns(
  columns: string | readonly string[] | undefined,
  role: ColumnUse['role'],
  path: BlockPath,
): ColumnUse[] {
  if (columns === undefined) return [];
  if (typeof columns === 'string') return [{ column: columns, role, path }];
  return columns.map((column, index) => ({ column, role, path: [...path, index] }));
}
