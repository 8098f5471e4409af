/** The shape of a JSON value as plain data, so that a page can check it without the recipe. */
export type Shape =
  | { is: 'any' | 'text' | 'number' | 'truth' | 'null'; rules?: Rule[] }
  | { is: 'one'; of: (string | number | boolean)[] }
  | { is: 'list'; of: Shape; rules?: Rule[] }
  | { is: 'map'; of: Shape }
  | { is: 'either'; of: Shape[] }
  | { is: 'object'; keys: Record<string, Shape>; optional: string[]; isClosed?: boolean };

/** A bound on a value: `size` is the length of a text or list. */
export type Rule =
  | { rule: 'match'; source: string; flags: string }
  | { rule: 'least' | 'most' | 'leastSize' | 'mostSize'; than: number }
  | { rule: 'whole' | 'address' };

/** Minimum and maximum of columns. */
export type Ranges = Readonly<Record<string, readonly [least: number, greatest: number]>>;

/** Settings of a live dataset, and the checks for its new rows. */
export interface Live {
  /** Milliseconds between two polls. */
  interval: number;
  /** An own address that returns JSON; defaults to the dataset's file beside the page. */
  url?: string;
  /** An address that sends events. */
  stream?: string;
  /** Milliseconds after which its newest row counts as stale; absent for no limit. */
  staleAfter?: number;
  /** Milliseconds between two requests to its source; absent when its recipe has no source to request. */
  askEvery?: number;
  /** Shape of a row. */
  row: Shape;
  ranges: Ranges;
}
