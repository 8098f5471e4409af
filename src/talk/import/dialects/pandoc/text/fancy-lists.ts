import type { ImportNote } from '../../../../model/import/imported-deck.ts';
import { toLine, toNote } from '../../../deck.ts';
import { scanLines } from '../../../scan-lines.ts';

/** A line that begins an item of a list with letters, Roman digits or brackets. */
interface FancyLine {
  indent: number;
  marker: string;
  number: number;
}

/**
 * Writes lists with letters, Roman digits or brackets, which a talk does not have, as lines that keep them. Lists that
 * hold other parts get plain numbers. Lines keep their numbers.
 */
export function plainLists(
  text: string,
  { file, line: first }: { file: string; line: number },
): { text: string; notes: ImportNote[] } {
  const lines = scanLines(text);
  const written = lines.map((line) => line.text);
  const notes: ImportNote[] = [];
  const fancy = lines.map((line) => (line.isInside ? null : readFancy(line.text)));
  const isBlank = (index: number): boolean => (written[index] ?? '').trim() === '';
  const isItem = (index: number): boolean => PLAIN.test(lines[index]?.text ?? '');
  for (let at = 0; at < lines.length; at++) {
    const start = fancy[at];
    if (!start || !(at === 0 || isBlank(at - 1) || isItem(at - 1) || fancy[at - 1])) continue;
    const end = endOfList(at);
    const isRich = hasParts(at, end, start.indent);
    for (let index = at; index < end; index++) {
      const own = fancy[index];
      if (!own) continue;
      const line = written[index] ?? '';
      if (isRich) {
        // A sign of another kind begins a list of its own.
        const sign = own.marker.endsWith(')') ? ')' : '.';
        const number = `${own.number}${sign}`.padEnd(own.marker.length);
        written[index] =
          line.slice(0, own.indent) + number + line.slice(own.indent + own.marker.length);
      } else if (index > 0 && !isBlank(index - 1) && !/(?: {2}|\\)$/.test(written[index - 1] ?? ''))
        written[index - 1] += '\\';
    }
    const became = isRich ? 'a list with numbers' : 'lines with these signs';
    const span = { file, line: first + at, column: start.indent + 1, length: start.marker.length };
    notes.push(toNote(['approximated', became], toLine(lines[at]?.text ?? ''), span));
    at = end - 1;
  }
  const rest = lines.map((line, index) => {
    return (written[index] ?? '') + text.slice(line.start + line.text.length, line.end);
  });
  return { text: rest.join(''), notes };

  /** Returns the index behind the last line of the list that begins at an index. */
  function endOfList(from: number): number {
    let end = from + 1;
    for (let index = end; index < lines.length; index++) {
      if (isBlank(index)) continue;
      const isIndented = /^(?: {2}|\t)/.test(lines[index]?.text ?? '');
      const isBelow = !isBlank(index - 1) && !/^(?:#|:{3}|[`~]{3})/.test(written[index] ?? '');
      const own = fancy[index];
      const isOther =
        isBlank(index - 1) && isOtherList(own ?? null, lines[index]?.text ?? '', from);
      if (isOther || (!own && !isIndented && !isBelow)) break;
      end = index + 1;
    }
    return end;
  }

  /** Reports whether a line behind a blank one goes on with no item of a list, by its depth and its signs. */
  function isOtherList(own: FancyLine | null, words: string, from: number): boolean {
    const start = fancy[from];
    if (!start) return false;
    const depth = words.length - words.trimStart().length;
    const signs = (marker: string): string => marker.replaceAll(/\w/g, '');
    const isOtherSign = own?.indent === start.indent && signs(own.marker) !== signs(start.marker);
    return depth < start.indent || isOtherSign;
  }

  /** Reports whether items hold lists, or parts behind a blank line. */
  function hasParts(from: number, end: number, indent: number): boolean {
    for (let index = from + 1; index < end; index++) {
      const words = lines[index]?.text ?? '';
      const depth = words.length - words.trimStart().length;
      if (depth <= indent || fancy[index] || isBlank(index)) continue;
      if (isItem(index) || isBlank(index - 1)) return true;
    }
    return false;
  }
}

function readFancy(text: string): FancyLine | null {
  const [, blanks = '', marker = '', open, word = ''] = MARKER.exec(text) ?? [];
  if (marker === '' || blanks.includes('\t')) return null;
  const isBracket = open === '(';
  if (isBracket && !marker.endsWith(')')) return null;
  if (!isBracket && /^\d+$/.test(word)) return null;
  // An initial letter before a name has one blank.
  const isInitial = /^[A-Z]\.$/.test(marker) && !/^ {2}/.test(text.slice(blanks.length + 2));
  return isInitial ? null : { indent: blanks.length, marker, number: toNumber(word) };
}

function toNumber(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  const letters = word.toLowerCase();
  if (letters.length === 1 && letters !== 'i') return letters.charCodeAt(0) - 96;
  const values = [...letters].map((letter) => ROMAN[letter] ?? 1);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const MARKER = /^([ \t]*)((\(?)([a-zA-Z]|[ivxlc]{2,6}|[IVXLC]{2,6}|\d{1,3})[.)])[ \t]+(?=\S)/;
/** An item of a list that a talk has. */
const PLAIN = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
