import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { HtmlCell, HtmlPage, HtmlTable } from '../../talk/data/formats/html-page.ts';

type Found = HtmlPage & { heading: string };

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
  const rows = listAll(table, 'tr').map((row) =>
    elementsOf(row).filter(({ tagName }) => tagName === 'th' || tagName === 'td'),
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
