import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../../support/slide.ts';

const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>';
const FILES = Object.fromEntries(
  ['c#1.svg', 'what?.svg', 'a (1).svg', '100%.svg', 'e\u0301.svg', 'x[1].svg', 'plain.svg'].map(
    (name) => [`assets/${name}`, SQUARE],
  ),
);

/** Lists the files that a slide shows, `=` before those that are all of their addresses, and its problems. */
function read(markdown: string) {
  const { talks, problems } = compileMarkdown(`# A\n\n${markdown}\n`, FILES);
  const assets = talks[0]?.assets.map(
    ({ path, isWhole }) => (isWhole ? '=' : '') + path.replace('assets/', ''),
  );
  return [...(assets ?? []), ...problems.map(({ code, hint }) => `${code}: ${hint}`)];
}

test.each([
  ['../../assets/c%231.svg', 'c#1.svg'],
  ['<../../assets/c#1.svg>', '=c#1.svg'],
  ['../../assets/what%3F.svg', 'what?.svg'],
  ['<../../assets/a (1).svg>', 'a (1).svg'],
  ['../../assets/a%20%281%29.svg', 'a (1).svg'],
  ['../../assets/100%25.svg', '100%.svg'],
  ['../../assets/100%.svg', '100%.svg'],
  ['../../assets/\u00e9.svg', 'e\u0301.svg'],
  ['../../assets/x[1].svg', 'x[1].svg'],
  ['../../assets/plain.svg#part', 'plain.svg'],
  ['../../assets/plain.svg?x=1', 'plain.svg'],
])('finds the picture of %s', (address, file) => {
  expect(read(`![words](${address})`)).toEqual([file]);
});

test('the hint for a picture that is not there can be written as it is', () => {
  expect(read('![words](../../assets/c#2.svg)')).toEqual([
    'missing-picture: Did you mean "../../assets/c%231.svg"?',
  ]);
  expect(read('![words](../../assets/a (1).svg)')).toEqual([
    'unread-picture: Put the address in angle brackets: ![words](<../../assets/a (1).svg>).',
  ]);
});

/** Renders a slide's text and leaves the addresses out. */
const render = (markdown: string) =>
  (compileMarkdown(`# A\n\n${markdown}\n`, FILES).talks[0]?.slides[0]?.html ?? '').replaceAll(
    / src="[^"]*"/g,
    '',
  );

test('marks a paragraph of several pictures, or of one in a link, and no other', () => {
  const one = '![b](../../assets/plain.svg)';
  expect(render(`${one}\n${one}`)).toContain(
    '<p class="pictures alone"><img alt="b" style="--shape:1">\n<img alt="b" style="--shape:1"></p>',
  );
  expect(render(`[${one}](https://example.org)`)).toContain('<p class="pictures alone"><a ');
  expect(render(one)).toContain('<p class="alone"><img alt="b"></p>');
  expect(render(`words ${one} words`)).toContain('<p>words <img alt="b"> words</p>');
});

test('parts the words on the line below or above a picture from it, and keeps comments and pauses', () => {
  const one = '![b](../../assets/plain.svg)';
  expect(render(`${one}\nA *caption*.`)).toContain(
    '<p class="captioned alone"><img alt="b"><span>A <em>caption</em>.</span></p>',
  );
  expect(render(`Words:<br>\n${one}`)).toContain('<p class="captioned alone"><span>Words:');
  expect(render(`${one}\nwords <!-- .element: class="fragment" -->`)).toMatch(
    /<p class="captioned fragment alone"/,
  );
  expect(render(`${one}\nwords <!-- pause --> more`)).not.toContain('captioned');
});
