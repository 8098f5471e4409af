/** Where a piece of text stands, in slide pixels from its holder. */
export interface Place {
  start: number;
  length: number;
  left: number;
  top: number;
  height: number;
}

/** The text of an element, whose pieces can be measured and copied. */
export interface MeasuredText {
  text: string;
  /** Measures a piece; null when it is not within one row. */
  measure(start: number, length: number): Place | null;
  /** Copies a piece, in the colours that it has. */
  copy(place: Pick<Place, 'start' | 'length'>): HTMLElement[];
}

/** Tolerance for parts of one row. */
const SAME_ROW = 2;

/** Opens the text of an element to measure it from a holder that is drawn at a scale. */
export function openText(element: Element, holder: Element, scale: number): MeasuredText {
  const nodes = listNodes(element);
  const origin = holder.getBoundingClientRect();
  const find = (offset: number): TextPart => findPart(nodes, offset);
  return {
    text: nodes.map(({ node }) => node.data).join(''),
    measure(start, length) {
      const [first, last] = [find(start), find(start + length - 1)];
      const range = document.createRange();
      range.setStart(first.node, start - first.start);
      range.setEnd(last.node, start + length - last.start);
      const rows = [...range.getClientRects()].filter(({ width }) => width > 0);
      const [row] = rows;
      if (!row || rows.some(({ top }) => Math.abs(top - row.top) > SAME_ROW * scale)) return null;
      return {
        start,
        length,
        left: (row.left - origin.left) / scale,
        top: (row.top - origin.top) / scale,
        height: row.height / scale,
      };
    },
    copy({ start, length }) {
      const end = start + length;
      const parts = nodes.filter(
        (part) => part.start < end && part.start + part.node.length > start,
      );
      return parts.map((part) => {
        const data = part.node.data.slice(Math.max(0, start - part.start), end - part.start);
        return copyPart(part.node, data);
      });
    },
  };
}

interface TextPart {
  node: Text;
  /** Offset in the whole text. */
  start: number;
}

function listNodes(element: Element): TextPart[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts: TextPart[] = [];
  let start = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    parts.push({ node, start });
    start += node.length;
  }
  return parts;
}

function findPart(parts: readonly TextPart[], offset: number): TextPart {
  const found = parts.findLast(({ start }) => start <= offset);
  if (!found) throw new Error('The text is empty.');
  return found;
}

function copyPart({ parentElement }: Text, data: string): HTMLElement {
  const copy = document.createElement('span');
  copy.textContent = data;
  if (!parentElement) return copy;
  const { color, fontStyle, fontWeight } = getComputedStyle(parentElement);
  Object.assign(copy.style, { color, fontStyle, fontWeight });
  return copy;
}
