/** A colour: red, green and blue from 0 to 255, alpha from 0 to 1. */
export interface Colour {
  r: number;
  g: number;
  b: number;
  a: number;
}

/** Parses any colour that a browser writes: numbers, names, wide gamuts. */
export type ReadColour = (css: string) => Colour;

const COLOURS = /(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)/g;

/** Builds a cached parser of colours. */
export function createColourReader(): ReadColour {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Colour>();
  return (css) => {
    const found = known.get(css);
    if (found || !pen) return found ?? { r: 0, g: 0, b: 0, a: 0 };
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = css;
    pen.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
    const colour = { r, g, b, a: alpha / 255 };
    known.set(css, colour);
    return colour;
  };
}

/** Lists the colours of a gradient. */
export function listColours(image: string): string[] {
  return image.match(COLOURS) ?? [];
}

/** Lays one colour over another. */
export function layOver(top: Colour, ground: Colour): Colour {
  const mix = (over: number, under: number): number => over * top.a + under * (1 - top.a);
  const a = top.a + ground.a * (1 - top.a);
  return { r: mix(top.r, ground.r), g: mix(top.g, ground.g), b: mix(top.b, ground.b), a };
}

/** Returns the contrast of two opaque colours, from 1 to 21, as WCAG defines it. */
export function contrastOf(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Writes a colour as `#rrggbb`. */
export function toHex({ r, g, b }: Colour): string {
  return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function luminance({ r, g, b }: Colour): number {
  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);
}

function toLinear(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
