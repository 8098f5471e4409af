import { expect, test } from 'vitest';
import { contrastOf, layOver, parseColour, toHex } from '../../../../src/talk/colour/colour.ts';
import { isBalanced, parseGradient } from '../../../../src/talk/colour/gradient.ts';
import { COLOUR_NAMES } from '../../../../src/talk/colour/colour-names.ts';

const hexOf = (css: string): string | null => {
  const colour = parseColour(css);
  return colour && `${toHex(colour)} ${Math.round(colour.a * 100)}`;
};

test.each([
  ['rebeccapurple', '#663399 100'],
  ['LightGoldenRodYellow', '#fafad2 100'],
  ['#abc', '#aabbcc 100'],
  ['#abc8', '#aabbcc 53'],
  ['#123456', '#123456 100'],
  ['#12345680', '#123456 50'],
  ['rgb(10, 20, 30)', '#0a141e 100'],
  ['rgba(10, 20, 30, 0.5)', '#0a141e 50'],
  ['rgb(10 20 30 / 25%)', '#0a141e 25'],
  ['rgb(100% 0% 50%)', '#ff0080 100'],
  ['hsl(210, 50%, 40%)', '#336699 100'],
  ['hsl(-150deg 50% 40%)', '#336699 100'],
  ['hsl(0.5turn 100% 50% / 0.1)', '#00ffff 10'],
  ['hwb(210 20% 40%)', '#336699 100'],
  ['oklch(0.628 0.2577 29.23)', '#ff0000 100'],
  ['oklab(100% 0 0)', '#ffffff 100'],
  ['lab(54.29 80.8 69.89)', '#ff0000 100'],
  ['lch(54.29 106.84 40.86)', '#ff0000 100'],
  ['rgb(300 -20 0)', '#ff0000 100'],
  ['transparent', '#000000 0'],
])('reads %s', (css, hex) => {
  expect(hexOf(css)).toBe(hex);
});

test.each(['lavendre', '#12345', '#ggg', 'rgb(1, 2)', 'rgb(a, b, c)', 'hsl()', 'url(a.png)', ''])(
  'takes %j for no colour',
  (css) => {
    expect(parseColour(css)).toBeNull();
  },
);

test('knows all names of CSS', () => {
  expect(COLOUR_NAMES.size).toBe(148);
  expect([...COLOUR_NAMES.keys()]).toEqual([...COLOUR_NAMES.keys()].sort());
});

test('compares colours as WCAG does, also those that let others through', () => {
  const [black, white] = [parseColour('#000'), parseColour('#fff')];
  const half = parseColour('rgb(0 0 0 / 50%)');
  if (!black || !white || !half) throw new Error('These are colours.');
  expect(contrastOf(black, white)).toBe(21);
  expect(toHex(layOver(half, white))).toBe('#808080');
});

test.each([
  ['linear-gradient(#fff, #000)', 2],
  ['repeating-linear-gradient(45deg, red 0 10px, rgb(1 2 3 / 50%) 10px 20px)', 2],
  ['radial-gradient(circle at top left, gold, navy 80%)', 2],
  ['conic-gradient(from 0.25turn in oklch longer hue, red, lime, red)', 3],
  ['linear-gradient(red, blue), linear-gradient(to right, #fff, calc(50% + 10px), #000)', 4],
])('finds the colours of %s', (css, count) => {
  const found = parseGradient(css);
  expect('colours' in found && found.colours).toHaveLength(count);
});

test('a colour that only a browser can compute is noted', () => {
  expect(parseGradient('linear-gradient(var(--accent), white)')).toMatchObject({
    hasUnknown: true,
  });
});

test.each([
  ['linear-gradient(gren, blue)', 'gren'],
  ['linear-gradient(red, blue), url(a.png)', 'url(a.png)'],
  ['lineal-gradient(red, blue)', 'lineal-gradient(red, blue)'],
])('names what is wrong in %s', (css, wrong) => {
  expect(parseGradient(css)).toEqual({ wrong });
});

test('sees whether brackets are closed', () => {
  expect(isBalanced('linear-gradient(rgb(1 2 3), red)')).toBe(true);
  expect(isBalanced('linear-gradient(#fff,')).toBe(false);
  expect(isBalanced(')(')).toBe(false);
});
