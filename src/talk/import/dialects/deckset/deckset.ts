import { cutText } from '../../cut-slides.ts';
import { DeckSlide, toLine, toNote, type Deck, type Result } from '../../deck.ts';
import type { DialectReader } from '../../dialect.ts';
import { keepLineBreaks } from '../../line-breaks.ts';
import { makeListSteps } from '../../list-steps.ts';
import { scanLines } from '../../scan-lines.ts';
import { plainText } from '../../talk-keys.ts';
import { spaceHeadings } from '../../translate/loose-markdown.ts';
import { takeCommands, takeHeadKey, type DecksetSettings } from './deckset-commands.ts';
import { takePictures } from './deckset-pictures.ts';

/** Reads decks of Deckset. */
export const deckset: DialectReader = {
  name: 'deckset',
  program: 'Deckset',
  signs: {
    sure: {
      pattern:
        /^\[\.[a-z][a-z-]*(?::[^\]\n]*)?\][ \t]*$|(?<![^])\s*(?:[a-z][a-z-]*:[^\n]*\n)*(?:slidenumbers|autoscale|build-lists|slidecount|slide-dividers|slide-transition):[^\n]*\n(?:[a-z][a-z-]*:[^\n]*\n)*[ \t]*\n/im,
      what: 'a command of Deckset',
    },
    text: {
      pattern: /^#{1,6}[ \t]*\[fit\]|!\[(?:inline|fit|left|right|original|autoplay)\b[^\]]*\]\(/im,
      what: 'a word of Deckset in a title or a picture',
    },
  },
  read({ path, text }) {
    const deck: Deck = { keys: {}, slides: [], css: [], notes: [] };
    const settings: DecksetSettings = { isStepped: false };
    const { body, bodyLine } = takeHead(text, path, { deck, settings });
    for (const part of cutText(spaceHeadings(body), bodyLine, ({ text: line }) =>
      /^(?:-{3,}|_{3,}|\*{3,})[ \t]*$/.test(line),
    )) {
      if (part.text.trim() === '') continue;
      const slide = new DeckSlide({ file: path, line: part.line, text: part.text });
      const { isStepped, steps } = takeCommands(slide, settings);
      takeNotes(slide);
      takeTitles(slide);
      takePictures(slide);
      takeSteps(slide, steps);
      takeOldMarks(slide);
      keepLineBreaks(slide, (line) => !PICTURES.test(line));
      const lists = slide.tokens.filter((token) => token.type === 'list');
      if (isStepped && lists.length > 0) makeListSteps(lists, slide);
      takeStatement(slide);
      deck.slides.push(slide);
    }
    return deck;
  },
};

/** A line of nothing but pictures, which are beside each other. */
const PICTURES = /^[ \t]*(?:!\[[^\]]*\]\([^)]*\)[ \t]*)+$/;

/** Takes the settings at the top of a deck, which have no dashes around them. */
function takeHead(
  text: string,
  file: string,
  { deck, settings }: { deck: Deck; settings: DecksetSettings },
): { body: string; bodyLine: number } {
  const [head = ''] =
    /^(?:[ \t]*\n)*(?:[A-Za-z][\w-]*:[^\n]*(?:\n|$))+(?=[ \t]*(?:\n|$))/.exec(text) ?? [];
  head.split('\n').forEach((line, index) => {
    const [, name = '', value = ''] = /^([A-Za-z][\w-]*):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (name === '') return;
    const taken = takeHeadKey(name.toLowerCase(), plainText(value), { deck, settings });
    const span = { file, line: index + 1, column: 1, length: line.length };
    if (taken) deck.notes.push(toNote(taken, toLine(line), span));
  });
  return { body: text.slice(head.length), bodyLine: head.split('\n').length };
}

