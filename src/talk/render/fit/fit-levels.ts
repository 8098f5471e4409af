/** Size of a slide's content. `fit.css` has the same numbers. */
export interface Level {
  /** Value of the section's `data-fit`; empty for the default size. */
  name: string;
  /** Size of running text in slide pixels. */
  size: number;
  leading: number;
  /** Space between list items, and between paragraphs, lists and blocks. */
  listGap: number;
  gap: number;
  table: { size: number; padding: number; leading: number };
  code: { size: number; padding: number; leading: number };
  head: Head;
}

/** Room for a slide's head and foot. */
export interface Head {
  top: number;
  title: number;
  margin: number;
  foot: number;
}

/** The base size of running text, `--text-lg`. */
export const BASE = 28;
/** Minimum text size. */
export const MIN_SIZE = 18;

const FULL: Head = { top: 60, title: 46, margin: 32, foot: 16 };
const CLOSE: Head = { top: 36, title: 34, margin: 18, foot: 16 };
const CLOSEST: Head = { top: 20, title: 30, margin: 10, foot: 4 };

type Row = [string, number, number, number, number, TableRow, TableRow, Head];
type TableRow = [size: number, padding: number, leading: number];

const LARGE: [TableRow, TableRow, Head] = [[24, 12, 1.3], [23, 20, 1.5], FULL];
const ROWS: Row[] = [
  ['136', 38, 1.3, 32, 24, ...LARGE],
  ['121', 34, 1.36, 26, 24, ...LARGE],
  ['114', 32, 1.42, 26, 24, ...LARGE],
  ['107', 30, 1.42, 20, 24, ...LARGE],
  ['', 28, 1.42, 18, 24, ...LARGE],
  ['96', 27, 1.42, 14, 24, [23, 9, 1.3], [21, 20, 1.5], FULL],
  ['93', 26, 1.4, 12, 20, [22, 7, 1.3], [21, 16, 1.42], FULL],
  ['89', 25, 1.38, 10, 18, [21, 6, 1.3], [20, 16, 1.4], FULL],
  ['86', 24, 1.38, 10, 16, [20, 6, 1.3], [19, 14, 1.36], FULL],
  ['79', 22, 1.36, 8, 14, [19, 5, 1.3], [19, 14, 1.3], FULL],
  ['75', 21, 1.36, 8, 14, [19, 4, 1.3], [18, 14, 1.36], FULL],
  ['68', 19, 1.34, 7, 12, [18, 4, 1.3], [18, 12, 1.29], FULL],
  ['64', 18, 1.32, 6, 10, [18, 3, 1.28], [18, 12, 1.25], FULL],
  ['tight', 18, 1.25, 4, 8, [18, 3, 1.25], [18, 12, 1.22], CLOSE],
  ['packed', 18, 1.18, 3, 6, [18, 2, 1.2], [18, 8, 1.14], CLOSEST],
  ['full', 18, 1.12, 2, 4, [18, 1, 1.15], [18, 8, 1.07], CLOSEST],
];

/** All sizes, the largest first. */
export const LEVELS: readonly Level[] = ROWS.map(
  ([name, size, leading, listGap, gap, table, code, head]) => ({
    name,
    size,
    leading,
    listGap,
    gap,
    table: toText(table),
    code: toText(code),
    head,
  }),
);

/** The default size and the smallest one. */
export const USUAL_LEVEL = levelOf('');
export const MIN_LEVEL = levelOf('full');

/** Returns the level with a name. */
export function levelOf(name: string): Level {
  const level = LEVELS.find((one) => one.name === name);
  if (!level) throw new Error(`There is no level "${name}"`);
  return level;
}

function toText([size, padding, leading]: TableRow): Level['table'] {
  return { size, padding, leading };
}
