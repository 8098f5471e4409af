/** Writes a colour of the palette: its middle, mixed with white or black by its number. */
export function coloured(part: string, written: string): string | null {
  const [, opaque, alpha] = /^(.+)\/(\d{1,3})$/.exec(written) ?? [];
  if (opaque !== undefined) {
    const [property, colour] = coloured(part, opaque)?.split(': ') ?? [];
    return colour === undefined
      ? null
      : `${property}: color-mix(in srgb, ${colour} ${alpha}%, transparent)`;
  }
  const [, name = '', step = '500'] = /^([a-z]+)(?:-(\d{2,3}))?$/.exec(written) ?? [];
  const [, hex] = /^\[(#[\da-f]{3,8})\]$/i.exec(written) ?? [];
  const middle = COLOURS[name];
  const share = SHARES[Number(step)];
  const mixed =
    middle === undefined || share === undefined
      ? (PLAIN_COLOURS[name] ?? hex)
      : share === 100
        ? middle
        : `color-mix(in oklab, ${middle} ${share}%, ${Number(step) < 500 ? 'white' : 'black'})`;
  if (mixed === undefined) return null;
  return `${{ text: 'color', bg: 'background-color', border: 'border-color' }[part] ?? 'color'}: ${mixed}`;
}

/** Writes a gradient between the colours of other classes. */
export function graded(side: string): string {
  const ends = [...side].map((end) => SIDES[end]).join(' ');
  return `background-image: linear-gradient(to ${ends}, var(--deck-from, transparent), var(--deck-via,) var(--deck-to, transparent))`;
}

/** Writes the colour at the start, in the middle or at the end of a gradient. */
export function stopped(end: string, written: string): string | null {
  const colour = coloured('text', written)?.replace(/^color: /, '');
  return colour === undefined ? null : `--deck-${end}: ${colour}${end === 'via' ? ',' : ''}`;
}

const SIDES: Readonly<Record<string, string>> = { t: 'top', b: 'bottom', l: 'left', r: 'right' };
const PLAIN_COLOURS: Readonly<Record<string, string>> = {
  white: 'white',
  black: 'black',
  transparent: 'transparent',
  current: 'currentcolor',
};
const SHARES: Readonly<Record<number, number>> = {
  50: 6,
  100: 14,
  200: 30,
  300: 50,
  400: 75,
  500: 100,
  600: 86,
  700: 72,
  800: 58,
  900: 46,
  950: 30,
};
const COLOURS: Readonly<Record<string, string>> = {
  red: 'oklch(0.64 0.22 25)',
  orange: 'oklch(0.7 0.19 47)',
  amber: 'oklch(0.77 0.17 70)',
  yellow: 'oklch(0.8 0.17 90)',
  lime: 'oklch(0.77 0.2 130)',
  green: 'oklch(0.72 0.19 150)',
  emerald: 'oklch(0.7 0.15 162)',
  teal: 'oklch(0.7 0.12 182)',
  cyan: 'oklch(0.72 0.13 215)',
  sky: 'oklch(0.69 0.15 237)',
  blue: 'oklch(0.62 0.19 260)',
  indigo: 'oklch(0.59 0.2 277)',
  violet: 'oklch(0.61 0.22 293)',
  purple: 'oklch(0.63 0.23 304)',
  fuchsia: 'oklch(0.67 0.26 322)',
  pink: 'oklch(0.66 0.21 354)',
  rose: 'oklch(0.65 0.22 16)',
  gray: 'oklch(0.55 0.02 264)',
  slate: 'oklch(0.55 0.04 257)',
  zinc: 'oklch(0.55 0.01 286)',
  neutral: 'oklch(0.56 0 0)',
  stone: 'oklch(0.55 0.01 58)',
};
