import { expect, test } from 'vitest';
import { measurePictures } from '../../../../../src/talk/render/fit/fit-pictures.ts';
import { elementsOf, parseTree } from '../../../../../src/talk/render/fit/fit-tree.ts';

const SIZES = new Map([['a.png', { width: 400, height: 200, isDrawing: false }]]);

function measure(html: string): number | null | undefined {
  const [paragraph] = elementsOf(parseTree(html));
  return paragraph && measurePictures(paragraph, { width: 1000 }, SIZES);
}

test('a picture without a size has the least height, one with a size its own', () => {
  expect(measure('<p><img src="a.png"></p>')).toBe(180);
  expect(measure('<p><img src="a.png" style="width:300px"></p>')).toBe(150);
  expect(measure('<p><img src="a.png" style="width:20%"></p>')).toBe(100);
  expect(measure('<p><img src="a.png" style="height:240px"></p>')).toBe(240);
  expect(measure('<p><img src="a.png" style="width:90%;height:900px"></p>')).toBe(440);
  expect(measure('<p><img src="b.png" style="width:300px"></p>')).toBe(180);
});

test('rows of pictures need more, and text has no picture', () => {
  expect(measure('<p class="pictures"><img><img></p>')).toBe(180);
  expect(measure('<p class="pictures grid" style="--columns:2"><img><img><img></p>')).toBe(300);
  expect(measure('<p class="captioned"><img src="a.png"><span>b</span></p>')).toBe(180);
  expect(measure('<p>b <img src="a.png"> c</p>')).toBeNull();
});
