import { wrongValue } from '../problems/problems.ts';
import { contrastOf, layOver, parseColour, toHex, type Colour } from '../colour/colour.ts';
import { isBalanced, isComputedColour, isGradient, parseGradient } from '../colour/gradient.ts';
import { COLOUR_NAMES } from '../colour/colour-names.ts';
import { html } from '../html/html.ts';
import { findNearest } from '../text/nearest.ts';
import { isPicture } from '../text/path.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { SlideContext } from './context.ts';
import { encodeAddress, useAsset } from './elements/asset.ts';
import type { Bleed, BleedPlace } from './pictures/picture-layout.ts';
import type { Attribute } from '../html/tags.ts';

/** The background of a slide. */
export interface Background {
  /** Attributes of the slide's section. */
  attributes: Attribute[];
  /** Markup at the start of the section. */
  markup: string;
  /** The single colour behind all text of the slide; null for none. */
  paper: string | null;
  /** Whether it is a picture. */
  isPicture?: true;
  /** The reason why it cannot be drawn; null for none. */
  problem: Problem | null;
}

/** Colours of paper and ink in both modes, as in `tokens.css`. */
const PAPER = { light: '#fbf9f4', dark: '#171513' };
const INKS = {
  light: { ink: '#1b1916', muted: '#524c44', faint: '#6e665b', accent: '#b02c06' },
  dark: { ink: '#f3efe8', muted: '#c4bcaf', faint: '#a19789', accent: '#ff8d61' },
};
/** Minimum contrast of running text and of other text. */
const MIN_CONTRAST = { body: 7, text: 4.5 };
/** The ground in the place of a picture that is missing. */
const ABSENT_PICTURE = '#6f6d68';
const EXPECTED = 'a colour, a gradient or the path of a picture';
const LOOKS_LIKE_PATH = /[/\\]|\.\w+$/;
/** Backgrounds of unknown colours have light text on a dark scrim, which is readable on any of them. */
const DARK: Attribute[] = [
  { name: 'data-ground', value: 'dark' },
  { name: 'data-scrim', value: 'all' },
];
/** A picture as stylesheets name it, alone or beside other values of a stylesheet's `background`. */
const URL_FORM = /\burl\(\s*["']?(.*?)["']?\s*\)/i;
const NONE: Background = { attributes: [], markup: '', paper: null, problem: null };

/** Renders a slide's `background`; reports a value that is not a background. */
export function renderBackground(
  background: string | undefined,
  span: Span,
  context: SlideContext,
): Background {
  if (background === undefined) return NONE;
  const [, address] = URL_FORM.exec(background) ?? [];
  if (address) {
    const hint = `Write the path alone: "${address}".`;
    return refuse(wrongValue('background', EXPECTED, span, hint), context);
  }
  if (isGradient(background)) return renderGradient(background, span, context);
  const colour = parseColour(background);
  if (colour && colour.a > 0) return renderColour(colour);
  if (!colour && isComputedColour(background)) {
    return { ...NONE, attributes: DARK, markup: paint(background) };
  }
  if (!colour && looksLikePath(background)) {
    return renderPicture(background, span, context);
  }
  return refuse(wrongValue('background', EXPECTED, span, hintFor(background)), context);
}

/** Reports whether a `background` names a file. */
export function isFileGround(background: string): boolean {
  if (URL_FORM.test(background)) return false;
  const isColour =
    isGradient(background) || parseColour(background) || isComputedColour(background);
  return !isColour && looksLikePath(background);
}

function looksLikePath(background: string): boolean {
  // In a path "#" begins a place within a file, and what it begins here is a colour.
  if (background.startsWith('#')) return false;
  return isPicture(background) || LOOKS_LIKE_PATH.test(background);
}

function renderColour(colour: Colour): Background {
  const seen = layOver(colour, readHex(PAPER.light));
  const { attributes, isBodyReadable } = chooseInk([seen]);
  const hex = toHex(seen);
  return { ...NONE, attributes, markup: paint(hex), paper: isBodyReadable ? hex : null };
}

function renderGradient(css: string, span: Span, context: SlideContext): Background {
  const gradient = isBalanced(css) ? parseGradient(css) : { wrong: '' };
  if ('wrong' in gradient) {
    const hint = hintFor(gradient.wrong === '' ? css : gradient.wrong);
    return refuse(wrongValue('background', EXPECTED, span, hint), context);
  }
  const seen = gradient.colours.map((colour) => layOver(colour, readHex(PAPER.light)));
  const { attributes, isReadable } = chooseInk(seen);
  const isUnsure = gradient.hasUnknown || !isReadable;
  return { ...NONE, attributes: isUnsure ? DARK : attributes, markup: paint(css) };
}

function renderPicture(address: string, span: Span, context: SlideContext): Background {
  const problem = useAsset(address, span, context);
  // A ground on which light words can be read, as on most photographs, and dark ones too.
  if (problem?.severity === 'warning')
    return { ...NONE, attributes: DARK, markup: paint(ABSENT_PICTURE) };
  if (problem) return { ...NONE, problem };
  const picture = html`<img class="slide-ground" src="${encodeAddress(address)}" alt="">\n`;
  return { ...NONE, attributes: DARK, markup: picture.markup, isPicture: true };
}

interface Ink {
  attributes: Attribute[];
  /** Whether black or white letters are readable, and running text. */
  isReadable: boolean;
  isBodyReadable: boolean;
}

/** Picks the mode with the best contrast on all of these colours, and returns which of its colours are readable. */
function chooseInk(grounds: readonly Colour[]): Ink {
  const least = (hex: string): number =>
    Math.min(...grounds.map((ground) => contrastOf(readHex(hex), ground)));
  const mode = least('#000000') >= least('#ffffff') ? 'light' : 'dark';
  const { ink, muted, faint, accent } = INKS[mode];
  const isQuiet =
    Math.min(least(ink), least(muted)) >= MIN_CONTRAST.body &&
    Math.min(least(faint), least(accent)) >= MIN_CONTRAST.text;
  const best = least(mode === 'light' ? '#000000' : '#ffffff');
  return {
    attributes: [
      { name: 'data-ground', value: mode },
      ...(isQuiet ? [] : [{ name: 'data-ink', value: 'plain' }]),
      // Running text gets its own scrim.
      ...(best < MIN_CONTRAST.body ? [{ name: 'data-scrim', value: 'body' }] : []),
    ],
    isReadable: best >= MIN_CONTRAST.text,
    isBodyReadable: best >= MIN_CONTRAST.body,
  };
}

function paint(css: string): string {
  return html`<div class="slide-ground" style="background: ${css}"></div>\n`.markup;
}

function refuse(problem: Problem, context: SlideContext): Background {
  context.problems.push(problem);
  return { ...NONE, problem };
}

function hintFor(value: string): string {
  if (!isBalanced(value)) {
    return 'A bracket is not closed. Put the value in quotes: after a space, "#" begins a comment in YAML.';
  }
  if (/^(?:transparent|none|currentcolor|inherit|initial)$/i.test(value)) {
    return 'Leave the key out for a slide without a background of its own.';
  }
  const nearest = findNearest(value.toLowerCase(), [...COLOUR_NAMES.keys()]);
  if (nearest) return `Did you mean "${nearest}"?`;
  return 'For example "#203040", "linear-gradient(#fff, #ccc)" or "../../assets/sky.jpg".';
}

function readHex(hex: string): Colour {
  return parseColour(hex) ?? { r: 0, g: 0, b: 0, a: 1 };
}

/** Adds the place of a picture at the edge to the attributes of the section; on one that covers it all words are light. */
export function withBleed(
  background: Background,
  bleed: (Pick<Bleed, 'isWhole' | 'end'> & Partial<BleedPlace>) | null,
): Background {
  if (bleed?.side === undefined) return background;
  const added: Attribute[] = bleed.isWhole ? DARK : listSide(bleed.end, bleed.side);
  const names = new Set(added.map(({ name }) => name));
  const others = background.attributes.filter(({ name }) => !names.has(name));
  return {
    ...background,
    attributes: [...others, ...added],
    ...(bleed.isWhole && { paper: null }),
  };
}

/** Keeps the words of a cover on one panel, beside which its background is seen, or leaves room for a code beside them. */
export function withSide(background: Background, side: number, end: 'panel' | 'code'): Background {
  const attributes = [...background.attributes, ...listSide(end, side)];
  return { ...background, attributes };
}

function listSide(end: Bleed['end'] | 'panel' | 'code', side: number): Attribute[] {
  return [
    { name: 'data-side', value: end },
    { name: 'style', value: `--side: ${side}px` },
  ];
}
