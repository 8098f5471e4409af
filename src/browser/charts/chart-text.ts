import { measureText } from '../../talk/blocks/text-width.ts';

/** Text sizes of charts in slide pixels; the smallest is readable from the last row. */
export const TEXT = { small: 18, label: 21, value: 26, large: 44 } as const;

const STRONG = 1.05;
const THIN_SPACE = /\u202f/g;
/** A word ends at a space, or after a sign that joins the parts of a technical name. */
const WORDS = /[^\s_/.:,-]*[_/.:,-]+|[^\s_/.:,-]+|\s+/g;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Returns the maximum width of a line of text. */
export function textWidth(text: string, size: number, isStrong = false): number {
  const width = measureText(text.replace(THIN_SPACE, '.'), size);
  return isStrong ? width * STRONG : width;
}

/** Truncates a text that is too wide, with an ellipsis. */
export function fitText(text: string, size: number, width: number, isStrong = false): string {
  if (textWidth(text, size, isStrong) <= width) return text;
  const kept = [...letters.segment(text)].map(({ segment }) => segment);
  while (kept.length > 1 && textWidth(`${kept.join('')}…`, size, isStrong) > width) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}

/** Truncates texts that are too wide; those that would look alike keep their ends as well. */
export function fitTexts(
  texts: readonly string[],
  size: number,
  width: number,
  isStrong = false,
): string[] {
  const cut = texts.map((text) => fitText(text, size, width, isStrong));
  const isAlike = (text: string): boolean => cut.filter((other) => other === text).length > 1;
  return cut.map((text, index) => {
    const whole = texts[index] ?? '';
    return text !== whole && isAlike(text) ? fitMiddle(whole, size, width, isStrong) : text;
  });
}

/** Removes letters from the middle of a text that is too wide. */
function fitMiddle(text: string, size: number, width: number, isStrong: boolean): string {
  const all = [...letters.segment(text)].map(({ segment }) => segment);
  for (let kept = all.length - 1; kept > 2; kept--) {
    const head = all.slice(0, Math.ceil(kept / 2)).join('');
    const cut = `${head}…${all.slice(all.length - Math.floor(kept / 2)).join('')}`;
    if (textWidth(cut, size, isStrong) <= width) return cut;
  }
  return fitText(text, size, width, isStrong);
}

/** Breaks a text into lines of a width: between words, and within a word that is wider than a line. */
export function breakText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(WORDS) ?? []) {
    for (const piece of splitWord(word, size, width)) {
      if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
        lines.push(line.trim());
        line = '';
      }
      line += line === '' ? piece.trimStart() : piece;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

/** Returns the width of the widest part of a text that is not broken between words. */
export function widestWord(text: string, size: number): number {
  return Math.max(0, ...(text.match(WORDS) ?? []).map((word) => textWidth(word.trim(), size)));
}

function splitWord(word: string, size: number, width: number): string[] {
  if (textWidth(word.trim(), size) <= width) return [word];
  const pieces = [''];
  for (const { segment } of letters.segment(word)) {
    const last = `${pieces.at(-1)}${segment}`;
    if (pieces.at(-1) !== '' && textWidth(last, size) > width) pieces.push(segment);
    else pieces[pieces.length - 1] = last;
  }
  return pieces;
}
