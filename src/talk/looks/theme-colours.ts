import { parseColour, type Colour } from '../colour/colour.ts';
import type { Theme, ThemeColours } from '../model/look/theme.ts';
import { COLOURS, type ColourName } from '../model/look/tokens.ts';
import { completeColours } from './write-look.ts';

/** The modes of a theme. */
export const MODES = ['light', 'dark'] as const;

/** One of `MODES`. */
export type Mode = (typeof MODES)[number];

/** All colours of a mode. */
export type Palette = Readonly<Record<ColourName, Colour>>;

const RULE = /([^{}]+)\{([^{}]*)\}/g;
const VARIABLE = /--([\w-]+):\s*([^;]+);/g;
const COMMENT = /\/\*[^]*?\*\//g;
const OTHER = /^var\(--([\w-]+)\)$/;
const BLACK: Colour = { r: 0, g: 0, b: 0, a: 1 };

/** Reads the colours of the default theme from its stylesheet. */
export function readTokens(css: string): Record<Mode, ThemeColours> {
  const rules = [...css.replace(COMMENT, '').matchAll(RULE)];
  const read = (mark: string): ThemeColours => {
    const [, , body = ''] = rules.find(([, selector = '']) => selector.includes(mark)) ?? [];
    const pairs = [...body.matchAll(VARIABLE)].map(([, name = '', value = '']) => [name, value]);
    return Object.fromEntries(pairs) as ThemeColours;
  };
  const light = read("[data-mode='light']");
  return { light, dark: { ...light, ...read("[data-mode='dark'],") } };
}

/** Computes all colours of a theme in a mode, with those of the default theme where it sets none. */
export function computePalette(
  theme: Theme | undefined,
  mode: Mode,
  usual: Readonly<Record<Mode, ThemeColours>>,
): Palette {
  const colours: ThemeColours = { ...usual[mode], ...completeColours(theme?.[mode]) };
  const resolve = (name: ColourName, depth = 0): Colour => {
    const value = colours[name]?.trim() ?? '';
    const other = OTHER.exec(value)?.[1] as ColourName | undefined;
    if (other !== undefined && depth < COLOURS.length) return resolve(other, depth + 1);
    return parseColour(value) ?? BLACK;
  };
  return Object.fromEntries(COLOURS.map((name) => [name, resolve(name)])) as Palette;
}
