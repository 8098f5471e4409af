import { escapeHtml } from '../../../html/html.ts';
import type { BraceAttributes } from '../../brace-attributes.ts';
import type { DeckSlide } from '../../deck.ts';
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

/** Puts the pictures of a division with a layout of its own into one row, where it holds nothing else. */
export function takeRow(div: Div, slide: DeckSlide): boolean {
  const { opening, inside, closing, attributes } = div;
  const hasLayout = ['layout-ncol', 'layout', 'layout-nrow'].some((name) =>
    attributes.values.has(name),
  );
  const blocks = slide.edits.text
    .slice(inside.start, inside.end)
    .trim()
    .split(/\n[ \t]*\n\s*/);
  const isRow =
    hasLayout && blocks.every((block) => /^!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?$/.test(block.trim()));
  if (!isRow || blocks.length < 2) return false;
  for (const gap of slide.edits.text
    .slice(inside.start, inside.end)
    .trimEnd()
    .matchAll(/\n(?:[ \t]*\n)+(?=\S)/g)) {
    const start = inside.start + gap.index;
    if (gap.index > 0) slide.edits.replace({ start, end: start + gap[0].length }, '\n');
  }
  slide.note(opening, 'translated', 'pictures in one row');
  slide.edits.remove(opening);
  if (closing) slide.edits.remove(closing);
  return true;
}

/** Writes the tag of an element with the classes and the style of a division or a span; null where it has none. */
export function writeTag(name: string, { classes, values }: BraceAttributes): string | null {
  const names = classes.filter((each) => !HARMLESS.has(each)).join(' ');
  const style = values.get('style') ?? '';
  if (names === '' && style === '') return null;
  const of = names === '' ? '' : ` class="${escapeHtml(names)}"`;
  return `<${name}${of}${style === '' ? '' : ` style="${escapeHtml(style)}"`}>`;
}

/** Classes of divisions and spans that change nothing in a talk. */
export const HARMLESS = new Set([
  'smaller',
  'scrollable',
  'r-fit-text',
  'center',
  'nonincremental',
  'cell',
  'r-stretch',
]);
