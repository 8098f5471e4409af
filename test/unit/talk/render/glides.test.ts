import { expect, test } from 'vitest';
import { codesOf, compileMarkdown } from '../../../support/slide.ts';

const pair = (first: string, second: string): string =>
  `${first}\n\n---\ntransition: morph\n---\n\n${second}\n`;

test('the mark of a slide that glides is in its section alone', () => {
  const { talks, problems } = compileMarkdown(pair('# Same *words*', '# Same words'));
  expect(problems).toEqual([]);
  const slides = talks[0]?.slides ?? [];
  expect(slides.map(({ html }) => html.includes('<rostrum-glide></rostrum-glide>'))).toEqual([
    false,
    true,
  ]);
});

test.each([
  ['the same heading', '# A', '# A', []],
  ['the same id', '# A\n\n<p id="box">x</p>', '# B\n\n<p id="box">y</p>', []],
  [
    'an id of a comment',
    '# A\n\nx <!-- .element: id="box" -->',
    '# B\n\ny <!-- .element: id="box" -->',
    [],
  ],
  ['nothing', '# A', '# B', ['idle-transition']],
])('with %s in common', (_, first, second, codes) => {
  expect(codesOf(pair(first, second))).toEqual(codes);
});

test('the first slide has none before it', () => {
  expect(codesOf('---\ntransition: morph\n---\n\n# A\n')).toEqual(['idle-transition']);
});

test('"none" is the default, and names of other programs are known', () => {
  expect(codesOf('# A\n\n---\ntransition: none\n---\n\n# A\n')).toEqual([]);
  expect(codesOf('# A\n\n---\ntransition: slide-left\n---\n\n# A\n')).toEqual(['foreign-syntax']);
  expect(codesOf('# A\n\n---\ntransition: moprh\n---\n\n# A\n')).toEqual(['wrong-value']);
});
