import { scanLines } from '../../scan-lines.ts';

/** The separators that a deck of reveal.js names, as expressions. */
export interface WrittenSeparators {
  horizontal?: string | undefined;
  vertical?: string | undefined;
  notes?: string | undefined;
}

/** The lines that begin a slide, a vertical slide and notes. */
export interface Separators {
  isCut(line: string): boolean;
  isVertical(line: string): boolean;
  /** Splits the notes off a slide. */
  split(text: string): [own: string, notes?: string];
}

/** Reads separators; an expression that is more than a line of signs stays as it is by default. */
export function readSeparators({ horizontal, vertical, notes }: WrittenSeparators): Separators {
  const ofSlide = toSigns(horizontal ?? '');
  const ofVertical = toSigns(vertical ?? '');
  const ofNotes = toSigns(notes ?? '');
  const isVertical = (line: string): boolean =>
    ofVertical === undefined ? /^(?:--|----|vvv)$/.test(line.trim()) : line.trim() === ofVertical;
  const isHorizontal = (line: string): boolean =>
    ofSlide === undefined ? line.trim() === '---' : line.trim() === ofSlide;
  const isNotes = (line: string): boolean =>
    ofNotes === undefined ? /^[ \t]*notes?:/i.test(line) : line.trimStart().startsWith(ofNotes);
  return {
    isVertical,
    isCut: (line) => isHorizontal(line) || isVertical(line),
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

/** Returns the signs of a separator such as "^\n\n\n" or "<!--s-->"; undefined for any other expression. */
export function toSigns(pattern: string): string | undefined {
  const signs = pattern
    .replaceAll(/\\r\??|\\n|\r|\n|^\^|\$$|\?/g, '')
    .replaceAll(/\\(.)/g, '$1')
    .trim();
  return /[[\](){}|*+]/.test(signs) || signs === '' ? undefined : signs;
}
