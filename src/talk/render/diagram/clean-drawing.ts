import { defaultTreeAdapter as tree, html as dom, parseFragment } from 'parse5';
import { DIAGRAM_COLOURS } from '../../model/diagram/diagram-source.ts';
import type { Element } from '../raw/nodes.ts';
import { prefixClasses, renameUrls, scopeDrawingCss, URL_ID } from './drawing-names.ts';
import { contrastText } from './contrast-text.ts';
import { ATTRIBUTES, DROPPED, ELEMENTS, SILENT } from './drawing-lists.ts';

/** A drawing by a program, with nothing in it that acts, loads or reaches outside. */
export interface CleanDrawing {
  svg: Element;
  /** Its title and description for readers; empty for none. */
  title: string;
  description: string;
  /** Names of what was left out and could be missed. */
  leftOut: string[];
  /** Sizes of its text in its own units; empty when stylesheets decide. */
  sizes: number[];
}

/** Limits of a drawing: characters, elements, and nesting. */
export const DRAWING_LIMITS = { length: 2_000_000, elements: 20_000, depth: 60 };

const THEMED: ReadonlyMap<string, string> = new Map(Object.values(DIAGRAM_COLOURS));
const NAMES: Readonly<Record<string, string>> = { black: '#1b1916', white: '#fbf9f4' };
const COLOURED = new Set(['fill', 'stroke', 'stop-color']);
const REFERENCES = new Set(['href']);

interface Cleaning {
  prefix: string;
  ids: Set<string>;
  leftOut: Set<string>;
  sizes: Set<number>;
  count: number;
  hasStyle: boolean;
}

/** Parses the drawing of a program and removes all that is not on the list; null when it is no drawing, or too large. */
export function cleanDrawing(markup: string, prefix: string): CleanDrawing | null {
  if (markup.length > DRAWING_LIMITS.length) return null;
  const start = markup.search(/<svg[\s>]/i);
  if (start < 0) return null;
  const root = parseFragment(markup.slice(start)).childNodes.find(isElement);
  if (root?.tagName !== 'svg' || root.namespaceURI !== dom.NS.SVG) return null;
  const state: Cleaning = {
    prefix,
    ids: new Set(),
    leftOut: new Set(),
    sizes: new Set(),
    count: 0,
    hasStyle: hasStyle(root, 0),
  };
  listReferred(root, state.ids, 0);
  const [title, description] = [takeWords(root, 'title'), takeWords(root, 'desc')];
  cleanElement(root, state, 0);
  if (!state.hasStyle) contrastText(root);
  if (state.count > DRAWING_LIMITS.elements) return null;
  const sizes = state.hasStyle ? [] : [...state.sizes];
  return { svg: root, title, description, leftOut: [...state.leftOut], sizes };
}

function isElement(node: object): node is Element {
  return 'tagName' in node;
}

function childrenOf({ childNodes }: Element): Element[] {
  return childNodes.filter(isElement);
}

function hasStyle(element: Element, depth: number): boolean {
  if (depth > DRAWING_LIMITS.depth) return false;
  return element.tagName === 'style' || childrenOf(element).some((one) => hasStyle(one, depth + 1));
}

/** Collects the ids that attributes and styles refer to. */
function listReferred(element: Element, ids: Set<string>, depth: number): void {
  if (depth > DRAWING_LIMITS.depth) return;
  const texts = element.attrs.map(({ value }) => value);
  if (element.tagName === 'style') texts.push(textOf(element));
  for (const text of texts) for (const [, id = ''] of text.matchAll(URL_ID)) ids.add(id);
  for (const { name, value } of element.attrs) {
    if (name === 'href' && value.startsWith('#')) ids.add(value.slice(1));
  }
  for (const child of childrenOf(element)) listReferred(child, ids, depth + 1);
}

/** Takes the title or the description of the whole drawing out of it. */
function takeWords(root: Element, name: string): string {
  const found = childrenOf(root).find(({ tagName }) => tagName === name);
  if (!found) return '';
  tree.detachNode(found);
  return textOf(found).replaceAll(/\s+/g, ' ').trim();
}

/** Returns the text of an element and all in it. */
export function textOf(element: Element): string {
  return element.childNodes
    .map((node) => (isElement(node) ? textOf(node) : 'value' in node ? node.value : ''))
    .join('');
}

function cleanElement(element: Element, state: Cleaning, depth: number): void {
  state.count++;
  element.attrs = element.attrs.flatMap((attribute) => cleanAttribute(attribute, element, state));
  if (element.tagName === 'style') return cleanStyle(element, state);
  for (const node of [...element.childNodes]) {
    if (!isElement(node)) {
      if (node.nodeName !== '#text') tree.detachNode(node);
      continue;
    }
    cleanChild(node, state, depth + 1);
  }
}

function cleanChild(child: Element, state: Cleaning, depth: number): void {
  const { tagName, namespaceURI } = child;
  const isKnown = namespaceURI === dom.NS.SVG && ELEMENTS.has(tagName);
  if (
    depth > DRAWING_LIMITS.depth ||
    DROPPED.has(tagName) ||
    state.count > DRAWING_LIMITS.elements
  ) {
    if (!SILENT.has(tagName) && (tagName !== 'foreignObject' || textOf(child).trim() !== '')) {
      state.leftOut.add(tagName);
    }
    return tree.detachNode(child);
  }
  // The titles of parts would be tooltips; names of nodes are written by the program that draws.
  if (depth > 1 && (tagName === 'title' || tagName === 'desc')) return tree.detachNode(child);
  if (isKnown) return cleanElement(child, state, depth);
  if (tagName === 'a' && child.attrs.some(({ name }) => name === 'href')) state.leftOut.add('a');
  child.tagName = 'g';
  child.nodeName = 'g';
  if (namespaceURI !== dom.NS.SVG) {
    state.leftOut.add(tagName);
    return tree.detachNode(child);
  }
  cleanElement(child, state, depth);
}

type NamedAttribute = Element['attrs'][number];

function cleanAttribute(
  attribute: NamedAttribute,
  { tagName }: Element,
  state: Cleaning,
): NamedAttribute[] {
  const { name, value } = attribute;
  const { prefix, ids } = state;
  if (name === 'id') return ids.has(value) ? [{ name, value: prefix + value }] : [];
  if (name === 'class') return state.hasStyle ? [{ name, value: prefixClasses(value) }] : [];
  if (REFERENCES.has(name)) {
    const isOwn = value.startsWith('#') && tagName !== 'a';
    return isOwn ? [{ name, value: `#${prefix}${value.slice(1)}` }] : [];
  }
  if (!ATTRIBUTES.has(name)) {
    if (name.startsWith('on')) state.leftOut.add(name);
    return [];
  }
  if (name === 'font-size') state.sizes.add(parseFloat(value));
  if (COLOURED.has(name)) return [{ name, value: toTheme(value, prefix) }];
  const own = renameUrls(value, prefix);
  return own === null ? [] : [{ name, value: own }];
}

/** Returns a colour of the theme for one that the program was given. */
function toTheme(value: string, prefix: string): string {
  const colour = value.trim().toLowerCase();
  const given = NAMES[colour] ?? colour;
  return THEMED.get(given) ?? renameUrls(value, prefix) ?? 'none';
}

function cleanStyle(element: Element, { prefix, ids }: Cleaning): void {
  const scoped = scopeDrawingCss(textOf(element), prefix, ids);
  element.childNodes = [];
  if (scoped === '') return tree.detachNode(element);
  tree.insertText(element, scoped);
}
