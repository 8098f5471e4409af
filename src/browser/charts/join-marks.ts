import type { Mark } from './scene.ts';

/** The current state of an element, from which its next animation starts. */
export interface Shown {
  mark: Mark;
  /** Numbers between two states; null at rest, where they are those of the mark. */
  numbers: Record<string, number> | null;
}

/** An element of a drawing; it holds its state itself, where tests read it. */
export type DrawnElement = SVGElement & { shown?: Shown };

/** The elements of a scene, one for each mark in their order, and those whose marks are gone. */
export interface Joined {
  staying: { element: DrawnElement; mark: Mark }[];
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
  const staying = marks.map((mark) => {
    const key = keyOf(mark);
    const found = byKey.get(key);
    byKey.delete(key);
    return { mark, element: found ?? createElement(mark) };
  });
  leaving.push(...byKey.values());
  putInOrder(svg, staying);
  return { staying, leaving };
}

/** Reports whether an element shows a mark and does not move; false for a path, whose points take as long to compare as to write. */
export function isAtRest(shown: Shown | undefined, mark: Mark): boolean {
  return (
    mark.kind !== 'path' &&
    shown?.numbers === null &&
    (shown.mark === mark ||
      (Object.keys(mark) as (keyof Mark)[]).every(
        (name) => name === 'enter' || shown.mark[name] === mark[name],
      ))
  );
}

function createElement({ kind }: Mark): DrawnElement {
  return document.createElementNS(SVG, kind);
}

function keyOf({ kind, key }: Mark): string {
  return `${kind} ${key}`;
}

/** Moves only elements that are not in place; those that leave stay where they are. */
function putInOrder(svg: SVGSVGElement, staying: Joined['staying']): void {
  let next: DrawnElement | null = null;
  for (const { element } of [...staying].reverse()) {
    const isBefore =
      element.parentNode === svg &&
      (!next || (element.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING) > 0);
    if (!isBefore) svg.insertBefore(element, next);
    next = element;
  }
}
