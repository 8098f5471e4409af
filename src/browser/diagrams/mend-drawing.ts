import { DIAGRAM_COLOURS } from '../../talk/model/diagram/diagram-source.ts';

/** How far the line of an actor goes on below the last message. */
const TAIL = 8;
const MIN_TEXT = 18;
const NUMBER = { radius: 15, offset: 7 };
/** Between the dates of a Gantt chart. */
const DATE_GAP = 12;
const SVG = 'http://www.w3.org/2000/svg';
/** What Mermaid calls a commit without an id: its number and random digits. */
const UNNAMED_COMMIT = /^\d+-[\da-f]{7}$/;

/** Mends what Mermaid has no setting for: what depends on today or on chance, marks that are too small, and words under other shapes. */
export function mendDrawing(svg: SVGSVGElement): void {
  for (const today of svg.querySelectorAll('.today')) today.remove();
  for (const label of svg.querySelectorAll('.commit-label')) {
    if (UNNAMED_COMMIT.test(label.textContent ?? '')) label.parentElement?.remove();
  }
  endActors(svg);
  for (const axis of svg.querySelectorAll('.grid')) thinDates(axis);
  for (const number of svg.querySelectorAll<SVGTextElement>('.sequenceNumber')) markNumber(number);
  // The flows of a Sankey diagram are drawn over its words.
  for (const words of svg.querySelectorAll('.node-labels')) words.parentElement?.append(words);
  const kind = svg.getAttribute('aria-roledescription');
  if (kind === 'c4') svg.querySelectorAll('text').forEach(mendWords);
  for (const empty of svg.querySelectorAll('rect:not([width]), text:empty')) empty.remove();
  // What other readers of SVG show in the place of HTML.
  for (const choice of svg.querySelectorAll('switch')) {
    choice.replaceWith(...[choice.lastElementChild ?? []].flat());
  }
  for (const box of svg.querySelectorAll('rect.label-container:not([rx])')) {
    box.setAttribute('rx', '6');
  }
}

/** Removes dates of a Gantt chart that lie over the one before, or repeat it. */
function thinDates(axis: Element): void {
  let [end, last] = [-Infinity, ''];
  for (const label of axis.querySelectorAll('.tick text')) {
    const { left, right } = label.getBoundingClientRect();
    const words = label.textContent ?? '';
    if (left < end + DATE_GAP || words === last) label.remove();
    else [end, last] = [right, words];
  }
}

/** Ends the lines of actors below the last message. */
function endActors(svg: SVGSVGElement): void {
  const lines = [...svg.querySelectorAll('.actor-line')];
  if (lines.length === 0) return;
  const shown = svg.querySelectorAll<SVGGraphicsElement>(
    'text, rect, .messageLine0, .messageLine1',
  );
  const ends = [...shown].map((element) => element.getBBox()).map(({ y, height }) => y + height);
  for (const line of lines) line.setAttribute('y2', String(Math.max(...ends) + TAIL));
}

/** Draws the disc of a message's number as a shape, large enough for the number, in the place of a marker. */
function markNumber(number: SVGTextElement): void {
  const before = number.previousElementSibling;
  if (/sequencenumber/.test(before?.getAttribute('marker-start') ?? '')) before?.remove();
  const disc = document.createElementNS(SVG, 'circle');
  const [x, y] = ['x', 'y'].map((name) => Number(number.getAttribute(name)));
  disc.setAttribute('cx', String(x));
  disc.setAttribute('cy', String((y ?? 0) - NUMBER.offset + 3));
  number.setAttribute('y', String((y ?? 0) + 3));
  disc.setAttribute('r', String(NUMBER.radius));
  disc.setAttribute('class', 'number-disc');
  const part = number.getAttribute('data-part');
  if (part !== null) disc.setAttribute('data-part', part);
  number.before(disc);
}

/** Elements of C4 are white on blue, and their kinds too small for the last row. */
function mendWords(text: SVGTextElement): void {
  text.style.setProperty('fill', DIAGRAM_COLOURS.ink[0], 'important');
  if (parseFloat(getComputedStyle(text).fontSize) < MIN_TEXT) text.style.fontSize = `${MIN_TEXT}px`;
}
