import { ShapeError } from './answer-shape.ts';

/** One cell of an HTML table. */
export interface HtmlCell {
  text: string;
  /** Addresses of its links, in order. */
  links: string[];
}

/** A table of an HTML page. */
export interface HtmlTable {
  /** Text of the heading before it; empty for none. */
  heading: string;
  /** Column heads. */
  head: string[];
  rows: HtmlCell[][];
}

/** An HTML page as seen by recipes. */
export interface HtmlPage {
  title: string;
  tables: HtmlTable[];
}

/** Validates a response as a page, or throws. */
export function toPage(answer: unknown): HtmlPage {
  const page = answer as Partial<HtmlPage> | null;
  if (page && Array.isArray(page.tables)) return page as HtmlPage;
  throw new ShapeError('the answer is no page');
}

/** Finds the column with a head, ignoring case; throws an error that lists the heads. */
export function requireColumn({ head }: HtmlTable, name: string): number {
  const index = indexOfHead(head, name);
  if (index >= 0) return index;
  throw new ShapeError(`no column is headed "${name}"; the heads are ${head.join(', ') || 'none'}`);
}

/** Finds the first table with columns of these heads, ignoring case; throws an error that says what there is instead. */
export function requireTable(answer: unknown, heads: readonly string[]): HtmlTable {
  const { title, tables } = toPage(answer);
  const found = tables.find(({ head }) => heads.every((name) => indexOfHead(head, name) >= 0));
  if (found) return found;
  if (tables.length === 0) {
    const page = title ? `the page "${title.slice(0, 80)}"` : 'the page';
    throw new ShapeError(`${page} has no table`);
  }
  const known = tables.slice(0, 5).map(({ head }) => head.join(', ').slice(0, 120) || 'none');
  const wanted = heads.map((name) => `"${name}"`).join(' and ');
  throw new ShapeError(`no table has columns headed ${wanted}; the heads are ${known.join('; ')}`);
}

/** Reads the rows of the first table with columns of these heads: the text of each by its head. */
export function readTable(answer: unknown, heads: readonly string[]): Record<string, string>[] {
  const { head, rows } = requireTable(answer, heads);
  const columns = heads.map((name) => [name, indexOfHead(head, name)] as const);
  return rows.map((cells) =>
    Object.fromEntries(columns.map(([name, index]) => [name, cells[index]?.text ?? ''])),
  );
}

function indexOfHead(head: readonly string[], name: string): number {
  return head.findIndex((text) => text.toLowerCase() === name.toLowerCase());
}
