import { luminanceOf, type Colour } from '../colour/colour.ts';

/** Kinds of sight in which colours of a chart have to differ. */
export const SIGHTS = ['protanopia', 'deuteranopia', 'tritanopia'] as const;

type Sight = (typeof SIGHTS)[number];
type Matrix = readonly [readonly number[], readonly number[], readonly number[]];

/** What is seen of linear red, green and blue: Machado, Oliveira and Fernandes (2009), at full severity. */
const SEEN: Readonly<Record<Sight, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
/** From linear red, green and blue to CIE XYZ under D65, each relative to white. */
const TO_XYZ: Matrix = [
  [0.4339, 0.3762, 0.1899],
  [0.2126, 0.7152, 0.0722],
  [0.0178, 0.1095, 0.8727],
];

/** Returns how light a colour is in greyscale, L* from 0 to 100. */
export function lightnessOf(colour: Colour): number {
  return toLab([0, luminanceOf(colour), 0])[0];
}

/** Returns how far apart two colours are, as delta E of CIE 1976, for people who see all colours or for others. */
export function distanceOf(one: Colour, other: Colour, sight?: Sight): number {
  const [a, b] = [one, other].map((colour) => {
    const linear = [colour.r, colour.g, colour.b].map(toLinear);
    const seen = sight === undefined ? linear : multiply(SEEN[sight], linear).map(clamp);
    return toLab(multiply(TO_XYZ, seen));
  });
  return Math.hypot(...[0, 1, 2].map((at) => (a?.[at] ?? 0) - (b?.[at] ?? 0)));
}

function toLab([x = 0, y = 0, z = 0]: readonly number[]): [number, number, number] {
  const [fx = 0, fy = 0, fz = 0] = [x, y, z].map((value) =>
    value > 216 / 24389 ? Math.cbrt(value) : (value * (24389 / 27) + 16) / 116,
  );
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

function multiply(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0));
}

function toLinear(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
