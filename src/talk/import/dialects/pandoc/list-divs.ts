import { parseAttributes, type BraceAttributes } from '../../brace-attributes.ts';
import { scanLines } from '../../scan-lines.ts';
import type { Stretch } from '../../text-edits.ts';

/** A fenced division: its opening line, what is in it, and its closing line. */
export interface Div {
  opening: Stretch;
  inside: Stretch;
  closing: Stretch | null;
  attributes: BraceAttributes;
  /** Whether it is within columns, which hold nothing for the foot of a slide. */
  isInColumns: boolean;
}

/** Lists the divisions of a text, the outer before the inner, and the lines that close none. */
export function listDivs(text: string): { divs: Div[]; strays: Stretch[] } {
  const divs: Div[] = [];
  const strays: Stretch[] = [];
  const open: Div[] = [];
  for (const line of scanLines(text)) {
    if (line.isInside) continue;
    const [, braces, word] = OPENING_DIV.exec(line.text) ?? [];
    const stretch = { start: line.start, end: line.start + line.text.length };
    if (braces !== undefined || word !== undefined) {
      const attributes = parseAttributes(braces ?? `.${word}`);
      const inside = { start: line.end, end: text.length };
      const isInColumns = open.some((outer) =>
        /^columns?$/.test(outer.attributes.classes[0] ?? ''),
      );
      const div: Div = { opening: stretch, inside, closing: null, attributes, isInColumns };
      divs.push(div);
      open.push(div);
    } else if (CLOSING_DIV.test(line.text)) {
      const div = open.pop();
      if (!div) {
        strays.push(stretch);
        continue;
      }
      div.closing = stretch;
      div.inside.end = line.start;
    }
  }
  return { divs, strays };
}

/** The line that opens a fenced division. */
export const OPENING_DIV = /^ {0,3}:{3,}[ \t]*(?:\{([^}]*)\}|([A-Za-z][\w-]*))[ \t]*:*[ \t]*$/;
/** The line that closes one. */
export const CLOSING_DIV = /^ {0,3}:{3,}[ \t]*$/;
