import { addStyle } from '../deck/add-style.ts';
import { SLIDE_SIZE } from '../deck/slide-size.ts';
import style from '../styles/deck/ink.css?inline';
import type { Stroke } from './ink-messages.ts';
import { writeStroke } from './stroke-path.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Draws strokes on a layer; those that are drawn already stay, and longer ones get their new path. */
export function drawStrokes(pen: SVGElement, strokes: readonly Stroke[]): void {
  const drawn = new Map([...pen.children].map((child) => [child.getAttribute('data-id'), child]));
  for (const { id, colour, points } of strokes) {
    const stroke = drawn.get(id) ?? pen.appendChild(createStroke(id, colour));
    drawn.delete(id);
    if (stroke.getAttribute('data-length') === String(points.length)) continue;
    stroke.setAttribute('data-length', String(points.length));
    for (const path of stroke.children) path.setAttribute('d', writeStroke(points));
  }
  for (const left of drawn.values()) left.remove();
}

/** A line below the coloured one keeps it apart from what it is drawn on. */
function createStroke(id: string, colour: number): SVGElement {
  const stroke = createElement('g');
  stroke.setAttribute('data-id', id);
  stroke.setAttribute('class', `ink-stroke ink-colour-${colour + 1}`);
  stroke.append(createElement('path'), createElement('path'));
  return stroke;
}

/** Adds the stylesheet of what is drawn over slides. */
export function addInkStyle(document: Document): void {
  addStyle(document, style);
}

/** Creates a layer of the size of a slide. */
export function createLayer(): SVGElement {
  const svg = createElement('svg');
  svg.setAttribute('class', 'ink');
  svg.setAttribute('viewBox', `0 0 ${SLIDE_SIZE.width} ${SLIDE_SIZE.height}`);
  svg.setAttribute('aria-hidden', 'true');
  return svg;
}

/** Creates an element of a drawing. */
export function createElement(name: string): SVGElement {
  return document.createElementNS(NAMESPACE, name) as SVGElement;
}
