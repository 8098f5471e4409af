import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../support/slide.ts';

const COUNT = 6000;
const times = (text: string): string => text.repeat(COUNT);

/** Slides on which time that grows with the square of their length would take minutes. */
const SLIDES: Record<string, string> = {
  'titles of a drawing': `<svg>\n${times('<g><title>x</title><text>y</text></g>\n')}</svg>`,
  'deep elements of a drawing': `<svg>\n${times('<g>\n')}${times('</g>\n')}</svg>`,
  'open elements': times('<div>\n'),
  'end tags of nothing': `a ${times('</b>')}`,
  'text elements that stay open': `a ${times('<textarea> ')}`,
  'ids and references': `<svg>\n${times('<g id="a"/><use href="#a"/>\n')}</svg>`,
  'hidden elements': times('<div hidden>x</div>\n'),
  'asides for notes': times('<aside class="notes">x</aside>\n\n'),
  'groups of rules': `<style>\n${times('@media x{')}\n</style>`,
  'open brackets of a style': `<style>\n${times('((')}\n</style>`,
};

test.each(Object.keys(SLIDES))('takes time in proportion to the text: %s', (name) => {
  const { talks } = compileMarkdown(`# A\n\n${SLIDES[name]}\n\n---\n\n# B\n`);
  expect(talks[0]?.slides.map(({ id }) => id)).toEqual(['a', 'b']);
});
