import type { SourceText } from '../../../source/source.ts';
import { scanLines, type ScannedLine } from '../../scan-lines.ts';

/** The separators that a deck of reveal.js names, as expressions. */
export interface WrittenSeparators {
  horizontal?: string | undefined;
  vertical?: string | undefined;
  notes?: string | undefined;
  /** Stylesheets that the settings name, and the program that rewrites the deck before it is read. */
  css?: unknown;
  preprocessor?: unknown;
  /** The page beside the deck that names them. */
  page?: SourceText;
  /** Whether a page names them, which has no slides below others unless it says so. */
  isPage?: boolean;
  /** Whether that page loads reveal.js before its fourth version, which cut slides between blank lines alone. */
  isOld?: boolean;
  /** Whether the text is one slide: these versions cut a section of a page only where it names a separator. */
  isOne?: boolean;
}

/** The lines that begin a slide, a vertical slide and notes. */
export interface Separators {
  isCut(line: ScannedLine, lines: readonly ScannedLine[], index: number): boolean;
  isVertical(line: string): boolean;
  /** Splits the notes off a slide. */
  split(text: string): [own: string, notes?: string];
}

/** Reads separators; an expression that is more than a line of signs or blank lines stays as it is by default. */
export function readSeparators(written: WrittenSeparators): Separators {
  const { horizontal, vertical, notes, isPage, isOld, isOne } = written;
  const ofSlide = toSigns(horizontal ?? '');
  const ofVertical = toSigns(vertical ?? '');
  const ofNotes = toSigns(notes ?? '');
  const blanks = Math.min(...[horizontal, vertical].map(countBlanks));
  // Blank lines as one separator leave the other at its default, and there is none for slides below others.
  const hasSign = !Number.isFinite(countBlanks(horizontal));
  const hasSignBelow =
    ofVertical !== undefined ||
    !(Number.isFinite(blanks) || (isPage === true && vertical === undefined));
  const isVertical = (line: string): boolean =>
    hasSignBelow &&
    (ofVertical === undefined
      ? /^(?:--|----|vvv|\+\+\+)$/.test(line.trim())
      : line.trim() === ofVertical);
  const isHorizontal = (line: string): boolean =>
    hasSign && (ofSlide === undefined ? line.trim() === '---' : line.trim() === ofSlide);
  const isNotes = (line: string): boolean =>
    ofNotes === undefined ? /^[ \t]*notes?:/i.test(line) : line.trimStart().startsWith(ofNotes);
  const frame = readFrame(horizontal ?? (isOld ? OLD_SEPARATOR : ''));
  const frameBelow = readFrame(vertical ?? '');
  const isSign = ({ text }: ScannedLine, lines: readonly ScannedLine[], index: number): boolean =>
    (isHorizontal(text) && isFramed(lines, index, frame)) ||
    (isVertical(text) && isFramed(lines, index, frameBelow));
  return {
    isVertical,
    isCut: (line, lines, index) =>
      isOne !== true &&
      ((isSign(line, lines, index) && !isToml(line, lines)) || isLastBlank(lines, index, blanks)),
    split(text) {
      const line = scanLines(text).find((each) => !each.isInside && isNotes(each.text));
      if (!line) return [text];
      const mark = ofNotes ?? /^[ \t]*notes?:[ \t]*/i.exec(line.text)?.[0] ?? '';
      return [
        text.slice(0, line.start),
        text.slice(line.start + line.text.indexOf(mark) + mark.length),
      ];
    },
  };
}

/** The separator of reveal.js before its fourth version: a line of signs between blank ones. */
const OLD_SEPARATOR = '^\\n---\\n$';

/** Where a separator asks for blank lines. */
interface Frame {
  isBlankAbove: boolean;
  isBlankBelow: boolean;
}

/** Reads at which side of its signs a separator such as "^\n---\n$" asks for a blank line. */
function readFrame(pattern: string): Frame {
  const plain = pattern.replaceAll(/\\r\??|\r\??/g, '').replaceAll('\\n', '\n');
  return { isBlankAbove: plain.startsWith('^\n'), isBlankBelow: plain.endsWith('\n$') };
}

/** Checks whether the lines around a line are blank where they have to be. */
function isFramed(
  lines: readonly ScannedLine[],
  index: number,
  { isBlankAbove, isBlankBelow }: Frame,
): boolean {
  const isBlank = (at: number): boolean => (lines[at]?.text ?? '').trim() === '';
  return (!isBlankAbove || isBlank(index - 1)) && (!isBlankBelow || isBlank(index + 1));
}

/** What is said of a deck whose separators are guessed. */
export const BY_BLANKS =
  'Slides are cut at blank lines, since no line of signs is between them; the page that shows the deck may say otherwise.';

/** Guesses the separators of a deck that has no line of signs between slides: a page that is not here cuts it at blank lines. */
export function guessSeparators(body: string): WrittenSeparators | null {
  const lines = scanLines(body);
  if (lines.some(({ isInside, text }) => !isInside && SIGNS.test(text))) return null;
  const gaps = lines.filter(({ text }, index) => {
    const below = lines.slice(index + 1, index + 3);
    return (
      text.trim() !== '' &&
      below.length === 2 &&
      below.every((each) => each.text.trim() === '' && !each.isInside)
    );
  });
  return gaps.length > 1 ? { horizontal: '\\n\\n\\n', vertical: '\\n\\n' } : null;
}

const SIGNS = /^[ \t]*(?:-{2,}|vvv|\+{3}|\*{3,}|_{3,})[ \t]*$/;

/** Checks whether a line is one of those around front matter in TOML. */
function isToml({ text }: ScannedLine, [first]: readonly ScannedLine[]): boolean {
  return text.trim() === '+++' && first?.text.trim() === '+++';
}

/** Returns the signs of a separator such as "^---$" or "<!--s-->"; undefined for any other expression. */
export function toSigns(pattern: string): string | undefined {
  const signs = pattern
    .replaceAll(/\\r\??|\\n|\r|\n|^\^|\$$|\?/g, '')
    .replaceAll(/\\(.)/g, '$1')
    .trim();
  return /[[\](){}|*+]/.test(signs) || signs === '' ? undefined : signs;
}

/** Returns how many blank lines a separator such as "^\n\n\n" is; infinity for any other. */
export function countBlanks(pattern: string | undefined): number {
  const plain = (pattern ?? '').replaceAll(/\\r\??|\r\??/g, '').replace(/^\^|\$$/g, '');
  const count = plain.replaceAll('\\n', '\n').length;
  return /^(?:\\n|\n)+$/.test(plain) && count > 1 ? count : Infinity;
}

/** Checks whether a line is the last of as many blank lines as cut, counted from the first of them. */
function isLastBlank(lines: readonly ScannedLine[], index: number, count: number): boolean {
  if (!Number.isFinite(count) || lines[index]?.text.trim() !== '') return false;
  const above = lines.slice(0, index).findLastIndex(({ text }) => text.trim() !== '');
  return above >= 0 && index - above === count;
}
