import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { HtmlCell, HtmlPage, HtmlTable } from '../../talk/data/formats/html-page.ts';

type Found = HtmlPage & { heading: string };

/** As the HTML standard bounds it. */
const MAX_COLUMNS = 1000;
const HEADING = /^h[1-6]$/;

/** Reads the tables of an HTML page, each with the heading before it. */
export function readPage(text: string): HtmlPage {
  const found: Found = { title: '', tables: [], heading: '' };
  walk(parse(text), found);
  return { title: found.title, tables: found.tables };
}

function walk(node: Tree.ParentNode, found: Found): void {
  for (const child of elementsOf(node)) {
    if (child.tagName === 'title' && found.title === '') found.title = textOf(child);
    if (HEADING.test(child.tagName)) found.heading = textOf(child);
    if (child.tagName === 'table') found.tables.push(readTable(child, found.heading));
    else walk(child, found);
  }
}

function readTable(table: Tree.Element, heading: string): HtmlTable {
  const rows = layOut(
    listAll(table, 'tr').map((row) =>
      elementsOf(row).filter(({ tagName }) => tagName === 'th' || tagName === 'td'),
    ),
  );
  // The first row is the header when it holds header cells only.
  const [first = []] = rows;
  const hasHead = first.length > 0 && first.every(({ tagName }) => tagName === 'th');
  const body = rows.slice(hasHead ? 1 : 0).filter((cells) => cells.length > 0);
  return {
    heading,
    head: hasHead ? first.map(textOf) : [],
    rows: body.map((row) => row.map(toCell)),
  };
}

/** Puts cells into their columns as browsers do: one that spans columns or rows is in each of them. */
function layOut(rows: readonly (readonly Tree.Element[])[]): Tree.Element[][] {
  const grid: Tree.Element[][] = rows.map(() => []);
  rows.forEach((cells, top) => {
    let left = 0;
    for (const cell of cells) {
      while (grid[top]?.[left] !== undefined) left++;
      const columns = spanOf(cell, 'colspan', MAX_COLUMNS);
      const height = spanOf(cell, 'rowspan', rows.length - top);
      for (let row = top; row < Math.min(rows.length, top + height); row++) {
        for (let column = left; column < left + columns; column++) {
          const line = grid[row];
          if (line && line[column] === undefined) line[column] = cell;
        }
      }
      left += columns;
    }
  });
  return grid;
}

/** Returns how many columns or rows a cell covers; 0 rows are all that are left. */
function spanOf({ attrs }: Tree.Element, name: 'colspan' | 'rowspan', most: number): number {
  const written = Number.parseInt(attrs.find((each) => each.name === name)?.value ?? '1', 10);
  if (name === 'rowspan' && written === 0) return most;
  return Math.min(most, written >= 1 ? written : 1);
}

function toCell(cell: Tree.Element): HtmlCell {
  const links = listAll(cell, 'a').flatMap(({ attrs }) =>
    attrs.filter(({ name }) => name === 'href').map(({ value }) => value),
  );
  return { text: textOf(cell), links };
}

/** Finds elements by name, without those of nested tables. */
function listAll(node: Tree.ParentNode, name: string): Tree.Element[] {
  return elementsOf(node).flatMap((child) => {
    if (child.tagName === name) return [child];
    return child.tagName === 'table' ? [] : listAll(child, name);
  });
}

function elementsOf(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.filter((child): child is Tree.Element => 'tagName' in child);
}

function textOf(node: Tree.ChildNode): string {
  return collectText(node).replace(/\s+/g, ' ').trim();
}

function collectText(node: Tree.ChildNode): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(collectText).join('') : '';
}
