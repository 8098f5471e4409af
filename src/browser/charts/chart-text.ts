import { measureText } from '../../talk/blocks/text-width.ts';
import { memoize } from '../../talk/text/memoize.ts';

/** Text sizes of charts in slide pixels; the smallest is readable from the last row. */
export const TEXT = { small: 18, label: 21, value: 26, large: 44 } as const;

const STRONG = 1.05;
const THIN_SPACE = /\u202f/g;
/**
 * A word ends at a space, after a sign that joins the parts of a technical name, or before a capital within it; a number
 * with a point is whole.
 */
const WORDS =
  /(?:[^\s_/.:,-]|(?<=\d)[.:,](?=\d))*(?:(?!(?<=\d)[.:,]\d)[_/.:,-])+|(?:[^\s_/.:,-]|(?<=\d)[.:,](?=\d))+|\s+/g;
const CAPITAL = /(?<=\p{Ll})(?=\p{Lu})/u;
const ASCII = /^[ -~]*$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const RIGHT_TO_LEFT_MARK = '\u200f';

/** Returns the maximum width of a line of text. */
export function textWidth(text: string, size: number, isStrong = false): number {
  const width = measureEm(text) * size;
  return isStrong ? width * STRONG : width;
}

/** Measures a text of size 1. A drawing measures most of its texts several times, and live ones in each drawing. */
const measureEm = memoize({ texts: 1000, length: 60 }, (text) =>
  measureText(text.replace(THIN_SPACE, '.').replaceAll(RIGHT_TO_LEFT_MARK, ''), 1),
);

/** Reports whether a text has room. */
type Fits = (text: string) => boolean;

/** Truncates a text that is too wide, with an ellipsis. */
export function fitText(text: string, size: number, width: number, isStrong = false): string {
  return cutText(text, (cut) => textWidth(cut, size, isStrong) <= width);
}

/** Truncates texts that are too wide; those that could be another keep their ends. */
export function fitTexts(
  texts: readonly string[],
  size: number,
  width: number,
  isStrong = false,
): string[] {
  return cutTexts(texts, (text) => textWidth(text, size, isStrong) <= width);
}

/** Breaks texts into at most some lines of a width; those that are too long are truncated as by `fitTexts`. */
export function breakTexts(
  texts: readonly string[],
  most: number,
  { size, width }: { size: number; width: number },
): string[][] {
  const lay = (text: string): string[] => breakText(text, size, width);
  return cutTexts(texts, (text) => lay(text).length <= most).map(lay);
}

/** The part of the letters kept that is before the ellipsis: all, then half, then none, until texts differ. */
const HEADS = [1, 0.5, 0];

function cutTexts(texts: readonly string[], fits: Fits): string[] {
  return HEADS.reduce(
    (cut, head) => {
      return texts.map((text, index) => {
        const before = cut[index] ?? '';
        return head === 1 || (before !== text && isUnclear(before, text, texts))
          ? cutText(text, fits, head)
          : before;
      });
    },
    [...texts],
  );
}

/** Reports whether a truncated text could be another one as well. */
function isUnclear(cut: string, text: string, texts: readonly string[]): boolean {
  const [head = '', tail = ''] = cut.replaceAll(RIGHT_TO_LEFT_MARK, '').split('…');
  return texts.some((other) => other !== text && other.startsWith(head) && other.endsWith(tail));
}

/** Replaces letters by an ellipsis where a text has no room. */
function cutText(text: string, fits: Fits, share = 1): string {
  if (fits(text)) return text;
  const all = splitLetters(text);
  for (let kept = all.length - 1; ; kept--) {
    const head = Math.ceil(kept * share);
    const tail = all.slice(all.length - kept + head).join('');
    const cut = joinCut(all.slice(0, head).join('').trimEnd(), tail.trimStart());
    if (kept <= 1 || fits(cut)) return cut;
  }
}

/** Joins what is left of a text; an ellipsis beside letters that run from right to left runs with them. */
function joinCut(head: string, tail: string): string {
  const isAtEnd = tail === '' && RIGHT_TO_LEFT.test(head);
  const isAtStart = head === '' && RIGHT_TO_LEFT.test(tail);
  const cut = `${head}…${tail}`;
  if (isAtStart) return `${RIGHT_TO_LEFT_MARK}${cut}`;
  return isAtEnd ? `${cut}${RIGHT_TO_LEFT_MARK}` : cut;
}

/** Breaks a text into lines of a width: between words, and within a word that is wider than a line. */
export function breakText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const word of listWords(text)) {
    for (const piece of splitWord(word, size, width)) {
      const isSpace = piece.trim() === '';
      if (line !== '' && !isSpace && used + textWidth(piece.trimEnd(), size) > width) {
        lines.push(line.trim());
        [line, used] = ['', 0];
      }
      const own = line === '' ? piece.trimStart() : piece;
      line += own;
      used += textWidth(own, size);
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

/** Returns the width of the widest part of a text that is not broken between words. */
export function widestWord(text: string, size: number): number {
  return Math.max(0, ...listWords(text).map((word) => textWidth(word.trim(), size)));
}

function listWords(text: string): string[] {
  return (text.match(WORDS) ?? []).flatMap((word) => word.split(CAPITAL));
}

function splitWord(word: string, size: number, width: number): string[] {
  if (textWidth(word.trim(), size) <= width) return [word];
  const pieces: string[] = [];
  let [piece, used] = ['', 0];
  for (const letter of splitLetters(word)) {
    const own = textWidth(letter, size);
    if (piece !== '' && used + own > width) {
      pieces.push(piece);
      [piece, used] = ['', 0];
    }
    piece += letter;
    used += own;
  }
  return [...pieces, piece];
}

function splitLetters(text: string): string[] {
  // Segments of a text in ASCII are its characters, and finding them takes ten times as long.
  if (ASCII.test(text)) return text.split('');
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
