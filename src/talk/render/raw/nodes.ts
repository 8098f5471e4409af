import { html as dom, type DefaultTreeAdapterTypes } from 'parse5';
import { escapeHtml } from '../../html/html.ts';

/** An element of a parsed slide. */
export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements with unescaped text; authors cannot use them, blocks can. */
const VERBATIM = new Set('style script xmp iframe noembed noframes plaintext noscript'.split(' '));
/** Elements in which browsers ignore the first line end. */
const FIRST_LINE = new Set(['pre', 'textarea', 'listing']);

/** Lists the elements of a tree in document order. */
export function listElements({ childNodes }: Pick<Element, 'childNodes'>): Element[] {
  const found: Element[] = [];
  collect(childNodes, found);
  return found;
}

function collect(nodes: readonly Node[], found: Element[]): void {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    found.push(node);
    collect(childrenOf(node), found);
  }
}

/** Serialises nodes to HTML; nothing in texts or attributes looks like a tag. */
export function writeNodes(nodes: readonly Node[]): string {
  return nodes.map(writeNode).join('');
}

function writeNode(node: Node): string {
  if ('tagName' in node) return writeElement(node);
  if (node.nodeName === '#text') return writeText(node as DefaultTreeAdapterTypes.TextNode);
  return '';
}

function writeText({ value, parentNode }: DefaultTreeAdapterTypes.TextNode): string {
  const isVerbatim =
    parentNode !== null &&
    'tagName' in parentNode &&
    isHtml(parentNode) &&
    VERBATIM.has(parentNode.tagName);
  return isVerbatim ? value : escapeHtml(value);
}

function writeElement(element: Element): string {
  const { tagName, attrs } = element;
  const attributes = attrs.map(({ prefix, name, value }) => {
    return ` ${prefix ? `${prefix}:` : ''}${name}="${escapeHtml(value)}"`;
  });
  const tag = `<${tagName}${attributes.join('')}>`;
  if (isHtml(element) && VOID.has(tagName)) return tag;
  const content = writeNodes(childrenOf(element));
  const isEaten = isHtml(element) && FIRST_LINE.has(tagName) && content.startsWith('\n');
  return `${tag}${isEaten ? '\n' : ''}${content}</${tagName}>`;
}

function isHtml({ namespaceURI }: Element): boolean {
  return namespaceURI === dom.NS.HTML;
}

function childrenOf(element: Element): readonly Node[] {
  return 'content' in element
    ? (element as DefaultTreeAdapterTypes.Template).content.childNodes
    : element.childNodes;
}
