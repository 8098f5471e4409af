import type { BoxParagraph, BoxRun } from '../../talk/model/pptx-boxes.ts';
import { isolateRuns, isRightToLeft } from './direction.ts';
import { isSeen, MARK, readTextStyle } from './text-style.ts';

/** A position in a list. */
export type ListPlace = Pick<BoxParagraph, 'level' | 'numbering' | 'mark'>;

const NO_LIST: ListPlace = { level: null, numbering: null, mark: null };
/** Gap before a part of a line that counts as more than a space, in text sizes. */
const APART = 0.35;
const WIDE_SPACE = '\u2003';

/** Reads flowing text as paragraphs; `<br>` and line ends of code begin new ones. */
export function readParagraphs(
  nodes: readonly Node[],
  parent: Element,
  place: ListPlace = NO_LIST,
): BoxParagraph[] {
  const isPreformatted = keepsSpace(parent);
  const lines = splitLines(nodes.flatMap((node) => readRuns(node, parent, isPreformatted)));
  const trimmed = isPreformatted ? trimBlank(lines) : lines.map(collapse).filter(hasWords);
  const align = readAlign(parent);
  return trimmed.map((runs, index) => ({
    runs,
    align,
    isRightToLeft: isRightToLeft(parent, runs.map(({ text }) => text).join('')),
    ...(index === 0 ? place : { ...place, level: null }),
  }));
}

/** Reports whether spaces and line ends in an element count. */
export function keepsSpace(element: Element): boolean {
  const { whiteSpaceCollapse, whiteSpace } = getComputedStyle(element);
  return `${whiteSpaceCollapse} ${whiteSpace}`.includes('pre');
}

function readRuns(node: Node, parent: Element, isPreformatted: boolean): BoxRun[] {
  if (node instanceof Text) {
    const text = isPreformatted ? node.data : node.data.replace(/[ \t\r\n]+/g, ' ');
    return text === '' ? [] : [{ text, ...readTextStyle(parent) }];
  }
  if (!(node instanceof Element) || node instanceof SVGElement || !isSeen(node)) return [];
  if (node instanceof HTMLBRElement) return [{ text: '\n', ...readTextStyle(parent) }];
  // Content beside a line, such as its number, is not part of it.
  if (node.hasAttribute(MARK) && getComputedStyle(node).position === 'absolute') return [];
  const inner = [...node.childNodes].flatMap((child) => readRuns(child, node, isPreformatted));
  const within = isolateRuns(inner, node, parent);
  const runs = standsApart(node)
    ? [{ text: WIDE_SPACE, ...readTextStyle(parent) }, ...within]
    : within;
  // Numbered lines of code are blocks.
  const isOpen = within.at(-1)?.text.endsWith('\n') !== true;
  const isLine = isPreformatted && isOpen && getComputedStyle(node).display === 'block';
  return isLine ? [...runs, { text: '\n', ...readTextStyle(node) }] : runs;
}

function standsApart(element: Element): boolean {
  const { marginLeft, fontSize } = getComputedStyle(element);
  const isFirst = (element.previousSibling?.textContent ?? '').trim() === '';
  return !isFirst && Number.parseFloat(marginLeft) > APART * Number.parseFloat(fontSize);
}

function splitLines(runs: readonly BoxRun[]): BoxRun[][] {
  const lines: BoxRun[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines;
}

/** Collapses spaces between runs, and trims the ends. */
function collapse(runs: readonly BoxRun[]): BoxRun[] {
  const kept: BoxRun[] = [];
  let endsWithSpace = true;
  for (const run of runs) {
    const text = endsWithSpace ? run.text.trimStart() : run.text;
    if (text === '') continue;
    kept.push({ ...run, text });
    endsWithSpace = /\s$/.test(text);
  }
  const last = kept.at(-1);
  if (last) last.text = last.text.trimEnd();
  return kept.filter(({ text }) => text !== '');
}

function trimBlank(lines: BoxRun[][]): BoxRun[][] {
  const last = lines.findLastIndex(hasWords);
  return lines.slice(0, last + 1);
}

function hasWords(runs: readonly BoxRun[]): boolean {
  return runs.some(({ text }) => text.trim() !== '');
}

function readAlign(element: Element): BoxParagraph['align'] {
  const { textAlign, direction } = getComputedStyle(element);
  if (textAlign === 'center') return 'center';
  if (textAlign === 'left' || textAlign === 'right') return textAlign;
  return (textAlign === 'end') === (direction === 'rtl') ? 'left' : 'right';
}
