import { splitHead } from '../../cut-slides.ts';
import { DeckSlide, type Deck, type Result } from '../../deck.ts';
import type { DialectReader } from '../../dialect.ts';
import { keepLineBreaks } from '../../line-breaks.ts';
import { makeListSteps } from '../../list-steps.ts';
import { takeMatter, type ForeignKey } from '../../matter.ts';
import {
  COMMON_KEYS,
  leaveOut,
  takeAspect,
  takeKeys,
  takeText,
  toKeyNote,
  type KeyRule,
} from '../../talk-keys.ts';
import { takeSheets } from '../../translate/deck-sheets.ts';
import { findMarpTheme } from '../../translate/sheets/project-sheets.ts';
import { takeIconFonts } from '../../translate/icon-fonts.ts';
import { takeContainers } from '../../translate/foreign-containers.ts';
import { takeHtmlHeadings } from '../../translate/html-headings.ts';
import { rewriteUnderlines } from '../../underlined-headings.ts';
import {
  applyDirectives,
  SLIDE_DIRECTIVES,
  takeDirectives,
  type Inherited,
} from './marp-directives.ts';
import { cutMarp, readDivider } from './marp-divider.ts';
import { loosen } from './loose-yaml.ts';
import { takeTalkEdges } from './marp-edges.ts';
import { takePictures } from './marp-pictures.ts';
import { takeStyles, takeVariables, toLost } from './marp-styles.ts';
import { keepLooks } from './slide-rules.ts';
import { textOf } from '../../../text/value/value-text.ts';

/** Reads decks of Marp. */
export const marp: DialectReader = {
  name: 'marp',
  program: 'Marp',
  signs: {
    needs: '@marp-team/marp-cli',
    keys: /^(?:marp|headingDivider|paginate|backgroundImage|backgroundColor|_class)$/,
    text: {
      pattern:
        /<!--\s*_?(?:class|paginate|backgroundColor|backgroundImage|color|header|footer)\s*:|!\[bg\b/,
      what: 'a directive of Marp',
    },
  },
  read({ path, text }, context) {
    const { head, headLine, body, bodyLine } = splitHead(text);
    const deck: Deck = { keys: {}, slides: [], css: [], notes: [] };
    const keys = takeMatter(loosen(head), { file: path, line: headLine }, deck.notes);
    const theme = keys.find(({ name }) => name === 'theme');
    const sheet = theme && findMarpTheme(textOf(theme.value), { path, context });
    const inherited: Inherited = new Map();
    const ofFirst: ForeignKey[] = [];
    for (const key of keys) {
      const name = key.name.replace(/^_/, '');
      if (!SLIDE_DIRECTIVES.has(name)) continue;
      if (name === key.name) inherited.set(name, key);
      else ofFirst.push({ ...key, name });
    }
    takeDeckKeys(
      keys.filter(
        (key) => !SLIDE_DIRECTIVES.has(key.name.replace(/^_/, '')) && !(sheet && key === theme),
      ),
      deck,
    );
    takeTalkEdges(inherited, deck);
    const rules = text + (sheet?.css ?? '');
    const hasRule = (name: string): boolean => rules.includes(`.${name}`);
    const options = { seen: new Set<ForeignKey>(), hasRule, ofTalk: deck.keys };
    const levels = readDivider(keys, { body, path });
    for (const part of cutMarp(rewriteUnderlines(body), bodyLine, levels)) {
      const slide = new DeckSlide({
        file: path,
        line: part.line,
        text: part.text,
      });
      const { own, ofDeck } = takeDirectives(slide, inherited);
      takeDeckKeys(ofDeck, deck);
      const first = deck.slides.length === 0 ? ofFirst : [];
      applyDirectives([...inherited.values(), ...first, ...own], slide, options);
      takeBody(slide, deck);
      deck.slides.push(slide);
    }
    takeVariables(deck, sheet?.css ?? '');
    if (sheet)
      takeSheets([{ ...sheet, line: theme.span.line }], deck, {
        file: path,
        context,
      });
    return deck;
  },
};

function takeDeckKeys(keys: readonly ForeignKey[], deck: Deck): void {
  takeKeys(keys, KEYS, { deck, program: 'Marp' });
}

function takeBody(slide: DeckSlide, deck: Deck): void {
  noteIncludes(slide);
  takeContainers(slide);
  takeHtmlHeadings(slide);
  takePictures(slide);
  takeIconFonts(slide);
  takeStyles(slide, deck);
  takeFenceOptions(slide);
  takeBraces(slide);
  keepLineBreaks(slide);
  const lists = slide.tokens.filter((token) => token.type === 'list');
  const stepped = lists.filter(({ raw }) => /^\s*(?:\*\s|\d+\)\s)/.test(raw));
  const [list] = stepped;
  if (list) slide.note(list, 'translated', makeListSteps(stepped, slide));
}

