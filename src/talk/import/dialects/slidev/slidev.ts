import type { Layout } from '../../../model/talk.ts';
import type { SourceText } from '../../../source/source.ts';
import { DeckSlide, type Deck } from '../../deck.ts';
import type { DialectReader, ReadContext } from '../../dialect.ts';
import { takeMatter, type ForeignKey } from '../../matter.ts';
import { takeKeys } from '../../talk-keys.ts';
import { takeComments } from '../../comments.ts';
import { takeContainers } from '../../translate/foreign-containers.ts';
import { takeHtmlHeadings } from '../../translate/html-headings.ts';
import { closeTags } from '../../translate/loose-markdown.ts';
import { walkTokens } from '../../walk.ts';
import { takeCode } from './slidev-code.ts';
import { takeElements } from './slidev-elements.ts';
import { HEAD_KEYS, isSlideKey, takeSlideKeys } from './slidev-keys.ts';
import { takeSlideStyles } from './plain-rules.ts';
import { takeFormulaSteps, takeMarks } from './slidev-marks.ts';
import { cutSlidev, type SlidevPart } from './slidev-slides.ts';
import { addRules, takeStylesheet, takeThemeSheets } from './slidev-styles.ts';
import { takeContents } from './slidev-toc.ts';
import { utilityRule } from './utility-classes.ts';
import { textOf } from '../../../text/value/value-text.ts';

