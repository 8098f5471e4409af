import { expect, test } from 'vitest';
import {
  fromHsl,
  fromHwb,
  fromLab,
  fromOklab,
  fromPolar,
  type Rgb,
} from '../../../../src/talk/colour/colour-spaces.ts';

const round = ({ r, g, b }: Rgb) => [r, g, b].map((one) => Math.round(one) + 0);

test('hues are the same from 0 to 360 degrees and beyond', () => {
  expect([0, 120, 240].map((hue) => round(fromHsl(hue, 100, 50)))).toEqual([
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
  ]);
  expect(round(fromHsl(-120, 100, 50))).toEqual(round(fromHsl(240, 100, 50)));
  expect(round(fromHsl(200, 0, 50))).toEqual([128, 128, 128]);
});

test('whiteness and blackness of more than all make grey', () => {
  expect(round(fromHwb(0, 0, 0))).toEqual([255, 0, 0]);
  expect(round(fromHwb(90, 100, 100))).toEqual([128, 128, 128]);
});

test('white and black are white and black in every space', () => {
  expect(round(fromOklab(1, 0, 0))).toEqual([255, 255, 255]);
  expect(round(fromOklab(0, 0, 0))).toEqual([0, 0, 0]);
  expect(round(fromLab(100, 0, 0))).toEqual([255, 255, 255]);
  expect(round(fromLab(0, 0, 0))).toEqual([0, 0, 0]);
});

test('red is red', () => {
  expect(round(fromOklab(0.627955, 0.224863, 0.125846))).toEqual([255, 0, 0]);
});

test('chroma and hue are two axes', () => {
  expect(fromPolar(2, 0)).toEqual([2, 0]);
  expect(fromPolar(2, 90).map((one) => Math.round(one))).toEqual([0, 2]);
});
