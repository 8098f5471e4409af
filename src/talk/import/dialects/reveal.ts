import { DeckSlide, type Deck } from '../deck.ts';
import type { DialectReader } from '../dialect.ts';
import { cutText, splitHead, type Part } from '../cut-slides.ts';
import { readForeignMatter, type ForeignKey } from '../matter.ts';
import { COMMON_KEYS, leaveOut, takeKeys, type KeyRule } from '../talk-keys.ts';
import { takeSlideAttributes } from './reveal-attributes.ts';

/** Reads decks of reveal.js and reveal-md in Markdown. */
export const reveal: DialectReader = {
  name: 'reveal',
  program: 'reveal.js',
  signs: {
    keys: /^(?:revealOptions|verticalSeparator|separator|highlightTheme)$/,
    text: {
      pattern: /<!--\s*\.(?:slide|element)\s*:|<aside class="notes">|^vvv$|^Notes?:/m,
      what: 'a mark of reveal.js',
    },
  },
  read({ path, text }) {
    const { head, headLine, body, bodyLine } = splitHead(text);
    const deck: Deck = { keys: {}, slides: [], css: [], notes: [] };
    const { keys } = readForeignMatter(head, { file: path, line: headLine });
    takeKeys(keys, KEYS, { deck, program: 'reveal.js' });
    const separators = readSeparators(keys);
    for (const part of cutText(body, bodyLine, ({ text: line }) => separators.isCut(line))) {
      if (part.text.trim() !== '') deck.slides.push(readSlide(part, path, separators));
    }
    return deck;
  },
};

/** The lines that begin a slide, a vertical slide and notes. */
interface Separators {
  isCut(line: string): boolean;
  isVertical(line: string): boolean;
  notes: RegExp;
}

function readSlide(part: Part, file: string, { isVertical, notes }: Separators): DeckSlide {
  const found = notes.exec(part.text);
  const text = found ? part.text.slice(0, found.index) : part.text;
  const slide = new DeckSlide({ file, line: part.line, text });
  if (found) slide.speakerNotes.push(part.text.slice(found.index + found[0].length));
  if (part.cut !== null && isVertical(part.cut)) {
    slide.notes.push({
      outcome: 'approximated',
      what: part.cut.trim(),
      became: 'a slide after the one above it',
      span: { file, line: part.line - 1, column: 1, length: part.cut.length },
    });
  }
  takeSlideAttributes(slide);
  return slide;
}

/** Reads the separators that a deck names; expressions that are more than a line of signs stay as they are by default. */
function readSeparators(keys: readonly ForeignKey[]): Separators {
  const lineOf = (name: string): string | undefined => {
    const key = keys.find((each) => each.name === name);
    return typeof key?.value === 'string' ? toSigns(key.value) : undefined;
  };
  const horizontal = lineOf('separator');
  const vertical = lineOf('verticalSeparator');
  const isVertical = (line: string): boolean =>
    vertical === undefined ? /^(?:--|----|vvv)$/.test(line.trim()) : line.trim() === vertical;
  const isHorizontal = (line: string): boolean =>
    horizontal === undefined ? /^---$/.test(line.trim()) : line.trim() === horizontal;
  return {
    isVertical,
    isCut: (line) => isHorizontal(line) || isVertical(line),
    notes: /^[ \t]*notes?:[ \t]*/im,
  };
}

/** Returns the signs of a separator such as "^\n\n\n" or "<!--s-->"; undefined for an expression. */
function toSigns(pattern: string): string | undefined {
  const signs = pattern
    .replaceAll(/\\r\??|\\n|\r|\n|^\^|\$$|\?/g, '')
    .replaceAll(/\\(.)/g, '$1')
    .trim();
  return /[[\](){}|*+]/.test(signs) || signs === '' ? undefined : signs;
}

const STYLE =
  'Rules of a theme do not fit these slides; "css" of the talk holds rules of your own.';
const OWN = 'Every talk has that.';
const separatorKey: KeyRule = ({ value }) =>
  typeof value === 'string' && toSigns(value) === undefined
    ? [
        'manual',
        'Slides are cut at the usual lines, since this expression is not one line of signs.',
      ]
    : ['translated', '---'];
const KEYS: Readonly<Record<string, KeyRule>> = {
  ...COMMON_KEYS,
  theme: leaveOut(STYLE),
  css: leaveOut(STYLE),
  highlightTheme: leaveOut(STYLE),
  revealOptions: leaveOut(OWN),
  separator: separatorKey,
  verticalSeparator: separatorKey,
};
