import { expect, test } from 'vitest';
import { drawPlaceholder } from '../../../../../src/talk/render/pictures/placeholder.ts';
import { compileTexts } from '../../../../support/fixtures.ts';

const svg = (address: string, words = ''): string =>
  decodeURIComponent(drawPlaceholder(address, words).replace('data:image/svg+xml,', ''));

test('a drawing names a missing picture, and the server of one on the web', () => {
  expect(svg('img/a<b.png')).toContain('>a&lt;b.png</text>');
  expect(svg('https://example.org/a/boat.png?w=3')).toContain('>example.org / boat.png</text>');
  expect(svg('img/boat.png', 'A boat')).toMatch(/>A boat<\/text>.*>boat.png<\/text>/);
});

test('a missing picture is a drawing with its words where the talk has placeholders', () => {
  const deck = (head: string) =>
    compileTexts({
      'slides/talks/a.md': `---\ntitle: A\n${head}---\n\n# A\n\n![A boat](boat.png){width=200px}\n\n<img src="crane.png" alt="A crane" width="90">\n`,
    });
  const { talks, problems } = deck('placeholders: true\n');
  const { html = '' } = talks[0]?.slides[0] ?? {};
  expect(html).toMatch(/<img src="data:image\/svg\+xml,[^"]*" alt="A boat" style="width:200px"/);
  expect(html).toMatch(/<img alt="A crane" width="90" src="data:image/);
  expect(problems.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  expect(deck('').problems.map(({ severity }) => severity)).toEqual(['error', 'error']);
});
