import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { isPicture } from '../../../text/path.ts';
import { mediaKind } from '../../../text/media-kind.ts';
import type { Deck, DeckSlide, Result } from '../../deck.ts';
import type { ForeignKey } from '../../matter.ts';
import {
  COMMON_KEYS,
  leaveOut,
  takeAspect,
  takeText,
  ONE_VALUE,
  toKeyNote,
  type KeyRule,
} from '../../talk-keys.ts';
import { isGround, NO_GROUND } from '../../slide-ground.ts';
import { takeLayout } from './slidev-layouts.ts';
import { textOf } from '../../../text/value/value-text.ts';
import { isRecord } from '../../../text/value/record.ts';

const OWN = 'Every talk has that.';
const LOOK = 'The look of a talk comes from its theme and its stylesheet.';

/** Keys of the front matter of a deck of Slidev; keys of its first slide are not among them. */
export const HEAD_KEYS: Readonly<Record<string, KeyRule>> = {
  ...COMMON_KEYS,
  info: takeInfo,
  titleTemplate: leaveOut(OWN),
  theme: leaveOut(LOOK),
  themeConfig: leaveOut(LOOK),
  fonts: leaveOut(LOOK),
  css: ({ value }) =>
    value === 'unocss' || value === 'windicss'
      ? ['translated', 'the classes that the slides use, in the stylesheet of the talk']
      : ['dropped', LOOK],
  addons: leaveOut('Add-ons of Slidev run in Slidev alone.'),
  aspectRatio: takeAspect,
  colorSchema: ({ value }, { keys }) => {
    if (value !== 'dark') return ['dropped', OWN, 'harmless'];
    keys.dark = true;
    return ['translated', 'dark: true'];
  },
  highlighter: leaveOut('Code is coloured when the talk is built.'),
  ...Object.fromEntries(
    `drawings record download exportFilename export favicon routerMode mdc comark monaco monacoTypesSource
    monacoRunAdditionalDeps twoslash twoslashOptions remoteAssets selectable canvasWidth contextMenu wakeLock presenter
    browserExporter htmlAttrs seoMeta editor overviewSnapshots notesAutoRuby defaults duration timer magicMoveDuration
    magicMoveCopy codeCopy preloadImages hideInToc level transition
    lineNumbers name preload`
      .split(/\s+/)
      .map((key) => [key, leaveOut(OWN)]),
  ),
};

function takeInfo(key: ForeignKey, deck: Deck): ReturnType<KeyRule> {
  const isText = typeof key.value === 'string' && key.value.trim() !== '';
  if (!isText) return undefined;
  return takeText('description')(key, deck);
}

/** Whether a key belongs to a slide of Slidev. */
export function isSlideKey(name: string): boolean {
  return Object.hasOwn(SLIDE_KEYS, name) || LAYOUT_KEYS.has(name);
}

/** Takes the keys of a slide, and notes what each became. */
export function takeSlideKeys(all: readonly ForeignKey[], slide: DeckSlide): void {
  const keys = all.filter(({ value }) => !isRecord(value));
  for (const key of all) if (!keys.includes(key)) slide.notes.push(toKeyNote(key, ONE_VALUE));
  takeLayout(keys, slide);
  for (const key of keys) {
    if (LAYOUT_KEYS.has(key.name)) continue;
    const rule = Object.hasOwn(SLIDE_KEYS, key.name) ? SLIDE_KEYS[key.name] : undefined;
    const taken = rule ? rule(key, slide) : takeUnknown(key, slide);
    if (taken) slide.notes.push(toKeyNote(key, taken));
  }
}

/** Shows the picture or the film of a layout of the deck's own; what else such a layout would make of a key is not known. */
function takeUnknown({ value }: ForeignKey, slide: DeckSlide): Result {
  if (typeof value !== 'string' || !(isPicture(value) || mediaKind(value) === 'video'))
    return ['dropped', 'Slides have no key for this setting of Slidev.'];
  slide.after.push(`![](${/[\s()]/.test(value) ? `<${value}>` : value})`);
  return ['approximated', 'it is on the slide; the layout of the deck may place it elsewhere'];
}

type SlideRule = (key: ForeignKey, slide: DeckSlide) => Result | undefined;

/** Checks whether the words of a slide have one half of it. */
function isHalf({ layout }: DeckSlide['keys']): boolean {
  return layout === 'picture-left' || layout === 'picture-right';
}

/** Halves the shares of classes for the room around words: in Slidev they count from the half that the words have. */
function halveShares(names: string): string {
  return names.replaceAll(
    /(?<=(?:^|\s)[pm][tblrxy]?-)(\d+)%(?=$|\s)/g,
    (_, share: string) => `${Number(share) / 2}%`,
  );
}

/** Keys that only a layout gives a meaning. */
const LAYOUT_KEYS = new Set(['layout', 'image', 'url', 'backgroundSize', 'layoutClass', 'cols']);

const hide: SlideRule = ({ value }, { keys }) => {
  if (value !== true) return undefined;
  keys.visibility = 'hidden';
  return ['translated', 'visibility: hidden'];
};
const drop =
  (reason: string): SlideRule =>
  () => ['dropped', reason, 'harmless'];

const SLIDE_KEYS: Readonly<Record<string, SlideRule>> = {
  id: takeId,
  routeAlias: takeId,
  class: ({ value }, { keys }) => {
    const names = [value].flat().map(textOf).join(' ');
    if (names.trim() !== '') keys.class = isHalf(keys) ? halveShares(names.trim()) : names.trim();
    return undefined;
  },
  background: ({ value }, { keys, after }) => {
    if (typeof value !== 'string' || value === '') return undefined;
    // The picture of the layout, where the slide has no other.
    if (after.some((text) => text.includes(value))) return undefined;
    if (!isGround(value)) return ['manual', NO_GROUND];
    keys.background = value;
    return undefined;
  },
  hide,
  disabled: hide,
  transition: drop('Slides change at once.'),
  clicks: drop('Steps are counted by themselves.'),
  clicksStart: drop('Steps are counted by themselves.'),
  clickAnimation: drop('Steps appear at once.'),
  preload: drop(OWN),
  hideInToc: drop('There is no table of contents from which to take it.'),
  level: drop('A section begins with "layout: section".'),
  zoom: () => ['approximated', 'Text takes the size that fits its slide.'],
  dragPos: () => ['dropped', 'Elements stand where the layout puts them.'],
  title: ({ value }, slide) => {
    // The layout of a deck may show it, where a slide has nothing else.
    const isAlone =
      slide.edits.text.trim() === '' && !slide.before.some((part) => part.startsWith('#'));
    if (typeof value !== 'string' || !isAlone)
      return ['dropped', 'A slide is named by its heading.', 'harmless'];
    slide.before.unshift(`# ${escapeMarkdown(value)}`);
    return ['translated', 'the heading of a slide that has none'];
  },
  name: drop('A slide is named by its heading.'),
  lineNumbers: drop('{startLine=1} behind the language of a fence numbers its lines.'),
  preview: drop(OWN),
  src: () => undefined,
};

function takeId({ value, name }: ForeignKey, { keys }: DeckSlide): ReturnType<SlideRule> {
  const id = textOf(value).trim();
  if (!/^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u.test(id)) return ['dropped', 'It is no id of a slide.'];
  keys.id = id;
  return name === 'id' ? undefined : ['translated', `id: ${id}`];
}
