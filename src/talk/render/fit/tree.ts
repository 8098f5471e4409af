import { decodeReferences } from '../../model/references.ts';

/** An element of a slide's HTML, or a text in it. */
export type Node = Element | string;

/** An element with what decides its size. */
export interface Element {
  name: string;
  classes: readonly string[];
  style: string;
  /** What it counts for in a table. */
  span: number;
  children: Node[];
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements that end where another of the same kind begins. */
const SIBLINGS: Record<string, ReadonlySet<string>> = {
  li: new Set(['li']),
  p: new Set(['p']),
  td: new Set(['td', 'th']),
  th: new Set(['td', 'th']),
  tr: new Set(['td', 'th', 'tr']),
  dt: new Set(['dt', 'dd']),
  dd: new Set(['dt', 'dd']),
};

/** A tag, a comment or a text of HTML as this program writes it: each value is in double quotes and holds none. */
const PIECE = /<(\/?)([a-z][\w-]*)((?:\s+[^\s"=>]+(?:="[^"]*")?)*)\s*(\/?)>|<!--[^]*?-->|[^<]+|</gi;
const ATTRIBUTE = /(?<=\s)(class|style|colspan)="([^"]*)"/g;

/** Reads HTML that this program wrote as a tree. */
export function parseTree(html: string): Element {
  const root = toElement('div', '');
  const open = [root];
  for (const [piece, end, tag, attributes = '', closed] of html.matchAll(PIECE)) {
    if (tag === undefined) {
      if (!piece.startsWith('<!--')) open.at(-1)?.children.push(decodeReferences(piece));
      continue;
    }
    const name = tag.toLowerCase();
    if (end) closeTag(name, open);
    else openTag(name, attributes, { open, isClosed: closed === '/' });
  }
  return root;
}

/** Tells whether an element has a class. */
export function hasClass({ classes }: Element, name: string): boolean {
  return classes.includes(name);
}

/** Lists the elements among what an element holds. */
export function elementsOf({ children }: Element): Element[] {
  return children.filter((child) => typeof child !== 'string');
}

/** Tells whether some element in a tree is what is looked for. */
export function someElement(root: Element, test: (element: Element) => boolean): boolean {
  return elementsOf(root).some((child) => test(child) || someElement(child, test));
}

function openTag(
  name: string,
  attributes: string,
  { open, isClosed }: { open: Element[]; isClosed: boolean },
): void {
  const last = open.at(-1);
  if (last && SIBLINGS[name]?.has(last.name)) open.pop();
  const element = toElement(name, attributes);
  open.at(-1)?.children.push(element);
  if (!VOID.has(name) && !isClosed) open.push(element);
}

function closeTag(name: string, open: Element[]): void {
  const at = open.findLastIndex((element, index) => index > 0 && element.name === name);
  if (at > 0) open.length = at;
}

function toElement(name: string, attributes: string): Element {
  const element: Element = { name, classes: [], style: '', span: 1, children: [] };
  for (const [, key, value = ''] of attributes.matchAll(ATTRIBUTE)) {
    if (key === 'class') element.classes = value.split(/\s+/).filter(Boolean);
    if (key === 'style') element.style = value;
    if (key === 'colspan') element.span = Number(value) || 1;
  }
  return element;
}
