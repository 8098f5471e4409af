import { escapeHtml } from '../../../html/html.ts';
import type { BraceAttributes } from '../../brace-attributes.ts';
import type { DeckSlide } from '../../deck.ts';
import type { References } from './cross-references.ts';
import type { Div } from './list-divs.ts';

/** Puts the pictures of a figure, or of a division with a layout of its own, into one row, where it holds nothing but their caption. */
export function takeRow(div: Div, slide: DeckSlide, references: References): boolean {
  const { opening, inside, closing, attributes } = div;
  const hasLayout = ['layout-ncol', 'layout', 'layout-nrow'].some((name) =>
    attributes.values.has(name),
  );
  const { text } = slide.edits;
  const number = references.get(attributes.id ?? '');
  const isFigure = attributes.id?.startsWith('fig-') === true;
  const blocks = listBlocks(text.slice(inside.start, inside.end));
  const last = blocks.at(-1);
  const caption = isFigure && last && WORDS.test(last.text) ? last : undefined;
  const pictures = caption === undefined ? blocks : blocks.slice(0, -1);
  const isRow = (hasLayout || isFigure) && pictures.every((block) => PICTURE.test(block.text));
  if (!isRow || pictures.length < (caption === undefined ? 2 : 1)) return false;
  pictures.slice(1).forEach((block, index) => {
    const before = pictures[index];
    if (!before) return;
    const start = inside.start + before.at + before.text.length;
    slide.edits.replace({ start, end: inside.start + block.at }, '\n');
  });
  if (caption) {
    const start = inside.start + caption.at;
    const words = `<small>${number === undefined ? '' : `${number}: `}`;
    slide.edits.insert(start, words);
    slide.edits.insert(start + caption.text.length, '</small>');
  }
  slide.note(opening, 'translated', 'pictures in one row');
  slide.edits.remove(opening);
  if (closing) slide.edits.remove(closing);
  return true;
}

/** Lists the parts of a text between blank lines, with their offsets. */
function listBlocks(text: string): { text: string; at: number }[] {
  return [...text.matchAll(/\S[^]*?(?=\n[ \t]*\n|\s*$)/g)].map((found) => ({
    text: found[0],
    at: found.index,
  }));
}

const PICTURE = /^!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?$/;
/** A part that is a paragraph of words. */
const WORDS = /^(?![-*+>|:#!]|\d+[.)]|`{3}|~{3}|<)\S/;

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
