import { contrastOf, layOver, toHex } from '../colour/colour.ts';
import { CODE_INKS, type ColourName } from '../model/look/tokens.ts';
import type { Mode, Palette } from './theme-colours.ts';
import { distanceOf, lightnessOf, SIGHTS } from './vision.ts';

/** A pair of colours that was compared: what it has, and what it needs. */
export interface Pair {
  mode: Mode;
  one: ColourName;
  other: ColourName;
  /** What differs: a contrast, steps of lightness in greyscale, or steps of colour. */
  kind: 'contrast' | 'greyscale' | 'colour';
  /** Who sees it: absent for all viewers. */
  sight?: string;
  value: number;
  least: number;
  /** The two colours, as `#rrggbb`. */
  colours: string;
}

const CHART = ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6'] as const;
/** The greys of series beside highlighted ones, which have the first colours. */
const GREYS = ['chart-past', 'ink-faint', 'ink-muted'] as const;
/** Steps of lightness between any two series, and between the first two, which most charts have. */
const GREY = { all: 7, first: 14 };
/** Steps of colour that are told apart side by side; the least that can be noticed is about 2. */
const APART = 8;

/** Words and shapes on their ground, with the least contrast; running text needs the most. */
const ON_GROUND: readonly (readonly [ColourName, ColourName, number])[] = [
  ['ink', 'paper', 7],
  ['ink', 'paper-sunk', 7],
  ['ink', 'paper-raised', 7],
  ['ink-muted', 'paper', 7],
  ['ink-muted', 'paper-sunk', 7],
  ['ink-faint', 'paper', 4.5],
  ['ink-faint', 'code-ground', 4.5],
  ['accent-ink', 'paper', 4.5],
  ['accent-ink', 'paper-raised', 4.5],
  ['ink', 'accent-wash', 7],
  ['on-accent', 'accent', 4.5],
  ['section-ink', 'section-ground', 4.5],
  ['positive', 'paper', 4.5],
  ['warning', 'paper', 4.5],
  ['negative', 'paper', 4.5],
  ['accent', 'paper', 3],
  ['cycle-ink', 'paper', 4.5],
  ...CHART.flatMap((name) => [[name, 'paper', 3] as const, [`${name}-ink`, 'paper', 4.5] as const]),
  ['code-ink', 'code-ground', 7],
  ...CODE_INKS.flatMap((name) => [
    [name, 'code-ground', 4.5] as const,
    [name, 'code-mark', 4.5] as const,
  ]),
  ['code-added', 'code-added-ground', 4.5],
  ['code-removed', 'code-removed-ground', 4.5],
  ['terminal-ink', 'terminal-ground', 7],
  ['terminal-faint', 'terminal-bar', 4.5],
  ['terminal-prompt', 'terminal-ground', 4.5],
];

/** Compares the colours of a mode: words with their grounds, and the series of charts with each other. */
export function comparePalette(mode: Mode, palette: Palette): Pair[] {
  return [...compareGrounds(mode, palette), ...compareSeries(mode, palette)];
}

/** Reports whether a pair has less than it needs. */
export function isTooClose({ value, least }: Pair): boolean {
  return value < least;
}

function compareGrounds(mode: Mode, palette: Palette): Pair[] {
  return ON_GROUND.map(([one, other, least]) => {
    const ground = layOver(palette[other], palette.paper);
    const ink = layOver(palette[one], ground);
    const colours = `${toHex(ink)} on ${toHex(ground)}`;
    return { mode, one, other, kind: 'contrast', value: contrastOf(ink, ground), least, colours };
  });
}

function compareSeries(mode: Mode, palette: Palette): Pair[] {
  const greys = listPairs(GREYS).flatMap(([one, other]) => compareTwo(mode, palette, one, other));
  const accents = GREYS.flatMap((grey) => compareTwo(mode, palette, 'chart-1', grey));
  return [
    ...listPairs(CHART).flatMap(([one, other]) => compareTwo(mode, palette, one, other)),
    ...greys.filter(({ kind }) => kind === 'greyscale'),
    ...accents.filter(({ kind }) => kind === 'colour'),
  ];
}

function listPairs<Name>(names: readonly Name[]): [Name, Name][] {
  return names.flatMap((one, at) => names.slice(at + 1).map((other): [Name, Name] => [one, other]));
}

function compareTwo(mode: Mode, palette: Palette, one: ColourName, other: ColourName): Pair[] {
  const [a, b] = [layOver(palette[one], palette.paper), layOver(palette[other], palette.paper)];
  const pair = { mode, one, other, colours: `${toHex(a)} and ${toHex(b)}` };
  const isFirst = one === 'chart-1' && other === 'chart-2';
  const grey = Math.abs(lightnessOf(a) - lightnessOf(b));
  return [
    { ...pair, kind: 'greyscale', value: grey, least: isFirst ? GREY.first : GREY.all },
    ...SIGHTS.map((sight): Pair => {
      return { ...pair, kind: 'colour', sight, value: distanceOf(a, b, sight), least: APART };
    }),
  ];
}
