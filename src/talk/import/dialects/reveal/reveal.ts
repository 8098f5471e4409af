import type { SourceText } from '../../../source/source.ts';
import { makeRemarks } from '../../comments.ts';
import { cutText, splitHead, type Part } from '../../cut-slides.ts';
import { DeckSlide, toNote, type Deck, type Result } from '../../deck.ts';
import type { DialectReader, ReadContext } from '../../dialect.ts';
import { takeMatter } from '../../matter.ts';
import { listNamedSheets, listSheets, takeSheets } from '../../translate/deck-sheets.ts';
import { listCommandSheets } from '../../translate/sheets/project-sheets.ts';
import { keepPairedMorphs } from '../../translate/morphs.ts';
import { plainFormulas } from '../../translate/escaped-formulas.ts';
import { openHtml } from '../../translate/open-html.ts';
import { spaceHeadings } from '../../translate/loose-markdown.ts';
import { takeIconFonts } from '../../translate/icon-fonts.ts';
import { takeContainers } from '../../translate/foreign-containers.ts';
import { takeHtmlHeadings } from '../../translate/html-headings.ts';
import { COMMON_KEYS, leaveOut, takeKeys, type KeyRule, ONE_VALUE } from '../../talk-keys.ts';
import { takeAttribute, takeElementAttributes, takeSlideAttributes } from './reveal-attributes.ts';
import { noteEffects, takeFenceSteps } from './reveal-steps.ts';
import { noteShortcodes, takeShortcodes } from './hugo-shortcodes.ts';
import { includeFiles, notePreprocessor } from './preprocessors.ts';
import { noteAround } from './page-around.ts';
import { isPage, readRevealPage, type PageSection } from './reveal-page.ts';
import { findSeparators, readSectionSeparators } from './page-separators.ts';
import {
  BY_BLANKS,
  countBlanks,
  guessSeparators,
  readSeparators,
  toSigns,
  type Separators,
} from './separators.ts';
import { isRecord } from '../../../text/value/record.ts';

