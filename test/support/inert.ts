import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

const ADDRESSES = ['href', 'src', 'xlink:href', 'action', 'formaction', 'srcdoc', 'data'];
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|#|\.{0,2}\/)/;
const LIVELY = ['script', 'iframe', 'object', 'embed', 'base', 'meta', 'link', 'style', 'form'];

/** The element that a text from strangers would make if it were taken for markup. */
export const INTRUDER = 'x-intruder';

/** A text that breaks out of text, of quoted attributes and of scripts where it is not escaped. */
export const HOSTILE = `"'><${INTRUDER} onclick="evil()">&lt;</script><script>evil()</script><!--`;

/** Addresses that would run something, or break out of their attribute. */
export const HOSTILE_ADDRESSES: readonly string[] = [
  'javascript:evil()',
  ' JaVa\tScRiPt:evil()',
  '&#106;avascript:evil()',
  'data:text/html,<script>evil()</script>',
  'vbscript:evil()',
  `https://example.org/${HOSTILE}`,
];

/** Lists what in a piece of HTML could act: elements, handlers and addresses that strangers must not be able to write. */
export function listLively(html: string): string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) {
      if (node.tagName === INTRUDER || LIVELY.includes(node.tagName))
        found.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        const isAddress = ADDRESSES.includes(name) && !SAFE_ADDRESS.test(value);
        if (name.startsWith('on') || isAddress) found.push(`${node.tagName} ${name}="${value}"`);
      }
    }
    if ('content' in node) walk(node.content);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parseFragment(html));
  return found;
}
