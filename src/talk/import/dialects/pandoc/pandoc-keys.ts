import { isPicture } from '../../../text/path.ts';
import { toNote, type Deck, type DeckSlide } from '../../deck.ts';
import type { ReadContext } from '../../dialect.ts';
import { readForeignMatter, type ForeignKey } from '../../matter.ts';
import { listNamedSheets, type Sheet } from '../../translate/deck-sheets.ts';
import {
  COMMON_KEYS,
  leaveOut,
  takeAspect,
  type KeyRule,
  plainText,
  ONE_VALUE,
} from '../../talk-keys.ts';
import { textOf } from '../../../text/value/value-text.ts';
import { isRecord } from '../../../text/value/record.ts';
import { isGround } from '../../slide-ground.ts';

const LOOK = 'The look of a talk comes from its theme and its stylesheet.';
/** Shapes of slides as beamer writes them. */
const ASPECTS: Readonly<Record<string, string>> = { 43: '4:3', 1610: '16:10', 169: '16:9' };
const ON_COVER = 'Put this picture on the cover.';
const OUTPUT = '"rostrum export" makes files.';

/** Keys of the front matter of decks for Pandoc and Quarto. */
export const PANDOC_KEYS: Readonly<Record<string, KeyRule>> = {
  ...COMMON_KEYS,
  title: (key, deck) => {
    const taken = COMMON_KEYS['title']?.(key, deck);
    const isComputed = typeof key.value === 'string' && /`r [^`]+`/.test(key.value);
    return isComputed ? ['manual', 'R would compute this; write what it gives.'] : taken;
  },
  format: takeFormat,
  output: leaveOut(OUTPUT),
  aspectratio: (key, deck) => {
    const ratio = ASPECTS[textOf(key.value)];
    return takeAspect({ ...key, value: ratio ?? key.value }, deck);
  },
  'slide-level': () => ['translated', '--- before each such heading'],
  footer: () => ['translated', 'footer'],
  titlegraphic: () => ['manual', ON_COVER],
  'title-slide-attributes': ({ value }) =>
    isRecord(value) && value['data-background-size'] !== undefined
      ? ['manual', ON_COVER]
      : ['translated', 'the ground of the cover'],
  'header-includes': ({ value }, deck) => {
    const texts = (Array.isArray(value) ? value : [value]).map(textOf);
    deck.preambles = [...(deck.preambles ?? []), ...texts];
    return [
      'dropped',
      'Its commands for formulas are macros of the talk; the rest is for paper.',
      'harmless',
    ];
  },
  css: ({ value }) => (isRecord(value) ? ONE_VALUE : undefined),
  logo: ({ value }) =>
    typeof value === 'string' && isPicture(value)
      ? ['translated', 'logo']
      : ['manual', 'It is no picture that can be read.'],
  incremental: ({ value }) => (value === true ? ['translated', 'incremental: true'] : undefined),
  execute: leaveOut('Code of a deck is not run.'),
  engine: leaveOut('Code of a deck is not run.'),
  jupyter: leaveOut('Code of a deck is not run.'),
  editor: leaveOut('It is a setting of an editor.'),
  bibliography: () => [
    'manual',
    'Citations are resolved where Pandoc is installed; otherwise write the sources on their slides.',
  ],
  csl: leaveOut('There are no citations.'),
  ...Object.fromEntries(
    `theme themeoptions colortheme fonttheme innertheme outertheme mainfont sansfont monofont fontsize mathfont linkcolor
    urlcolor toc toc-title number-sections navigation section-titles classoption documentclass
    highlight-style link-citations mathspec colorlinks lof lot
    transition revealjs-url numbersections filters preview-links`
      .split(/\s+/)
      .map((key) => [key, leaveOut(LOOK)]),
  ),
};

/** The settings of a format: those that slides have are taken elsewhere, all others are left out. */
function takeFormat(key: ForeignKey, { keys }: Deck): ReturnType<KeyRule> {
  const { value } = key;
  const theme = listSettings([key]).get('theme');
  if ([theme].flat().some((name) => DARK_THEMES.has(textOf(name)))) {
    keys.dark = true;
    return ['translated', 'dark: true'];
  }
  return value === 'revealjs' || value === 'beamer' || value === 'pptx'
    ? ['dropped', OUTPUT, 'harmless']
    : ['dropped', `${OUTPUT} ${LOOK}`, 'harmless'];
}

/** Themes of reveal.js and Quarto with light words on a dark ground. */
const DARK_THEMES = new Set(['dark', 'black', 'night', 'moon', 'league', 'blood', 'dracula']);

/** Returns the settings of a deck with those of its format for slides. */
export function listSettings(keys: readonly ForeignKey[]): Map<string, unknown> {
  const settings = new Map(keys.map(({ name, value }) => [name, value]));
  const format = settings.get('format') ?? settings.get('output');
  if (typeof format !== 'object' || format === null) return settings;
  for (const options of Object.values(format as Record<string, unknown>)) {
    if (typeof options !== 'object' || options === null) continue;
    for (const [name, value] of Object.entries(options)) settings.set(name, value);
  }
  return settings;
}

/** Takes the words and the logo that a deck has at the foot of its slides, also among the settings of its format. */
export function takeFoot(keys: readonly ForeignKey[], deck: Deck): void {
  const settings = listSettings(keys);
  const [footer, logo] = [settings.get('footer'), settings.get('logo')];
  if (typeof footer === 'string' && footer.trim() !== '') deck.keys.footer = plainText(footer);
  if (typeof logo === 'string' && isPicture(logo)) deck.keys.logo = logo;
}

/** Reads the files that a deck has above its body: the commands of LaTeX, and stylesheets. */
export function readAttached(
  keys: readonly ForeignKey[],
  deck: Deck,
  { file, context }: { file: string; context: ReadContext },
): Sheet[] {
  const settings = listSettings(keys);
  const includes = settings.get('includes') as { in_header?: unknown } | null | undefined;
  const headers = [
    includes?.in_header,
    settings.get('include-in-header'),
    settings.get('preamble'),
  ];
  for (const name of headers.flat()) {
    const found = typeof name === 'string' ? context.readFile(name, file) : undefined;
    if (found && !/<(?:style|script|link)\b/.test(found.text))
      deck.preambles = [...(deck.preambles ?? []), found.text];
  }
  const line = keys.find(({ name }) => /^(?:css|format|output)$/.test(name))?.span.line ?? 1;
  return [settings.get('theme'), settings.get('css')].flatMap((names) =>
    listNamedSheets(names, line),
  );
}

/** Returns the level of headings that begin slides, 0 for none of them; undefined where the deck does not name it. */
export function readSlideLevel(keys: readonly ForeignKey[]): number | undefined {
  const settings = listSettings(keys);
  const written = settings.get('slide-level') ?? settings.get('slide_level');
  const level = Number(textOf(written));
  return textOf(written) !== '' && level >= 0 && level <= 6 ? level : undefined;
}

/** Gives the cover the ground that Quarto gives its title slide; a smaller picture is left to the author. */
export function takeTitleLook(keys: readonly ForeignKey[], cover: DeckSlide): void {
  const attributes = listSettings(keys).get('title-slide-attributes');
  if (!isRecord(attributes)) return;
  const {
    'data-background-image': image,
    'data-background-color': colour,
    'data-background-size': size,
  } = attributes;
  const isWhole = /^(?:cover)?$/.test(textOf(size));
  const ground = isWhole ? (image ?? colour) : colour;
  if (typeof ground === 'string' && isGround(ground)) cover.keys.background = ground;
  // The note of a key of its own says so as well.
  const format = keys.find(({ name }) => name === 'format');
  const isOwn = keys.some(({ name }) => name === 'title-slide-attributes');
  if (!isWhole && typeof image === 'string' && format && !isOwn)
    cover.notes.push(toNote(['manual', ON_COVER], image, format.span));
}

/** Reads the keys that a project of Quarto gives to all its decks, the nearest last. */
export function readProjectKeys(path: string, { readFile }: ReadContext): ForeignKey[] {
  return PROJECT_FILES.flatMap((name) => {
    const found = readFile(name, path);
    return found ? readForeignMatter(found.text, { file: found.path, line: 1 }).keys : [];
  });
}

const PROJECT_FILES = ['../..', '..', '.'].flatMap((folder) =>
  ['_quarto.yml', '_metadata.yml'].map((name) => `${folder}/${name}`),
);

/** Reports whether cells show their code by themselves. Quarto shows none on slides; R Markdown does, unless a cell says no. */
export function isEchoed(keys: readonly ForeignKey[], text: string): boolean {
  const [, option] = /opts_chunk\$set\([^)]*\becho\s*=\s*(TRUE|FALSE|T|F)\b/.exec(text) ?? [];
  if (option !== undefined) return option.startsWith('T');
  const settings = listSettings(keys);
  const execute = settings.get('execute');
  const own =
    settings.get('echo') ??
    (typeof execute === 'object' && execute !== null
      ? (execute as { echo?: unknown }).echo
      : undefined);
  if (own !== undefined) return own !== false;
  const format = keys.find(({ name }) => name === 'format')?.value;
  const names = typeof format === 'object' && format !== null ? Object.keys(format) : [format];
  return !names.some((name) => /^(?:revealjs|beamer|pptx)$|-revealjs$/.test(textOf(name)));
}

/** Reports whether all lists of a deck appear item by item. */
export function isIncremental(keys: readonly ForeignKey[]): boolean {
  return listSettings(keys).get('incremental') === true;
}
