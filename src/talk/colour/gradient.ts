import { parseColour, type Colour } from './colour.ts';

/** The colours of a gradient, or the first unknown word in it. */
export type Gradient = { colours: Colour[]; hasUnknown: boolean } | { wrong: string };

const GRADIENT = /^(?:repeating-)?(?:linear|radial|conic)-gradient\((.*)\)$/is;
/** Colours that only a browser can compute. */
const COMPUTED = /^(?:var|color|color-mix|light-dark)\(.*\)$/is;
const PLACE =
  /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:%|[a-z]+)?|(?:calc|min|max|clamp)\(.*\))$/is;
const WORDS = new Set(
  'to at from in left right top bottom center circle ellipse closest-side closest-corner farthest-side farthest-corner srgb srgb-linear display-p3 lab oklab xyz hsl hwb lch oklch shorter longer increasing decreasing hue'.split(
    ' ',
  ),
);

/** Reports whether a value is meant as one or more gradients. */
export function isGradient(text: string): boolean {
  return /^[a-z-]*gradient\(/i.test(text);
}

/** Reports whether only a browser can compute a colour: a variable, a mixture. */
export function isComputedColour(text: string): boolean {
  return COMPUTED.test(text) && isBalanced(text);
}

/** Reports whether each bracket in a value is closed. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Parses one or more layered gradients. */
export function parseGradient(text: string): Gradient {
  const found = { colours: [] as Colour[], hasUnknown: false };
  for (const layer of splitAt(text, ',')) {
    const inner = GRADIENT.exec(layer)?.[1];
    const colour = inner === undefined ? parseColour(layer) : null;
    if (colour) found.colours.push(colour);
    if (inner === undefined && !colour) return { wrong: layer };
    const wrong = inner === undefined ? null : readStops(inner, found);
    if (wrong !== null) return { wrong };
  }
  const isEmpty = found.colours.length === 0 && !found.hasUnknown;
  return isEmpty ? { wrong: text } : found;
}

/** Adds the colours between the brackets of a gradient; returns the first unknown word. */
function readStops(
  inner: string,
  found: { colours: Colour[]; hasUnknown: boolean },
): string | null {
  for (const word of splitAt(inner, ',').flatMap((stop) => splitAt(stop, ' '))) {
    const colour = parseColour(word);
    if (colour) found.colours.push(colour);
    else if (isComputedColour(word)) found.hasUnknown = true;
    else if (!PLACE.test(word) && !WORDS.has(word.toLowerCase())) return word;
  }
  return null;
}

/** Splits a text at a character outside brackets; empty parts are left out. */
function splitAt(text: string, sign: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    const isCut = depth === 0 && (letter === sign || (sign === ' ' && /\s/.test(letter)));
    if (isCut) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
