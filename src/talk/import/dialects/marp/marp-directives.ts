import { isGround, NO_GROUND } from '../../slide-ground.ts';
import { toLine, type Deck, type DeckSlide, type Result } from '../../deck.ts';
import { readForeignMatter, type ForeignKey } from '../../matter.ts';
import { listComments } from '../../comments.ts';
import { ONE_VALUE, toKeyNote } from '../../talk-keys.ts';
import { loosen } from './loose-yaml.ts';
import { takeClass } from './marp-classes.ts';
import { takeEdge, takePaginate } from './marp-edges.ts';
import { textOf } from '../../../text/value/value-text.ts';
import { isRecord } from '../../../text/value/record.ts';

/** Directives that hold for a slide and those below it, by name. */
export type Inherited = Map<string, ForeignKey>;

/** The directives of Marp that concern slides; one that begins with "_" holds for its slide alone. */
export const SLIDE_DIRECTIVES = new Set(
  'class backgroundColor backgroundImage backgroundPosition backgroundRepeat backgroundSize color header footer paginate'.split(
    ' ',
  ),
);
/** Directives of the whole deck, which can also be written in a comment. */
const DECK_DIRECTIVES = new Set(
  'marp theme style headingDivider size math title author description keywords lang url image transition'.split(
    ' ',
  ),
);

/** What the comments of a slide say: its own directives, and those of the whole deck. */
export interface SlideComments {
  own: ForeignKey[];
  ofDeck: ForeignKey[];
}

/** Takes the comments of a slide: directives, which are also passed on to the slides below, and notes. */
export function takeDirectives(slide: DeckSlide, inherited: Inherited): SlideComments {
  const found: SlideComments = { own: [], ofDeck: [] };
  for (const comment of listComments(slide)) {
    const { start, end, words, inDrawing } = comment;
    slide.replace({ start, end }, '');
    const { line } = slide.edits.placeOf(start);
    const keys = readDirectives(words, { file: slide.file, line });
    if (words.trim() === 'fit') {
      const taken: Result = ['translated', 'Titles take the size that fits.', 'harmless'];
      slide.notes.push(toKeyNote(fitKey(slide, start, end), taken));
    } else if (keys === null) {
      if (!inDrawing) slide.speakerNotes.push(words);
    } else for (const key of keys) sortKey(key, found, { inherited, slide });
  }
  return found;
}

function fitKey(slide: DeckSlide, start: number, end: number): ForeignKey {
  const span = slide.spanOf({ start, end });
  return { name: 'fit', value: null, written: '', span };
}

function sortKey(
  key: ForeignKey,
  found: SlideComments,
  { inherited, slide }: { inherited: Inherited; slide: DeckSlide },
): void {
  const name = key.name.replace(/^_/, '');
  if (!isDirective(key)) slide.notes.push(toKeyNote(key, ['dropped', NO_DIRECTIVE]));
  else if (DECK_DIRECTIVES.has(key.name)) found.ofDeck.push(key);
  else if (name === key.name) inherited.set(name, key);
  else found.own.push({ ...key, name });
}

/** Reads a comment that contains directives; null for any other. */
export function readDirectives(
  words: string,
  place: { file: string; line: number },
): ForeignKey[] | null {
  const lead = /^\s*/.exec(words)?.[0] ?? '';
  const line = place.line + lead.split('\n').length - 1;
  const { keys, fault } = readForeignMatter(loosen(words.trim()), { ...place, line });
  return fault === null && keys.some(isDirective) ? keys : null;
}

function isDirective({ name }: ForeignKey): boolean {
  return SLIDE_DIRECTIVES.has(name.replace(/^_/, '')) || DECK_DIRECTIVES.has(name);
}

const NO_DIRECTIVE = 'Marp has no such directive, so it has no effect in the deck either.';

/** Directives that were noted already, and whether the deck itself has rules for a class. */
export interface DirectiveOptions {
  seen: Set<ForeignKey>;
  hasRule(name: string): boolean;
  /** Front matter of the talk. */
  ofTalk: Deck['keys'];
}

/** Gives a slide what its directives say; each is noted where it is written, once. */
export function applyDirectives(
  keys: Iterable<ForeignKey>,
  slide: DeckSlide,
  { seen, hasRule, ofTalk }: DirectiveOptions,
): void {
  const all = new Map([...keys].map((key) => [key.name, key]));
  for (const key of all.values()) {
    const taken = isRecord(key.value)
      ? ONE_VALUE
      : applyDirective(key, slide, { all, hasRule, ofTalk });
    if (!taken || seen.has(key)) continue;
    seen.add(key);
    slide.notes.push(toKeyNote(key, taken));
  }
}

function applyDirective(
  key: ForeignKey,
  slide: DeckSlide,
  {
    all,
    hasRule,
    ofTalk,
  }: Omit<DirectiveOptions, 'seen'> & {
    all: ReadonlyMap<string, ForeignKey>;
  },
): Result | undefined {
  const value =
    typeof key.value === 'string' || typeof key.value === 'number' ? textOf(key.value).trim() : '';
  switch (key.name) {
    case 'class':
      return takeClass(key, slide, { hasRule, hasGround: hasGround(all) });
    case 'backgroundColor':
      if (value !== '' && !isGround(value)) return ['manual', NO_GROUND];
      if (value !== '' && !isPictureOf(all)) slide.keys.background ??= value;
      return value === '' ? undefined : ['translated', `background: ${value}`];
    case 'backgroundImage':
      return takeBackground(value, slide);
    case 'color':
      if (value !== '') {
        const colour = value.replaceAll(/[;{}]/g, '');
        slide.css.push(`:root { --ink: ${colour}; color: ${colour}; }`);
      }
      return ['approximated', 'a rule of the slide for its words'];
    case 'backgroundPosition':
    case 'backgroundRepeat':
    case 'backgroundSize':
      return ['approximated', 'A background covers its slide.'];
    case 'header':
    case 'footer':
      return takeEdge(key.name, value, slide, ofTalk);
    case 'paginate':
      return takePaginate(textOf(key.value), slide);
  }
  return undefined;
}

/** Checks whether a slide has a ground of its own, also beside a class that gives one. */
function hasGround(all: ReadonlyMap<string, ForeignKey>): boolean {
  const value = all.get('backgroundColor')?.value;
  return isPictureOf(all) || (typeof value === 'string' && isGround(value.trim()));
}

function isPictureOf(all: ReadonlyMap<string, ForeignKey>): boolean {
  const value = all.get('backgroundImage')?.value;
  return typeof value === 'string' && value !== 'none' && value !== '';
}

function takeBackground(value: string, { keys }: DeckSlide): Result | undefined {
  if (value === '' || value === 'none') return undefined;
  const [, quoted, bare] = /^url\(\s*(?:["']([^"']*)["']|([^)\s]*))\s*\)$/.exec(value) ?? [];
  const address = quoted ?? bare ?? (value.includes('gradient(') ? value : undefined);
  if (address === undefined)
    return ['manual', `"${toLine(value)}" is no picture or gradient that can be read.`];
  keys.background = address;
  return ['translated', `background: ${address}`];
}
