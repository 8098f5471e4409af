import type { BraceAttributes } from '../../brace-attributes.ts';

/** The sides from which Quarto places an element, and its size. */
export const SIDES = ['top', 'right', 'bottom', 'left'];
/** A slide of Quarto is 1050 pixels wide and 700 high, one of a talk 1280 and 720. */
const [ACROSS, DOWN] = [1280 / 1050, 720 / 700];

/** Writes the place of an element as CSS; null for one that a side of a talk's slide cannot give, such as above its upper edge. */
export function placeAbsolute(values: ReadonlyMap<string, string>): string | null {
  const parts = [...SIDES, 'width', 'height'].flatMap((name) => {
    const written = values.get(name);
    if (written === undefined) return [];
    const [, length, unit] = /^(\d*\.?\d+)(px|%|)$/.exec(written.trim()) ?? [];
    if (length === undefined) return [null];
    return `${name}: ${unit === '%' ? `${length}%` : `${scale(name, length)}px`}`;
  });
  return parts.includes(null) ? null : ['position: absolute', ...parts].join('; ');
}

/** Scales the place that a style gives an element on a slide of Quarto. */
export function scaleStyle(style: string): string {
  return style.replaceAll(
    /(?<![\w-])(top|right|bottom|left|width|height)(\s*:\s*)(-?[\d.]+)px/g,
    (_, name: string, colon: string, length: string) => `${name}${colon}${scale(name, length)}px`,
  );
}

/** Scales a length: what is wide grows as what is high, so that no picture leaves its slide below. */
function scale(name: string, length: string): number {
  return Math.round(Number(length) * (name === 'left' || name === 'right' ? ACROSS : DOWN));
}

/** Returns the style of a division whose parts are beside each other, or one below the other; null for any other. */
export function flowOf({ classes, values }: BraceAttributes): string | null {
  if (classes.includes('r-hstack'))
    return 'display: flex; gap: 1rem; align-items: center; justify-content: center';
  if (classes.includes('r-vstack'))
    return 'display: flex; flex-direction: column; gap: 1rem; align-items: center';
  const count = Number(values.get('layout-ncol') ?? 0);
  const shares = /^\[([\d.,\s]+)\]$/.exec(values.get('layout') ?? '')?.[1]?.split(',') ?? [];
  const widths = shares.map((share) => `${Number(share) || 1}fr`);
  if (count < 2 && widths.length < 2) return null;
  const columns = widths.length > 1 ? widths.join(' ') : `repeat(${count}, 1fr)`;
  return `display: grid; grid-template-columns: ${columns}; gap: 1rem`;
}

/** Classes that only place a division or its parts. */
export const FLOWS = new Set(['absolute', 'r-hstack', 'r-vstack']);

/** Returns a length as pictures of a talk have it: a share or pixels; null for any other. */
export function toLength(value: string): string | null {
  if (/^\d+(?:\.\d+)?%$/.test(value)) return value;
  const [, amount = '', unit = 'px'] = /^([\d.]+)(px|in|cm|mm|pt|em)?$/.exec(value) ?? [];
  const share = /^([\d.]+)?\\(?:textwidth|linewidth|columnwidth)$/.exec(value);
  if (share) return `${Math.round(Number(share[1] ?? 1) * 100)}%`;
  return amount === '' ? null : `${Math.round(Number(amount) * (PIXELS[unit] ?? 1))}px`;
}

const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  pt: 1.333,
  em: 28,
};
