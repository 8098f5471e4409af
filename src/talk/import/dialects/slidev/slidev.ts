import type { SourceText } from '../../../source/source.ts';
import { DeckSlide, type Deck } from '../../deck.ts';
import type { DialectReader, ReadContext } from '../../dialect.ts';
import { readForeignMatter, type ForeignKey } from '../../matter.ts';
import { takeKeys } from '../../talk-keys.ts';
import { takeComments } from '../../comments.ts';
import { walkTokens } from '../../walk.ts';
import { ARROW_RULE } from './slidev-arrow.ts';
import { takeCode } from './slidev-code.ts';
import { takeElements } from './slidev-elements.ts';
import { HEAD_KEYS, isSlideKey, takeSlideKeys } from './slidev-keys.ts';
import { cutSlidev, type SlidevPart } from './slidev-slides.ts';
import { utilityRule, writeUtility } from './utility-classes.ts';

/** Reads decks of Slidev. */
export const slidev: DialectReader = {
  name: 'slidev',
  program: 'Slidev',
  signs: {
    keys: /^(?:highlighter|colorSchema|routerMode|drawings|mdc|comark|canvasWidth|fonts|exportFilename|themeConfig|addons|monaco|twoslash|titleTemplate|favicon|layoutClass|lineNumbers|layout)$/,
    text: {
      pattern:
        /<\/?v-?clicks?\b|<template\s+v-slot|^::(?:right|left|default|bottom)::$|^layout:\s*(?:two-cols|intro|image-right|image-left|fact)\b|^````md magic-move/m,
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
    addRules(reading);
    return deck;
  },
};

/** Takes the stylesheet that Slidev loads by its name. */
function takeStylesheet(path: string, deck: Deck, context: ReadContext): void {
  for (const name of ['style.css', 'styles/index.css', 'styles/index.scss']) {
    const file = context.readFile(name, path);
    if (!file) continue;
    const span = { file: file.path, line: 1, column: 1, length: 1 };
    const isPlain = name.endsWith('.css') && !/@apply|@include|@unocss/.test(file.text);
    if (isPlain) deck.css.push(file.text.trim());
    deck.notes.push({
      outcome: isPlain ? 'approximated' : 'manual',
      what: name,
      became: isPlain
        ? 'the stylesheet of the talk; its rules may not fit the elements of these slides'
        : 'It is written for a tool that makes CSS of it.',
      span,
    });
  }
}

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
  cutSlidev(text).forEach((part, index) => {
    if (!range(index + 1)) return;
    const all = readKeys(part, path, reading.deck);
    const isHead = isDeck && index === 0;
    const keys = isHead ? all.filter(({ name }) => isSlideKey(name) && !ONLY_TALK.has(name)) : all;
    const src = keys.find(({ name }) => name === 'src');
    if (src) return include(src, keys, { path, reading });
    if (part.text.trim() === '' && keys.length === 0) return;
    addSlide(new DeckSlide({ file: path, line: part.line, text: part.text }), keys, reading);
  });
  reading.open.pop();
}

function addSlide(slide: DeckSlide, keys: readonly ForeignKey[], { deck, classes }: Reading): void {
  takeSlideKeys(keys, slide);
  takeComments(slide);
  takeCode(slide);
  for (const name of takeElements(slide)) classes.add(name);
  for (const name of String(slide.keys.class ?? '').split(/\s+/)) if (name) classes.add(name);
  escapeValues(slide);
  dropSlots(slide);
  deck.slides.push(slide);
}

/** Reads the slides of another file in the place of a slide; its keys go to the first of them. */
function include(
  src: ForeignKey,
  keys: readonly ForeignKey[],
  { path, reading }: { path: string; reading: Reading },
): void {
  const { deck, context, open } = reading;
  const [address = '', part] = String(src.value ?? '').split('#');
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
  const { keys, fault } = readForeignMatter(matter, { file, line: matterLine });
  if (fault !== null) {
    const span = { file, line: matterLine, column: 1, length: 1 };
    deck.notes.push({ outcome: 'manual', what: matter.trim().slice(0, 40), became: fault, span });
  }
  return keys;
}

/** Removes the marks of places that only a layout of a theme has; what stands below them stays. */
function dropSlots(slide: DeckSlide): void {
  for (const token of slide.tokens) {
    if (token.type !== 'slot' || /^(?:left|right|bottom)$/.test(token.name)) continue;
    if (token.name === 'default') slide.replace(token, '');
    else slide.replace(token, '', ['approximated', 'its content, in the order of the text']);
  }
}

/** Expressions of Vue look like values of data, which they are not. */
function escapeValues(slide: DeckSlide): void {
  walkTokens(slide.tokens, (token) => {
    if (token.type !== 'value') return false;
    slide.replace(token, `\\${token.raw}`, [
      'manual',
      'An expression of Vue is shown as it is written.',
    ]);
    return true;
  });
}

/** Adds rules for the classes that elements have, and notes those that have none here. */
function addRules({ deck, classes }: Reading): void {
  const rules: string[] = [];
  const unknown: string[] = [];
  const styled = [...deck.css, ...deck.slides.map(({ edits }) => edits.text)].join('\n');
  for (const name of classes) {
    const css = utilityRule(name);
    if (css !== null) rules.push(writeUtility(name, css));
    else if (!OWN_CLASSES.has(name) && !styled.includes(`.${name}`)) unknown.push(name);
  }
  const text = deck.slides.map(({ edits }) => edits.apply()).join('\n');
  if (text.includes('class="deck-arrow"')) rules.push(ARROW_RULE);
  if (text.includes('class="left-out"')) rules.push(LEFT_OUT_RULE);
  if (rules.length > 0) deck.css.push(rules.join('\n'));
  const [slide] = deck.slides;
  if (unknown.length === 0 || !slide) return;
  for (const name of unknown) {
    const owner = deck.slides.find(({ edits }) => edits.text.includes(name)) ?? slide;
    const start = Math.max(0, owner.edits.text.indexOf(name));
    owner.note(
      { start, end: start + name.length },
      'dropped',
      'This class has no rules here; write them into the stylesheet of the talk.',
    );
  }
}

const LEFT_OUT_RULE =
  '.left-out { border: 2px dashed currentcolor; padding: 8px 16px; border-radius: 8px; opacity: 0.7; }';
const OWN_CLASSES = new Set(['fragment', 'left-out', 'deck-arrow', '']);
const ONLY_TALK = new Set([
  'title',
  'transition',
  'lineNumbers',
  'hideInToc',
  'level',
  'name',
  'preload',
]);
const MAX_DEPTH = 8;
