import type { Box, TextBox } from '../../talk/model/pptx-boxes.ts';
import { readShapes } from './css/css-shape.ts';
import { MARK, measure, round } from './text-style.ts';

/** Reads a part of an element as boxes. */
type ReadPart = (part: Node[], parent: Element, origin: DOMRect) => Box[];

/** Anything but the end of an empty line. */
const LETTER = /[^\n]/;

/** Reads code: the grounds of its lines, then the lines of each column as one text, and their numbers as another beside it. */
export function readCode(code: Element, origin: DOMRect, readPart: ReadPart): Box[] {
  // Long code has lines that paper leaves out.
  for (const line of code.querySelectorAll('.line')) if (!isDrawn(line)) line.remove();
  const grounds = [...code.querySelectorAll('.line')].flatMap((line) =>
    readShapes(line, measure(line.getBoundingClientRect(), origin)),
  );
  const list = code.querySelector('code') ?? code;
  const columns = splitColumns(list);
  const numbers = columns.map((column) => listNumbers(column));
  const beside = numbers.map((column) => readNumbers(column, origin, readPart));
  for (const number of numbers.flat()) number.remove();
  const lines = columns.flatMap((column, index) => {
    const numbered = beside[index] ?? null;
    const text = readPart(column, list, origin).map((box) => startAtText(box, column, origin));
    return numbered ? [...text.map((box) => beginAt(box, numbered.baseline)), numbered] : text;
  });
  return [...grounds, ...lines];
}

/** Splits lines where the next column begins; most code has one. */
function splitColumns(list: Element): Node[][] {
  const nodes = [...list.childNodes];
  if (!(Number(getComputedStyle(list).columnCount) > 1)) return [nodes];
  const columns: Node[][] = [];
  let edge = NaN;
  for (const node of nodes) {
    const left = node instanceof Element ? node.getBoundingClientRect().left : edge;
    if (columns.length === 0 || Math.abs(left - edge) > 1) columns.push([]);
    columns.at(-1)?.push(node);
    edge = left;
  }
  return columns;
}

function listNumbers(column: readonly Node[]): Element[] {
  return column.flatMap((node) =>
    node instanceof Element ? [...node.querySelectorAll(`[${MARK}]`)] : [],
  );
}

function readNumbers(
  numbers: readonly Element[],
  origin: DOMRect,
  readPart: ReadPart,
): TextBox | null {
  const rows = numbers
    .flatMap((number) => readPart([...number.childNodes], number, origin))
    .flatMap((box) => (box.kind === 'text' ? [box] : []));
  const [[first], [top, second]] = [numbers, rows];
  if (!first || !top) return null;
  const place = measure(first.getBoundingClientRect(), origin);
  const leading = second ? second.baseline - top.baseline : top.leading;
  const paragraphs = rows.flatMap((row) => row.paragraphs);
  return { ...top, ...place, paragraphs, leading, height: leading * rows.length };
}

/** An empty first line has no letter whose baseline could be measured. */
function beginAt(box: Box, baseline: number): Box {
  if (box.kind !== 'text') return box;
  return (box.paragraphs[0]?.runs.length ?? 0) > 0 ? box : { ...box, baseline };
}

function isDrawn(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** Room around the lines, such as that for line numbers, is not part of the text. */
function startAtText(box: Box, column: readonly Node[], origin: DOMRect): Box {
  const text = column.flatMap(listTexts).find(({ data }) => LETTER.test(data));
  if (!text) return box;
  const at = text.data.search(LETTER);
  const range = document.createRange();
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  const x = round(range.getBoundingClientRect().left - origin.left);
  return x > box.x ? { ...box, x, width: box.width - (x - box.x) } : box;
}

function listTexts(node: Node): Text[] {
  return node instanceof Text ? [node] : [...node.childNodes].flatMap(listTexts);
}
