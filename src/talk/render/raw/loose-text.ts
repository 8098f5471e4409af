import { defaultTreeAdapter, html as dom, type DefaultTreeAdapterTypes } from 'parse5';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Node = DefaultTreeAdapterTypes.ChildNode;

const WITHIN_TEXT = new Set(
  'a abbr b bdi bdo br cite code data del dfn em font i ins kbd label mark q rostrum-value rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Makes a paragraph of each run of loose text and its elements, whose parts would be below each other on a slide. */
export function gatherText(parent: Parent): void {
  const nodes = [...parent.childNodes];
  for (let start = 0; start < nodes.length; start++) {
    const run: Node[] = [];
    for (const node of nodes.slice(start)) {
      if (!isOfText(node)) break;
      run.push(node);
    }
    const next = nodes[start + run.length];
    if (run.filter((node) => !isBlank(node)).length > 1) wrap(parent, run, next);
    start += run.length;
  }
}

function wrap(parent: Parent, run: readonly Node[], next: Node | undefined): void {
  const paragraph = defaultTreeAdapter.createElement('p', dom.NS.HTML, []);
  for (const node of run) {
    defaultTreeAdapter.detachNode(node);
    defaultTreeAdapter.appendChild(paragraph, node);
  }
  if (next) defaultTreeAdapter.insertBefore(parent, paragraph, next);
  else defaultTreeAdapter.appendChild(parent, paragraph);
}

function isOfText(node: Node): boolean {
  if (!('tagName' in node)) return defaultTreeAdapter.isTextNode(node);
  // What its author positions is not in the flow of the text.
  if (node.attrs.some(({ name, value }) => name === 'style' && /position/i.test(value)))
    return false;
  return WITHIN_TEXT.has(node.tagName) && node.childNodes.every(isOfText);
}

function isBlank(node: Node): boolean {
  return defaultTreeAdapter.isTextNode(node) && node.value.trim() === '';
}
