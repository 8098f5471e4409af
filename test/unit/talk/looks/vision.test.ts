import { expect, test } from 'vitest';
import { parseColour, type Colour } from '../../../../src/talk/colour/colour.ts';
import { distanceOf, lightnessOf } from '../../../../src/talk/looks/vision.ts';

const colour = (css: string): Colour => parseColour(css) ?? { r: 0, g: 0, b: 0, a: 1 };

test('lightness goes from black to white', () => {
  expect(lightnessOf(colour('#000'))).toBeCloseTo(0);
  expect(lightnessOf(colour('#fff'))).toBeCloseTo(100);
  expect(lightnessOf(colour('#777'))).toBeCloseTo(50, 0);
});

test('colours that differ to most may be alike to others', () => {
  const [red, green] = [colour('#a06020'), colour('#6b7020')];
  expect(distanceOf(colour('#000'), colour('#fff'))).toBeCloseTo(100, 0);
  expect(distanceOf(red, green)).toBeGreaterThan(30);
  expect(distanceOf(red, green, 'deuteranopia')).toBeLessThan(12);
  const [blue, teal] = [colour('#2060c0'), colour('#107880')];
  expect(distanceOf(blue, teal, 'tritanopia')).toBeLessThan(distanceOf(blue, teal) / 2);
});
