import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../../support/slide.ts';

const FILES = {
  'assets/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
};
const PICTURE = '![a](../../assets/a.svg "Its words")';
const render = (text: string) =>
  (compileMarkdown(`# T\n\nb\n\n${text}\n`, FILES).talks[0]?.slides[0]?.html ?? '').replaceAll(
    / src="[^"]*"/g,
    '',
  );

test('the title of a picture in a line of its own is its caption', () => {
  expect(render(PICTURE)).toContain(
    '<p class="captioned"><img alt="a"><span class="caption">Its words</span></p>',
  );
  expect(render(`${PICTURE}\nmore words`)).toContain(
    '<span class="caption">Its words</span><span>more words</span></p>',
  );
  expect(render(`b ${PICTURE}`)).toContain('<img alt="a" title="Its words">');
  expect(render(`- b ${PICTURE}`)).toContain('title="Its words"');
});

test('a step of a picture is that of its caption', () => {
  const step = '<!-- .element: class="fragment" -->';
  expect(render(`${PICTURE} ${step}`)).toMatch(/<p class="captioned fragment"[^>]*><img alt="a">/);
  expect(render(`${PICTURE} ${step} ${PICTURE}`)).toMatch(/<span class="captioned fragment"/);
});

test('several pictures have their captions around them, and rows where there are many', () => {
  const two = render(`${PICTURE} ${PICTURE}`);
  expect(two).toContain(
    '<p class="pictures"><span class="captioned" style="--shape:1"><img alt="a">',
  );
  const four = render([PICTURE, PICTURE, PICTURE, PICTURE].join('\n'));
  expect(four).toContain('<p class="pictures grid" style="--columns:4">');
});

test('a size is that of the picture with its caption', () => {
  expect(render(`${PICTURE}{width=30%}`)).toContain('<img alt="a" style="width:30%"><span');
  expect(render(`${PICTURE}{width=30%} ${PICTURE}`)).toContain(
    '<span class="captioned" style="width:30%"><img alt="a"><span',
  );
});
