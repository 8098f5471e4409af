/** What a value of JSON must look like, as plain data: what a page can check without the recipe. */
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

/** Least and greatest of columns. */
export type Ranges = Readonly<Record<string, readonly [least: number, greatest: number]>>;

/** That a dataset may change while a talk is shown, and how what arrives is checked. */
export interface Live {
  /** Milliseconds between two looks. */
  interval: number;
  /** An address of its own that answers with JSON; defaults to the dataset's file beside the page. */
  url?: string;
  /** An address that sends events. */
  stream?: string;
  /** Days after which its newest row is older than it should be; absent where nobody said. */
  staleAfter?: number;
  /** Milliseconds between two questions to its source; absent where it has none that its recipe could ask. */
  askEvery?: number;
  /** What a row must look like. */
  row: Shape;
  ranges: Ranges;
}