/** Reads decks of Slidev. */
export const slidev: DialectReader = {
  name: 'slidev',
  program: 'Slidev',
  signs: {
    needs: '@slidev/cli',
    keys: /^(?:highlighter|colorSchema|routerMode|drawings|mdc|comark|canvasWidth|fonts|exportFilename|themeConfig|addons|monaco|twoslash|titleTemplate|favicon|layoutClass|lineNumbers|layout)$/,
    head: {
      pattern:
        /^(?:theme:[ \t]*(?:seriph|apple-basic|bricks|shibainu)\b|transition:[ \t]*(?:slide-(?:left|right|up|down)|view-transition)\b)/m,
      what: 'a theme or a transition of Slidev',
    },
    text: {
      pattern:
        /<\/?v-?clicks?\b|<template\s+v-slot|^::(?:right|left|default|bottom)::$|^layout:\s*(?:two-cols|intro|image-right|image-left|fact)\b|^````md magic-move|^src:[ \t]*\S+\.md(?:#[\d,-]+)?[ \t]*$/m,
      what: 'an element of Slidev',
    },
  },
  read(source, context) {
    const deck: Deck = { keys: {}, slides: [], css: [], notes: [] };
    const [first] = cutSlidev(source.text);
    const head = first ? readKeys(first, source.path, deck) : [];
    takeKeys(
      head.filter(({ name }) => !isSlideKey(name) || Object.hasOwn(HEAD_KEYS, name)),
      HEAD_KEYS,
      { deck, program: 'Slidev' },
    );
    takeStylesheet(source.path, deck, context);
    const reading: Reading = { deck, context, classes: new Set(), open: [] };
    addSlides(source, reading, true);
    takeContents(deck);
    const theme = head.find(({ name }) => name === 'theme');
    if (theme)
      takeThemeSheets(textOf(theme.value), deck, { ...source, context, line: theme.span.line });
    addRules(deck, reading.classes);
    return deck;
  },
};

/** What the reader knows while it reads the files of a deck. */
interface Reading {
  deck: Deck;
  context: ReadContext;
  classes: Set<string>;
  /** Paths of the files that are being read, to find circles. */
  open: string[];
}

function addSlides(
  { path, text }: SourceText,
  reading: Reading,
  isDeck: boolean,
  range: (index: number) => boolean = () => true,
): void {
  reading.open.push(path);
  cutSlidev(closeTags(text)).forEach((part, index) => {
    if (!range(index + 1)) return;
    const all = readKeys(part, path, reading.deck);
    const isHead = isDeck && index === 0;
    const keys = isHead ? all.filter(({ name }) => isSlideKey(name) && !ONLY_TALK.has(name)) : all;
    const src = keys.find(({ name }) => name === 'src');
    if (src) return include(src, keys, { path, reading });
    if (part.text.trim() === '' && keys.length === 0) return;
    // Slidev takes the comment at the end as notes before it reads Markdown, where indentation would make code of it.
    const own = part.text.replace(LAST_COMMENT, '$1');
    const slide = new DeckSlide({ file: path, line: part.line, text: own });
    addSlide(slide, keys, reading);
    if (isHead && all.length > 0 && all.every(({ name }) => name !== 'layout'))
      slide.keys.layout ??= coverLayout(slide);
  });
  reading.open.pop();
}

function addSlide(slide: DeckSlide, keys: readonly ForeignKey[], { deck, classes }: Reading): void {
  takeSlideKeys(keys, slide);
  takeComments(slide);
  takeCode(slide);
  takeContainers(slide);
  takeHtmlHeadings(slide);
  takeFormulaSteps(slide);
  for (const name of takeMarks(slide)) classes.add(name);
  for (const name of takeElements(slide)) classes.add(name);
  for (const name of textOf(slide.keys.class).split(/\s+/)) {
    if (name) classes.add(name);
    // Titles have a colour of their own here, which a slide with another changes.
    const [, colour] = /^color: (.+)$/.exec(utilityRule(name) ?? '') ?? [];
    if (colour !== undefined) slide.css.push(`:root { --ink: ${colour}; color: ${colour}; }`);
  }
  takeSlideStyles(slide);
  noteExpressions(slide);
  dropSlots(slide);
  deck.slides.push(slide);
}

/** Returns the layout of a first slide that names none: in Slidev it is a cover, whose words are in the middle by a class. */
function coverLayout({ keys }: DeckSlide): Layout {
  return /(?:^|\s)text-center(?:\s|$)/.test(textOf(keys.class)) ? 'center' : 'cover';
}

/** Reads the slides of another file in the place of a slide; its keys go to the first of them. */
function include(
  src: ForeignKey,
  keys: readonly ForeignKey[],
  { path, reading }: { path: string; reading: Reading },
): void {
  const { deck, context, open } = reading;
  const [address = '', part] = textOf(src.value).split('#');
  const file = context.readFile(address, path);
  const isCircle = file !== undefined && open.includes(file.path);
  if (!file || isCircle || open.length > MAX_DEPTH) {
    const became = file
      ? 'The files bring in each other.'
      : 'There is no such file beside the deck, so its slides are missing.';
    deck.notes.push({ outcome: 'manual', what: `src: ${src.written}`, became, span: src.span });
    return;
  }
  const at = deck.slides.length;
  addSlides(file, reading, false, part === undefined ? undefined : readRange(part));
  const [slide] = deck.slides.slice(at);
  const own = keys.filter(({ name }) => name !== 'src');
  if (slide && own.length > 0) takeSlideKeys(own, slide);
}

/** Reads which slides of a file are brought in: "2,4-6". */
function readRange(written: string): (index: number) => boolean {
  const ranges = written.split(',').map((part) => part.trim().split('-').map(Number));
  return (index) => ranges.some(([first = 0, last = first]) => index >= first && index <= last);
}

function readKeys({ matter, matterLine }: SlidevPart, file: string, deck: Deck): ForeignKey[] {
  return takeMatter(matter, { file, line: matterLine }, deck.notes);
}

/** Removes the marks of places that only a layout of a theme has; what stands below them stays. */
function dropSlots(slide: DeckSlide): void {
  for (const token of slide.tokens) {
    if (token.type !== 'slot' || /^(?:left|right|bottom)$/.test(token.name)) continue;
    if (token.name === 'default') slide.replace(token, '');
    else slide.replace(token, '', ['approximated', 'its content, in the order of the text']);
  }
}

/** Notes the expressions of Vue, which look like values of data. */
function noteExpressions(slide: DeckSlide): void {
  walkTokens(slide.tokens, (token) => {
    if (token.type !== 'value') return false;
    slide.note(token, 'manual', 'An expression of Vue is shown as it is written.');
    return true;
  });
}

const ONLY_TALK = new Set([
  'title',
  'transition',
  'lineNumbers',
  'hideInToc',
  'level',
  'name',
  'preload',
]);
const LAST_COMMENT = /(?<=\n)[ \t]+(<!--(?:(?!-->)[^])*-->\s*)$/;
const MAX_DEPTH = 8;
