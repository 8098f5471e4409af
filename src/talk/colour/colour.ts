import { COLOUR_NAMES } from './colour-names.ts';
import { fromHsl, fromHwb, fromLab, fromOklab, fromPolar, type Rgb } from './colour-spaces.ts';

/** A colour: red, green and blue from 0 to 255, alpha from 0 to 1. */
export interface Colour extends Rgb {
  a: number;
}

const HEX = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const FUNCTION = /^(rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(([^()]*)\)$/i;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(%|deg|rad|grad|turn)?$/i;
const TURN: Record<string, number> = { deg: 1, rad: 180 / Math.PI, grad: 0.9, turn: 360 };

/** Reads a colour as CSS writes it: a name, hexadecimal digits or a function; null when it is not a colour. */
export function parseColour(css: string): Colour | null {
  const text = css.trim().toLowerCase();
  if (text === 'transparent') return { r: 0, g: 0, b: 0, a: 0 };
  const hex = COLOUR_NAMES.get(text) ?? (HEX.test(text) ? text.slice(1) : null);
  if (hex !== null) return fromHex(hex);
  const [, name = '', inner = ''] = FUNCTION.exec(text) ?? [];
  if (name === '') return null;
  const [body = '', slash] = inner.split('/');
  const parts = body.trim().split(/\s*,\s*|\s+/);
  const alpha = slash?.trim() ?? (parts.length === 4 ? parts.pop() : undefined);
  if (parts.length !== 3) return null;
  const colour = fromFunction(name, parts);
  const a = alpha === undefined ? 1 : readNumber(alpha, 1);
  return colour && a !== null ? clamp({ ...colour, a }) : null;
}

/** Lays one colour over another, which is opaque. */
export function layOver(top: Colour, ground: Colour): Colour {
  const mix = (over: number, under: number): number => over * top.a + under * (1 - top.a);
  return { r: mix(top.r, ground.r), g: mix(top.g, ground.g), b: mix(top.b, ground.b), a: 1 };
}

/** Returns the contrast of two opaque colours, from 1 to 21, as WCAG defines it. */
export function contrastOf(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Returns the relative luminance of an opaque colour, from 0 to 1. */
export function luminanceOf({ r, g, b }: Colour): number {
  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);
}

/** Writes an opaque colour as `#rrggbb`. */
export function toHex({ r, g, b }: Colour): string {
  return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function toLinear(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function fromHex(hex: string): Colour {
  const long = hex.length < 5 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const [r = 0, g = 0, b = 0, a = 255] = (long.match(/../g) ?? []).map((pair) =>
    parseInt(pair, 16),
  );
  return { r, g, b, a: a / 255 };
}

function fromFunction(name: string, parts: readonly string[]): Rgb | null {
  const read = (index: number, whole: number): number =>
    readNumber(parts[index] ?? '', whole) ?? NaN;
  const space = name.replace(/(?<=rgb|hsl)a$/, '');
  const spaces: Record<string, () => Rgb> = {
    rgb: () => ({ r: read(0, 255), g: read(1, 255), b: read(2, 255) }),
    hsl: () => fromHsl(read(0, 360), read(1, 100), read(2, 100)),
    hwb: () => fromHwb(read(0, 360), read(1, 100), read(2, 100)),
    lab: () => fromLab(read(0, 100), read(1, 125), read(2, 125)),
    lch: () => fromLab(read(0, 100), ...fromPolar(read(1, 150), read(2, 360))),
    oklab: () => fromOklab(read(0, 1), read(1, 0.4), read(2, 0.4)),
    oklch: () => fromOklab(read(0, 1), ...fromPolar(read(1, 0.4), read(2, 360))),
  };
  const found = spaces[space]?.();
  return found && [found.r, found.g, found.b].every(Number.isFinite) ? found : null;
}

/** Reads a number, a percentage of `whole`, or an angle in degrees. */
function readNumber(text: string, whole: number): number | null {
  if (text === 'none') return 0;
  const [, unit] = NUMBER.exec(text) ?? [null, null];
  if (unit === null) return null;
  const value = parseFloat(text);
  return unit === '%' ? (value / 100) * whole : value * (TURN[unit ?? ''] ?? 1);
}

function clamp({ r, g, b, a }: Colour): Colour {
  const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));
  return { r: within(r, 255), g: within(g, 255), b: within(b, 255), a: within(a, 1) };
}
