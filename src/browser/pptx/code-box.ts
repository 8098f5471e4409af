import type { Box } from '../../talk/model/pptx-boxes.ts';
import { readShapes } from './css/css-shape.ts';
import { MARK, measure, round } from './text-style.ts';

/** Reads a part of an element as boxes. */
type ReadPart = (part: Node[], parent: Element, origin: DOMRect) => Box[];

/** Anything but the end of an empty line. */
const LETTER = /[^\n]/;

/** Reads code: the grounds of its lines, then the lines as one text, and their numbers as another beside it. */
export function readCode(code: Element, origin: DOMRect, readPart: ReadPart): Box[] {
  // Long code has lines that paper leaves out.
  for (const line of code.querySelectorAll('.line')) if (!isDrawn(line)) line.remove();
  const grounds = [...code.querySelectorAll('.line')].flatMap((line) =>
    readShapes(line, measure(line.getBoundingClientRect(), origin)),
  );
  const numbers = [...code.querySelectorAll(`[${MARK}]`)];
  const places = numbers.map((number) => measure(number.getBoundingClientRect(), origin));
  const boxes = numbers.flatMap((number) => readPart([...number.childNodes], number, origin));
  for (const number of numbers) number.remove();
  const text = readPart([...code.childNodes], code, origin).map((box) =>
    startAtText(box, code, origin),
  );
  const rows = boxes.flatMap((box) => (box.kind === 'text' ? [box] : []));
  const [[place], [top, second]] = [places, rows];
  if (!place || !top) return [...grounds, ...text];
  const leading = second ? second.baseline - top.baseline : top.leading;
  const paragraphs = rows.flatMap((row) => row.paragraphs);
  const height = leading * rows.length;
  const numbered = { ...top, ...place, paragraphs, leading, height };
  return [...grounds, ...text.map((box) => beginAt(box, top.baseline)), numbered];
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
function startAtText(box: Box, code: Element, origin: DOMRect): Box {
  const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  let text = walker.nextNode();
  while (text && !LETTER.test(text.nodeValue ?? '')) text = walker.nextNode();
  if (!text) return box;
  const at = (text.nodeValue ?? '').search(LETTER);
  const range = document.createRange();
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  const x = round(range.getBoundingClientRect().left - origin.left);
  return x > box.x ? { ...box, x, width: box.width - (x - box.x) } : box;
}
