import { DRAWN_ATTRIBUTE } from '../../elements/block-element.ts';

/** Elements and attributes of the page rather than the content; they are preserved. */
const PRESERVED = `[${DRAWN_ATTRIBUTE}], .step-mark`;
const PRESERVED_ATTRIBUTES = new Set(['data-step', 'data-live', 'data-live-note', 'data-live-age']);
const PRESERVED_CLASSES = ['drawn', 'failed', 'telling', 'current', 'visible', 'current-fragment'];

/** Makes an element equal to another by changing only differences, so that unchanged content does not restart. */
export function patchElement(element: Element, next: Element): void {
  patchAttributes(element, next);
  const old = [...element.childNodes].filter((node) => !isPreserved(node));
  const fresh = [...next.childNodes].filter((node) => !isPreserved(node));
  fresh.forEach((node, index) => {
    const before = old[index];
    if (!before) element.append(node);
    else patchNode(before, node);
  });
  for (const node of old.slice(fresh.length)) node.remove();
}

function patchNode(node: ChildNode, next: ChildNode): void {
  if (node.isEqualNode(next)) return;
  if (node instanceof Element && next instanceof Element && node.localName === next.localName) {
    patchElement(node, next);
  } else if (node.nodeType === Node.TEXT_NODE && next.nodeType === Node.TEXT_NODE) {
    node.nodeValue = next.nodeValue;
  } else {
    node.replaceWith(next);
  }
}

function patchAttributes(element: Element, next: Element): void {
  const classes = PRESERVED_CLASSES.filter((name) => element.classList.contains(name));
  for (const { name } of [...element.attributes]) {
    if (!next.hasAttribute(name) && !PRESERVED_ATTRIBUTES.has(name)) element.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    const isPreservedOne = PRESERVED_ATTRIBUTES.has(name) && element.hasAttribute(name);
    if (name === 'class') {
      const wanted = [value.trim(), ...classes].join(' ');
      if (element.className !== wanted) element.setAttribute('class', wanted);
    } else if (!isPreservedOne && element.getAttribute(name) !== value) {
      element.setAttribute(name, value);
    }
  }
}

function isPreserved(node: Node): boolean {
  return node instanceof Element && node.matches(PRESERVED);
}
