/** A slide of Slidev is 980 pixels wide, one of a talk 1280. */
export const SCALE = 1280 / 980;

/** Sets the size of text and its leading, which is close for large text. */
export function sized(size: string): string | null {
  const length = SIZES[size];
  if (length === undefined) return null;
  return `font-size: ${px(length * SCALE)}; line-height: ${LEADING[size] ?? 1}`;
}

/** Writes a length in pixels, without needless digits. */
export function px(length: number): string {
  return `${Number(length.toFixed(1))}px`;
}

/** Widths by their names. */
export const WIDTHS: Readonly<Record<string, number>> = {
  xs: 320,
  sm: 384,
  md: 448,
  lg: 512,
  xl: 576,
  '2xl': 672,
  '3xl': 768,
  '4xl': 896,
  '5xl': 1024,
  '6xl': 1152,
  '7xl': 1280,
  prose: 560,
};
const SIZES: Readonly<Record<string, number>> = {
  xs: 12,
  sm: 14,
  base: 16,
  lg: 18,
  xl: 20,
  '2xl': 24,
  '3xl': 30,
  '4xl': 36,
  '5xl': 48,
  '6xl': 60,
  '7xl': 72,
  '8xl': 96,
  '9xl': 128,
};
/** The leading of text; that of larger text is its size. */
const LEADING: Readonly<Record<string, number>> = {
  xs: 1.33,
  sm: 1.43,
  base: 1.5,
  lg: 1.56,
  xl: 1.4,
  '2xl': 1.33,
  '3xl': 1.2,
  '4xl': 1.11,
};
