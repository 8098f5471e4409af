/** Red, green and blue from 0 to 255, before they are cut to that range. */
export interface Rgb {
  r: number;
  g: number;
  b: number;
}

/** Converts hue in degrees, saturation and lightness in percent. */
export function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const part = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    const chroma = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100);
    return 255 * (lightness / 100 - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return { r: part(0), g: part(8), b: part(4) };
}

/** Converts hue in degrees, whiteness and blackness in percent. */
export function fromHwb(hue: number, whiteness: number, blackness: number): Rgb {
  const total = whiteness + blackness;
  const white = (total > 100 ? whiteness / total : whiteness / 100) * 255;
  const share = total > 100 ? 0 : 1 - total / 100;
  const { r, g, b } = fromHsl(hue, 100, 50);
  return { r: r * share + white, g: g * share + white, b: b * share + white };
}

/** Converts chroma and hue in degrees to the two axes of a colour. */
export function fromPolar(chroma: number, hue: number): [a: number, b: number] {
  const angle = (hue * Math.PI) / 180;
  return [chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/** Converts Oklab, with a lightness from 0 to 1. */
export function fromOklab(lightness: number, a: number, b: number): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return toRgb([
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]);
}

/** Converts CIE Lab at D50, with a lightness from 0 to 100. */
export function fromLab(lightness: number, a: number, b: number): Rgb {
  const y = (lightness + 16) / 116;
  const [x, z] = [y + a / 500, y - b / 200];
  const cube = (t: number): number =>
    t ** 3 > 216 / 24389 ? t ** 3 : (116 * t - 16) / (24389 / 27);
  const [X, Y, Z] = [cube(x) * 0.9642956, cube(y), cube(z) * 0.8251046];
  return toRgb([
    3.1341359 * X - 1.6173864 * Y - 0.4906619 * Z,
    -0.9787956 * X + 1.9162544 * Y + 0.0334427 * Z,
    0.0719554 * X - 0.2289768 * Y + 1.405386 * Z,
  ]);
}

function toRgb(linear: readonly [number, number, number]): Rgb {
  const [r, g, b] = linear.map((value) => {
    const part = Math.abs(value) <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return 255 * (Number.isNaN(part) ? 0 : part);
  });
  return { r: r ?? 0, g: g ?? 0, b: b ?? 0 };
}
