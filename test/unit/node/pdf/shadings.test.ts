import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readCalculator } from '../../../../src/node/pdf/calculator.ts';
import { drawShadings } from '../../../../src/node/pdf/shadings.ts';
import type { PdfFile } from '../../../../src/node/pdf/pdf-file.ts';

test.each<[string, number[], number[]]>([
  ['{ add 2 div }', [4, 2], [3]],
  ['{ exch atan 360 div }', [0, 1], [0.25]],
  ['{ dup truncate sub }', [2.75], [0.75]],
  ['{ dup 0 le { pop 1 } if }', [-3], [1]],
  ['{ 0 gt { 5 } { 6 } ifelse }', [-3], [6]],
  ['{ dup 0 gt exch 1 le and }', [0.5], [1]],
  ['{ 3 1 roll }', [1, 2, 3], [3, 1, 2]],
  ['{ 3 -1 roll }', [1, 2, 3], [2, 3, 1]],
  ['{ 2 copy 1 index }', [7, 8], [7, 8, 7, 8, 7]],
])('the program %s turns %j into %j', (program, inputs, outputs) => {
  expect(readCalculator(program)(inputs)).toEqual(outputs);
});

test('a program with an unknown operator gives nothing', () => {
  expect(readCalculator('{ dup forget }')([1])).toBeNull();
});

/** Makes a file whose second object is a gradient that a program computes. */
function makeFile(program: string): PdfFile {
  const shading = '/Domain [0 1 0 1]\n/Function 1 0 R\n/ShadingType 1\n/ColorSpace /DeviceRGB';
  const objects: [number, string][] = [
    [1, `<</FunctionType 4 /Length ${program.length}>> stream\n${program}\nendstream`],
    [2, `<</Type /Pattern\n/PatternType 2\n/Matrix [75 0 0 75 0 0]\n/Shading <<${shading}>>>>`],
  ];
  return { objects: new Map(objects), root: 0, info: null };
}

/** Draws the gradient of a file; gives the size of its picture and a function that reads its bytes. */
function draw(file: PdfFile): {
  width: number;
  height: number;
  at(x: number, y: number): number[];
} {
  drawShadings(file, (body, id) => {
    const number = id ?? file.objects.size + 1;
    file.objects.set(number, body);
    return number;
  });
  const picture = file.objects.get(3) ?? '';
  const [width = 0, height = 0] = ['Width', 'Height'].map((key) =>
    Number(new RegExp(`/${key} (\\d+)`).exec(picture)?.[1]),
  );
  const packed = picture.slice(picture.indexOf('stream\n') + 7, picture.lastIndexOf('\nendstream'));
  const bytes = inflateSync(Buffer.from(packed, 'latin1'));
  const at = (x: number, y: number): number[] => {
    const place = (Math.floor(y * (height - 1)) * width + Math.floor(x * (width - 1))) * 3;
    return [...bytes.subarray(place, place + 3)];
  };
  return { width, height, at };
}

test('a gradient along a line becomes one row of a picture', () => {
  const file = makeFile('{ pop dup .5 le { pop 1 0 0 } { pop 0 0 1 } ifelse }');
  const { width, height, at } = draw(file);
  expect([width, height]).toEqual([204, 1]);
  expect([at(0, 0), at(0.45, 0), at(0.55, 0)]).toEqual([
    [255, 0, 0],
    [255, 0, 0],
    [0, 0, 255],
  ]);
  expect(file.objects.get(2)).toContain('/PatternType 1');
  expect(file.objects.get(2)).toContain('/Matrix [75 0 0 75 0 0]');
});

test('a gradient around a point becomes a picture, whose first row is the highest', () => {
  const { height, at } = draw(makeFile('{ .5 gt { pop 0 1 0 } { pop 0 0 0 } ifelse }'));
  expect(height).toBe(51);
  expect([at(0.5, 0.1), at(0.5, 0.9)]).toEqual([
    [0, 255, 0],
    [0, 0, 0],
  ]);
});

test('a gradient of an unknown program stays as it is', () => {
  const file = makeFile('{ forget }');
  const before = new Map(file.objects);
  drawShadings(file, () => 9);
  expect(file.objects).toEqual(before);
});
