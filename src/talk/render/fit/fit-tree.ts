import { decodeReferences } from '../../html/character-references.ts';

/** A node of a slide's HTML. */
export type Node = Element | string;

/** An element with the properties that determine its size. */
export interface Element {
  name: string;
  classes: readonly string[];
  style: string;
  /** The address of a picture. */
  source: string;
  /** Its column span in a table. */
  span: number;
  /** What a number in a table lacks behind its point. */
  pad: string;
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

/** A tag, comment or text of HTML written by this program: each value is in double quotes and contains none. */
const PIECE = /<(\/?)([a-z][\w-]*)((?:\s+[^\s"=>]+(?:="[^"]*")?)*)\s*(\/?)>|<!--[^]*?-->|[^<]+|</gi;
const LINE_BREAK = /<br[^>]*>/g;
const TAG = /<[^>]*>/g;
const ATTRIBUTE = /(?<=\s)(class|style|colspan|src|data-pad)="([^"]*)"/g;

/** Parses HTML written by this program into a tree. */
export function parseTree(html: string): Element {
  const root = toElement('div', '');
  const open = [root];
  const pieces = new RegExp(PIECE);
  for (let match = pieces.exec(html); match; match = pieces.exec(html)) {
    const [piece, end, tag, attributes = '', closed] = match;
    if (tag === undefined) {
      if (!piece.startsWith('<!--')) open.at(-1)?.children.push(decodeReferences(piece));
      continue;
    }
    const name = tag.toLowerCase();
    if (end) closeTag(name, open);
    else openTag(name, attributes, { open, isClosed: closed === '/' });
    if (name === 'pre' && !end) pieces.lastIndex = readText(html, pieces.lastIndex, open);
  }
  return root;
}

/** Reads preformatted text without its many colouring elements; returns its end. */
function readText(html: string, start: number, open: readonly Element[]): number {
  const end = html.indexOf('</pre>', start);
  if (end < 0) return start;
  const text = html.slice(start, end).replaceAll(LINE_BREAK, '\n').replaceAll(TAG, '');
  open.at(-1)?.children.push(decodeReferences(text));
  return end;
}

/** Reports whether an element has a class. */
export function hasClass({ classes }: Element, name: string): boolean {
  return classes.includes(name);
}

/** Reports whether an element is a formula with lines of its own. */
export function isDisplayFormula({ classes }: Element): boolean {
  return classes.includes('display') && classes.includes('formula');
}

/** Lists the child elements of an element. */
export function elementsOf({ children }: Element): Element[] {
  return children.filter((child) => typeof child !== 'string');
}

/** Reports whether an element in a tree matches. */
export function someElement(root: Element, test: (element: Element) => boolean): boolean {
  return root.children.some(
    (child) => typeof child !== 'string' && (test(child) || someElement(child, test)),
  );
}

/** Reports whether an element contains only one picture. */
export function isPicture({ children }: Element): boolean {
  const [first, ...others] = children.filter(
    (child) => typeof child !== 'string' || child.trim() !== '',
  );
  return others.length === 0 && typeof first === 'object' && first.name === 'img';
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
  const element: Element = {
    name,
    classes: [],
    style: '',
    source: '',
    span: 1,
    pad: '',
    children: [],
  };
  if (attributes === '') return element;
  for (const [, key, value = ''] of attributes.matchAll(ATTRIBUTE)) {
    if (key === 'class') element.classes = value.split(/\s+/).filter(Boolean);
    if (key === 'style') element.style = value;
    if (key === 'src') element.source = decodeReferences(value);
    if (key === 'data-pad') element.pad = value;
    if (key === 'colspan') element.span = Number(value) || 1;
  }
  return element;
}
