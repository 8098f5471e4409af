import { html as dom, parseFragment } from 'parse5';
import type { TalkProject } from '../../model/project.ts';
import { memoize } from '../../text/memoize.ts';
import { listElements, type Element } from './nodes.ts';

/** Maximum number of elements that a browser has to draw for one drawing. */
export const MAX_DRAWN = 100_000;
/** Maximum depth of elements and references; deeper ones count as too many. */
const MAX_DEPTH = 500;
const CACHE_LIMITS = { texts: 200, length: 1_000_000 };

const DRAWING = /\.svg$/i;

type Parent = Pick<Element, 'childNodes'>;

/** Checks whether an SVG file draws too many elements, counting each `<use>` as its target. */
const measureDrawing = memoize(CACHE_LIMITS, (text) => {
  const root = parseFragment(text);
  return { isHeavy: countDrawn(root, listElements(root)) > MAX_DRAWN };
});

/** Checks whether a file of the project is a drawing that is too heavy. */
export function isHeavyFile(project: TalkProject, path: string): boolean {
  if (!DRAWING.test(path)) return false;
  return measureDrawing(project.readText?.(path) ?? '').isHeavy;
}

/** Lists the drawings among elements that are too heavy. */
export function listHeavy(elements: readonly Element[]): Element[] {
  const drawings = elements.filter(isOuterDrawing);
  return drawings.filter((drawing) => countDrawn(drawing, elements) > MAX_DRAWN);
}

function isOuterDrawing({ tagName, parentNode }: Element): boolean {
  const isInside = parentNode && 'namespaceURI' in parentNode;
  return tagName === 'svg' && !(isInside && parentNode.namespaceURI === dom.NS.SVG);
}

/** Counts the drawn elements, with each reference as its target; stops above the limit. */
function countDrawn(root: Parent, elements: readonly Element[]): number {
  const byId = new Map<string, Element>();
  for (const element of elements) {
    const id = valueOf(element, 'id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  const counts = new Map<Parent, number>();
  const count = (parent: Parent, depth: number): number => {
    const known = counts.get(parent);
    if (known !== undefined) return known;
    if (depth > MAX_DEPTH) return MAX_DRAWN + 1;
    // A reference to itself is not drawn.
    counts.set(parent, 0);
    const used =
      'tagName' in parent && parent.tagName === 'use' ? findUsed(parent, byId) : undefined;
    let sum = used ? 1 + count(used, depth + 1) : 1;
    for (const child of parent.childNodes) {
      if ('tagName' in child) sum += count(child, depth + 1);
    }
    counts.set(parent, sum);
    return sum;
  };
  return count(root, 0);
}

function findUsed(element: Parent, byId: ReadonlyMap<string, Element>): Element | undefined {
  const href = valueOf(element as Element, 'href') ?? '';
  return href.startsWith('#') ? byId.get(href.slice(1)) : undefined;
}

/** Reads an attribute; `xlink:href` is `href` in SVG. */
function valueOf({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}