/** Leaves out attributes in braces at the end of a line, which a plugin reads. */
function takeBraces(slide: DeckSlide): void {
  for (const token of slide.allTokens) {
    if (token.type !== 'paragraph' && token.type !== 'heading') continue;
    const { start, end } = slide.stretch(token);
    for (const { index, 0: written } of slide.edits.text.slice(start, end).matchAll(BRACES)) {
      const stretch = {
        start: start + index,
        end: start + index + written.length,
      };
      slide.replace(stretch, '', ['dropped', 'A plugin of Marp would read these attributes.']);
    }
  }
}

const BRACES = /[ \t]*\{[ \t]*(?:[.#][^\s{}]+|[A-Za-z][\w-]*=["'][^{}\n]*)[^{}\n]*\}(?=[ \t]*$)/gm;

/** Notes the files that a plugin would bring in. */
function noteIncludes(slide: DeckSlide): void {
  for (const { index, 0: written } of slide.edits.text.matchAll(/^!{3} ?include.*$/gm))
    slide.note(
      { start: index, end: index + written.length },
      'manual',
      'A plugin would bring in this file: put its text here.',
    );
}

/** Leaves out what stands behind the language of a fence, which Marp does not read. */
function takeFenceOptions(slide: DeckSlide): void {
  for (const token of slide.allTokens) {
    if (token.type !== 'code' || token.codeBlockStyle === 'indented') continue;
    const [written = '', language = ''] = /^([^\s{[]*)[ \t]*[{[][^]*$/.exec(token.lang ?? '') ?? [];
    const at = slide.edits.text.indexOf(written, slide.stretch(token).start);
    if (written === '' || at < 0) continue;
    const result: Result = ['dropped', 'Marp has no options behind a fence.', 'harmless'];
    slide.replace({ start: at, end: at + written.length }, language, result);
  }
}

const OWN = 'Every talk has that.';
const LOOK = 'The look of a talk comes from its theme and its stylesheet.';
const KEYS: Readonly<Record<string, KeyRule>> = {
  ...COMMON_KEYS,
  marp: leaveOut('This is a talk now.'),
  theme: ({ value }) =>
    /^(?:default|gaia|uncover)$/.test(textOf(value))
      ? ['dropped', LOOK, 'harmless']
      : ['dropped', `${LOOK} Classes of this theme have no look here.`],
  style: (key, { css, notes }) => {
    const { css: kept, lost } = keepLooks(textOf(key.value).trim());
    css.push(kept);
    if (lost.length > 0) notes.push(toKeyNote(key, ['dropped', toLost(lost)]));
    return [
      'approximated',
      'the stylesheet of the talk; its rules may not fit the elements of these slides',
    ];
  },
  headingDivider: () => ['translated', '--- before each such heading'],
  size: takeAspect,
  math: leaveOut(OWN),
  html: leaveOut(OWN),
  url: leaveOut('Addresses of pages come from where they are published.'),
  image: leaveOut('The card of a talk is drawn from its first slide.'),
  transition: leaveOut('Slides change at once.'),
  description: takeText('description'),
};
