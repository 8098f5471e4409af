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
  const index = head.findIndex((text) => text.toLowerCase() === name.toLowerCase());
  if (index >= 0) return index;
  throw new ShapeError(`no column is headed "${name}"; the heads are ${head.join(', ') || 'none'}`);
}