/** Takes the paragraphs that begin with "^" as notes. */
function takeNotes(slide: DeckSlide): void {
  const lines = scanLines(slide.edits.text);
  let isNote = false;
  let note: string[] = [];
  const flush = (): void => {
    if (note.length > 0) slide.speakerNotes.push(note.join('\n'));
    note = [];
  };
  for (const line of lines) {
    const isFirst = !line.isInside && line.text.startsWith('^');
    if (isFirst) flush();
    isNote = isFirst || (isNote && line.text.trim() !== '');
    if (!isNote) continue;
    note.push(line.text.replace(/^\^[ \t]?/, ''));
    slide.edits.replace({ start: line.start, end: line.end }, '');
  }
  flush();
}

/** Leaves out the word by which a title fills its line; titles take the size that fits. */
function takeTitles(slide: DeckSlide): void {
  for (const token of slide.allTokens) {
    if (token.type !== 'heading') continue;
    const { start, end } = slide.stretch(token);
    const found = /\[fit\][ \t]*/i.exec(slide.edits.text.slice(start, end));
    if (!found) continue;
    const stretch = { start: start + found.index, end: start + found.index + found[0].length };
    const result: Result = ['translated', 'Titles take the size that fits.', 'harmless'];
    slide.replace(stretch, '', result);
  }
}

/** Writes the lines that code marks as Deckset had it first: "swift, [.highlight: 1,4]". */
function takeOldMarks(slide: DeckSlide): void {
  for (const token of slide.allTokens) {
    if (token.type !== 'code') continue;
    const [info, language = '', lines = ''] = OLD_MARKS.exec(token.lang ?? '') ?? [];
    const at = slide.edits.text.indexOf(info ?? '', slide.stretch(token).start);
    if (info === undefined || at < 0) continue;
    const marks = lines.replaceAll(/\s/g, '');
    const written = [language || 'text', /^[\d,-]+$/.test(marks) && `{${marks}}`];
    const became = written.filter(Boolean).join(' ');
    slide.replace({ start: at, end: at + info.length }, became, ['translated', became]);
  }
}

const OLD_MARKS = /^([\w+#-]*)[ \t]*,?[ \t]*\[\.(?:code-)?highlight:([^\]]*)\][ \t]*$/;

/** Shows titles that fill their slide as a statement, where nothing else is on it. */
function takeStatement(slide: DeckSlide): void {
  const { keys, after, edits } = slide;
  const titles = slide.tokens.filter(({ type }) => type === 'heading');
  const fitted = titles.filter(({ raw }) => /\[fit\]/i.test(raw));
  const left = edits.apply().replaceAll(/^#{1,6}[ \t].*$/gm, '');
  const isAlone = left.trim() === '' && after.length === 0 && keys.layout === undefined;
  if (fitted.length === 0 || fitted.length > MAX_TITLES || !isAlone) return;
  keys.layout = 'statement';
  if (fitted.length < titles.length) return;
  for (const [index, title] of titles.slice(1).entries()) {
    const above = titles[index];
    const { start, end } = slide.stretch(title);
    const [mark = ''] = /^#+[ \t]*(?:\[fit\][ \t]*)?/i.exec(edits.text.slice(start, end)) ?? [];
    if (above) edits.replace({ start: slide.stretch(above).end, end: start + mark.length }, '<br>');
  }
}

/** Titles of a slide that have room as lines of one statement. */
const MAX_TITLES = 3;

/** Writes the lines that commands mark as steps of the first code of a slide. */
function takeSteps(slide: DeckSlide, steps: readonly string[]): void {
  const code = slide.allTokens.find((token) => token.type === 'code');
  if (steps.length === 0 || code?.type !== 'code') return;
  const language = (code.lang ?? '').trim();
  const { start } = slide.stretch(code);
  const [mark = ''] = /^ {0,3}(?:`{3,}|~{3,})/.exec(slide.edits.text.slice(start)) ?? [];
  if (mark === '') return;
  const at = start + mark.length;
  const end = slide.edits.text.indexOf('\n', at);
  slide.edits.replace({ start: at, end }, `${language || 'text'} {${steps.join('|')}}`);
}