/** Reads decks of reveal.js: Markdown as reveal-md shows it, and pages with sections. */
export const reveal: DialectReader = {
  name: 'reveal',
  program: 'reveal.js',
  signs: {
    usualName: /(?:^|\/)PITCHME\.md$/,
    head: { pattern: /^outputs:.*\breveal\b/im, what: '"Reveal" among its outputs' },
    needs: 'reveal-md',
    sure: {
      pattern:
        /<[a-z]+\s[^>]*\bclass=["']?[^"'>]*\breveal\b[^>]*>\s*(?:<!--[^]*?-->\s*)*<[a-z]+\s[^>]*\bclass=["']?[^"'>]*\bslides\b/,
      what: 'the frame of reveal.js around its slides',
    },
    keys: /^(?:revealOptions|verticalSeparator|separator|highlightTheme)$/,
    text: {
      pattern:
        /<!--\s*\.(?:slide|element)\s*:|<aside class="notes">|^vvv$|^Notes?:|<[a-z]+[^>]*\bclass=["']?[^"'>]*\bslides\b/m,
      what: 'a mark of reveal.js',
    },
  },
  read(source, context) {
    const deck: Deck = { keys: {}, slides: [], css: [], notes: [] };
    if (isPage(source.text)) readPage(source, context, deck);
    else readMarkdown(source, context, deck);
    noteEffects(deck);
    keepPairedMorphs(deck.slides);
    return deck;
  },
};

function readMarkdown({ path, text }: SourceText, context: ReadContext, deck: Deck): void {
  const { head, headLine, body: written, bodyLine } = splitHead(text);
  const body = includeFiles(written, path, context);
  const keys = takeMatter(head, { file: path, line: headLine }, deck.notes);
  takeKeys(keys, KEYS, { deck, program: 'reveal.js' });
  const valueOf = (name: string): string | undefined => {
    const value = keys.find((key) => key.name === name)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const beside = findSeparators(path, context);
  const horizontal = valueOf('separator') ?? beside.horizontal;
  const named = {
    ...beside,
    horizontal,
    vertical: valueOf('verticalSeparator') ?? beside.vertical,
  };
  const isNamed = named.horizontal !== undefined || named.vertical !== undefined;
  const guessed = isNamed ? null : guessSeparators(body);
  const notes = valueOf('notesSeparator') ?? beside.notes;
  const separators = readSeparators({ ...(guessed ?? named), notes });
  const span = { file: path, line: bodyLine, column: 1, length: 1 };
  if (guessed) deck.notes.push(toNote(['approximated', BY_BLANKS], 'blank lines', span));
  const plain = spaceHeadings(plainFormulas(takeShortcodes(body)));
  for (const part of cutText(plain, bodyLine, separators.isCut)) {
    if (part.text.trim() !== '') deck.slides.push(readSlide(part, path, separators));
  }
  notePreprocessor(beside.preprocessor, deck, { path, context });
  const css = keys.find(({ name }) => name === 'css');
  const sheets = listNamedSheets(css?.value ?? beside.css, css?.span.line ?? 1);
  takeSheets([...sheets, ...listCommandSheets({ path, context })], deck, { file: path, context });
  const { page } = beside;
  if (page) takeSheets(listSheets(page.text), deck, { file: page.path, context });
}

/** Reads the sections of a page. Each is a slide, or several slides in Markdown. */
function readPage({ path, text }: SourceText, context: ReadContext, deck: Deck): void {
  const page = readRevealPage(text, path, context);
  if (page.title !== '') deck.keys.title = page.title;
  for (const { address, line } of page.missing) {
    const span = { file: path, line, column: 1, length: 1 };
    const became = 'There is no such file beside the deck, so its slides are missing.';
    deck.notes.push({ outcome: 'manual', what: `data-markdown="${address}"`, became, span });
  }
  for (const section of page.sections) {
    const slides = section.kind === 'html' ? [readHtml(section)] : readSection(section, text);
    for (const slide of slides) {
      takeSectionAttributes(section, slide);
      deck.slides.push(slide);
    }
    if (section.isVertical && slides[0]) noteVertical(slides[0], '<section>', section.line);
  }
  noteAround(text, path, deck);
  takeSheets(listSheets(text), deck, { file: path, context });
}

function readHtml({ file, line, text, notes, unmarked, drawn }: PageSection): DeckSlide {
  const slide = new DeckSlide({ file, line, text });
  for (const at of unmarked) {
    const span = { file, line: at, column: 1, length: 1 };
    const became = 'Code has no marks of its own: steps can mark its lines.';
    slide.notes.push({ outcome: 'approximated', what: '<pre>', became, span });
  }
  for (const { id, line: at } of drawn) {
    const span = { file, line: at, column: 1, length: 1 };
    const became = 'A script of the page draws this; slides run none. Put a picture of it here.';
    slide.notes.push({ outcome: 'manual', what: id, became, span });
  }
  slide.speakerNotes.push(...notes);
  makeRemarks(slide);
  takeIconFonts(slide);
  return slide;
}

function readSection({ attributes, text, line, file }: PageSection, page: string): DeckSlide[] {
  const separators = readSeparators(readSectionSeparators(attributes, page));
  return cutText(spaceHeadings(plainFormulas(text)), line, separators.isCut)
    .filter((part) => part.text.trim() !== '')
    .map((part) => readSlide(part, file, separators));
}

function takeSectionAttributes({ attributes, line, file }: PageSection, slide: DeckSlide): void {
  for (const attribute of attributes) {
    if (/^data-(?:markdown|separator|charset)/.test(attribute.name)) continue;
    const span = { file, line, column: 1, length: 1 };
    const what = `${attribute.name}="${attribute.value}"`;
    slide.notes.push(toNote(takeAttribute(attribute, slide), what, span));
  }
}

function readSlide(part: Part, file: string, separators: Separators): DeckSlide {
  const [text, notes] = separators.split(part.text);
  const slide = new DeckSlide({ file, line: part.line, text });
  if (notes !== undefined) slide.speakerNotes.push(notes);
  if (part.cut !== null && separators.isVertical(part.cut))
    noteVertical(slide, part.cut, part.line - 1);
  noteShortcodes(slide);
  takeContainers(slide);
  openHtml(slide);
  takeHtmlHeadings(slide);
  takeSlideAttributes(slide);
  takeElementAttributes(slide);
  takeIconFonts(slide);
  takeFenceSteps(slide);
  return slide;
}

function noteVertical(slide: DeckSlide, cut: string, line: number): void {
  const span = { file: slide.file, line, column: 1, length: cut.length };
  const result: Result = ['approximated', 'a slide after the one above it', 'harmless'];
  slide.notes.push(toNote(result, cut.trim(), span));
}

const STYLE =
  'Rules of a theme do not fit these slides; "css" of the talk holds rules of your own.';
const OWN = 'Every talk has that.';
const separatorKey: KeyRule = ({ value }) =>
  typeof value === 'string' && toSigns(value) === undefined && countBlanks(value) === Infinity
    ? [
        'manual',
        'Slides are cut at the usual lines, since this expression is not one line of signs.',
      ]
    : ['translated', '---'];
const KEYS: Readonly<Record<string, KeyRule>> = {
  ...COMMON_KEYS,
  theme: leaveOut(STYLE),
  css: ({ value }) => (isRecord(value) ? ONE_VALUE : undefined),
  highlightTheme: leaveOut(STYLE),
  revealOptions: leaveOut(OWN),
  scripts: leaveOut('Slides run no scripts.'),
  outputs: leaveOut(OWN),
  separator: separatorKey,
  verticalSeparator: separatorKey,
  notesSeparator: separatorKey,
};
