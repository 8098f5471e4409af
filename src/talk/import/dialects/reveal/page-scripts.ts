import type { DefaultTreeAdapterTypes } from 'parse5';
import type { ReadContext } from '../../dialect.ts';
import { textOf, valueOf } from './page-code.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Returns the text of all scripts of a page: those in it, and those in files beside it. */
export function readScripts(page: ParentNode, file: string, { readFile }: ReadContext): string {
  const texts: string[] = [];
  visit(page, (element) => {
    if (element.tagName !== 'script' || /template|markdown/.test(valueOf(element, 'type') ?? ''))
      return;
    const address = valueOf(element, 'src');
    texts.push(address === undefined ? textOf(element) : (readFile(address, file)?.text ?? ''));
  });
  return texts.join('\n');
}

/** Puts a labelled box in the place of each empty element that a script fills, and returns them. */
export function noteDrawn(section: Element, scripts: string): { id: string; line: number }[] {
  const drawn: { id: string; line: number }[] = [];
  visit(section, (element) => {
    const id = valueOf(element, 'id') ?? '';
    const isEmpty = element.childNodes.every((child) => 'value' in child && !child.value.trim());
    const isDrawn =
      /^(?:div|span|p|svg|canvas)$/.test(element.tagName) && isEmpty && isNamed(id, scripts);
    if (!isDrawn && element.tagName !== 'canvas') return;
    const label = id || 'canvas';
    drawn.push({ id: label, line: element.sourceCodeLocation?.startLine ?? 1 });
    const size = element.attrs.filter(({ name }) => name === 'style');
    element.nodeName = 'div';
    element.tagName = 'div';
    element.attrs = [...size, { name: 'class', value: 'left-out' }];
    element.childNodes = [{ nodeName: '#text', value: label, parentNode: element }];
  });
  return drawn;
}

/** Checks whether a script names an id in quotes, alone or as a selector. */
function isNamed(id: string, scripts: string): boolean {
  const name = id.replaceAll(/[^\w-]/g, '\\$&');
  return id !== '' && new RegExp(`["'\`#]${name}["'\`]`).test(scripts);
}

function visit(node: ParentNode, take: (element: Element) => void): void {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    take(child);
    visit(child, take);
  }
}
