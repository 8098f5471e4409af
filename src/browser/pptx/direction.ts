import type { BoxRun } from '../../talk/model/pptx-boxes.ts';

const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT =
  /[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Adlm}\p{scx=Mand}\p{scx=Samr}\p{scx=Rohg}]/u;
/** Keeps the order of text between two of them, in programs without isolates. */
const LEFT_TO_RIGHT_MARK = '\u200e';

/**
 * Reports whether the text of an element runs from right to left; with automatic direction, its first letter decides.
 */
export function isRightToLeft(element: Element, text: string): boolean {
  const { direction, unicodeBidi } = getComputedStyle(element);
  if (unicodeBidi !== 'plaintext') return direction === 'rtl';
  return RIGHT_TO_LEFT.test(LETTER.exec(text)?.[0] ?? '');
}

/** Keeps left-to-right text in order within right-to-left text. */
export function isolateRuns(runs: readonly BoxRun[], element: Element, around: Element): BoxRun[] {
  const text = runs.map((run) => run.text).join('');
  const isIsolated = /^(?:isolate|plaintext)/.test(getComputedStyle(element).unicodeBidi);
  const isTurned = getComputedStyle(around).direction === 'rtl' && !isRightToLeft(element, text);
  if (!isIsolated || !isTurned || text.trim() === '') return [...runs];
  const last = runs.length - 1;
  return runs.map((run, index) => ({
    ...run,
    text: `${index === 0 ? LEFT_TO_RIGHT_MARK : ''}${run.text}${index === last ? LEFT_TO_RIGHT_MARK : ''}`,
  }));
}
