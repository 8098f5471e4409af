import { defaultTreeAdapter as tree, html as dom, parseFragment } from 'parse5';
import type { Element } from '../raw/nodes.ts';
import { scopeDrawingCss, URL_ID } from './drawing-names.ts';
import { contrastText } from './contrast-text.ts';
import { cleanAttribute, type Cleaning } from './clean-attribute.ts';
import { DROPPED, ELEMENTS, SILENT } from './drawing-lists.ts';

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

/** Elements that are drawn only where others refer to them, and those that are nothing without content. */
const DEFINED = new Set([
  'marker',
  'linearGradient',
  'radialGradient',
  'clipPath',
  'mask',
  'pattern',
  'symbol',
]);
const HOLDERS = new Set(['g', 'defs', 'text', 'tspan']);
const MIN_LARGE = 100;

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
    isLarge: isLarge(root),
  };
  listReferred(root, state.ids, 0);
  const [title, description] = [takeWords(root, 'title'), takeWords(root, 'desc')];
  cleanElement(root, state, 0);
  if (!state.hasStyle) contrastText(root);
  if (state.count > DRAWING_LIMITS.elements) return null;
  const sizes = state.hasStyle ? [] : [...state.sizes];
  return { svg: root, title, description, leftOut: [...state.leftOut], sizes };
}

function isLarge({ attrs }: Element): boolean {
  const box = attrs.find(({ name }) => name === 'viewBox')?.value.split(/[\s,]+/);
  return Number(box?.[2]) >= MIN_LARGE;
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

/** Cleans an element and all in it; returns whether it stays. */
function cleanElement(element: Element, state: Cleaning, depth: number): boolean {
  state.count++;
  element.attrs = element.attrs.flatMap((attribute) => cleanAttribute(attribute, element, state));
  if (element.tagName === 'style') return cleanStyle(element, state);
  element.childNodes = element.childNodes.flatMap((node) => {
    if (!isElement(node)) return node.nodeName === '#text' ? [node] : [];
    if (!cleanChild(node, state, depth + 1)) return [];
    // Mermaid gives each word an element, which a search for two words would not find.
    return node.tagName === 'tspan' && node.attrs.length === 0 ? node.childNodes : [node];
  });
  return !isEmpty(element);
}

function cleanChild(child: Element, state: Cleaning, depth: number): boolean {
  const { tagName, namespaceURI } = child;
  const isOver = depth > DRAWING_LIMITS.depth || state.count > DRAWING_LIMITS.elements;
  if (isOver || DROPPED.has(tagName) || namespaceURI !== dom.NS.SVG) {
    const isSilent = tagName === 'foreignObject' && textOf(child).trim() === '';
    if (!SILENT.has(tagName) && !isSilent) state.leftOut.add(tagName);
    return false;
  }
  // The titles of parts would be tooltips; names of nodes are written by the program that draws.
  if (depth > 1 && (tagName === 'title' || tagName === 'desc')) return false;
  if (DEFINED.has(tagName) && !isReferred(child, state)) return false;
  if (ELEMENTS.has(tagName)) return cleanElement(child, state, depth);
  if (tagName === 'a' && child.attrs.some(({ name }) => name === 'href')) state.leftOut.add('a');
  child.tagName = 'g';
  child.nodeName = 'g';
  return cleanElement(child, state, depth);
}

function isReferred({ attrs }: Element, { ids }: Cleaning): boolean {
  return attrs.some(({ name, value }) => name === 'id' && ids.has(value));
}

function isEmpty({ tagName, childNodes, attrs }: Element): boolean {
  return (
    HOLDERS.has(tagName) && childNodes.length === 0 && !attrs.some(({ name }) => name === 'id')
  );
}

function cleanStyle(element: Element, { prefix, ids }: Cleaning): boolean {
  const scoped = scopeDrawingCss(textOf(element), prefix, ids);
  element.childNodes = [];
  if (scoped !== '') tree.insertText(element, scoped);
  return scoped !== '';
}
