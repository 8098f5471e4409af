/** A second axis, from left to right. */
export interface Across {
  /** Name of its column, with its unit. */
  head: string;
  /** Name of the upright axis, with its unit; null where that axis has only a unit. */
  upright: string | null;
  /** The unit that each of its numbers carries, as in 2 MiB; null for none. */
  unit: string | null;
  min: number;
  max: number;
  /** One value for each place; null where there is no data. */
  values: (number | null)[];
}

/** Names an axis by its column and its unit, or by a unit that has the column's name in it. */
export function nameAxis(column: string, unit: string | null): string {
  if (unit === null) return column;
  return unit.toLowerCase().includes(column.toLowerCase()) ? unit : `${column}, ${unit}`;
}

/** The texts of a table; the first of a row is its name. */
export interface ChartTexts {
  heads: string[];
  rows: string[][];
}
