import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../support/slide.ts';

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
