import type { Mark } from './scene.ts';

/** The current state of an element, from which its next animation starts. */
export interface Shown {
  mark: Mark;
  numbers: Record<string, number>;
}

/** An element of a drawing; it holds its state itself, where tests read it. */
export type DrawnElement = SVGElement & { shown?: Shown };

/** The elements of a scene, one for each mark in their order, and those whose marks are gone. */
export interface Joined {
  staying: DrawnElement[];
  leaving: DrawnElement[];
}

const SVG = 'http://www.w3.org/2000/svg';

/** Finds the elements of marks by their keys, makes those that are missing, and puts them in paint order. */
export function joinMarks(svg: SVGSVGElement, marks: readonly Mark[]): Joined {
  const byKey = new Map<string, DrawnElement>();
  const leaving: DrawnElement[] = [];
  for (const element of svg.children as Iterable<DrawnElement>) {
    const key = element.shown ? keyOf(element.shown.mark) : '';
    if (byKey.has(key)) leaving.push(element);
    else byKey.set(key, element);
  }
  const staying = marks.map((mark): DrawnElement => {
    const key = keyOf(mark);
    const found = byKey.get(key);
    byKey.delete(key);
    return found ?? document.createElementNS(SVG, mark.kind);
  });
  leaving.push(...byKey.values());
  putInOrder(svg, staying);
  return { staying, leaving };
}

function keyOf({ kind, key }: Mark): string {
  return `${kind} ${key}`;
}

/** Moves only elements that are not in place; those that leave stay where they are. */
function putInOrder(svg: SVGSVGElement, elements: readonly DrawnElement[]): void {
  let next: DrawnElement | null = null;
  for (const element of [...elements].reverse()) {
    const isBefore =
      element.parentNode === svg &&
      (!next || (element.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING) > 0);
    if (!isBefore) svg.insertBefore(element, next);
    next = element;
  }
}
