/** A second axis, from left to right. */
export interface Across {
  /** Name of its column. */
  head: string;
  min: number;
  max: number;
  /** One value for each place; null where there is no data. */
  values: (number | null)[];
}

/** The texts of a table; the first of a row is its name. */
export interface ChartTexts {
  heads: string[];
  rows: string[][];
}
