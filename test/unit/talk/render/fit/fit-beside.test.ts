import { expect, test } from 'vitest';
import { findPicture } from '../../../../../src/talk/render/fit/fit-beside.ts';
import { parseTree } from '../../../../../src/talk/render/fit/fit-tree.ts';

const SIZE = { width: 400, height: 300, isDrawing: false };
const find = (html: string, sizes = new Map([['a.png', SIZE]])) =>
  findPicture(parseTree(html), sizes);
const PICTURE = '<p><img src="a.png"></p>';
const LIST = '<ul><li>b</li></ul>';

test('finds one picture before or after text with a list', () => {
  expect(find(PICTURE + LIST)).toMatchObject({ picture: SIZE, isFirst: true });
  expect(find(`<p>c</p>${LIST}${PICTURE}`)).toMatchObject({ isFirst: false });
});

test.each([
  ['text without a list', `<p>b</p>${PICTURE}`],
  ['a picture between texts', `${LIST}${PICTURE}${LIST}`],
  ['a picture alone', PICTURE],
  ['a block beside it', `${PICTURE}${LIST}<table></table>`],
  ['a second picture in the text', `${PICTURE}<ul><li><img src="a.png"></li></ul>`],
])('leaves %s', (_, html) => {
  expect(find(html)).toBeNull();
});

test('needs the size of exactly one picture', () => {
  expect(find(PICTURE + LIST, new Map())).toBeNull();
  expect(find(PICTURE + LIST, new Map([['b.png', SIZE]]))).toBeNull();
});
