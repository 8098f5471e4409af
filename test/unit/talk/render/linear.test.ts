import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../support/slide.ts';

const COUNT = 4000;
const times = (text: string): string => text.repeat(COUNT);
const numbered = (write: (number: number) => string): string =>
  Array.from({ length: COUNT }, (_, number) => write(number)).join('\n');

/** Slides on which time that grows with the square of their length would take minutes. */
const SLIDES: Record<string, string> = {
  'titles of a drawing': `<svg>\n${times('<g><title>x</title><text>y</text></g>\n')}</svg>`,
  'deep elements of a drawing': `<svg>\n${times('<g>\n')}${times('</g>\n')}</svg>`,
  'open elements': times('<div>\n'),
  'text elements that stay open': `a ${times('<textarea> ')}`,
  'end tags that stay open': `<div>${times('</div ')}`,
  'quotes in tags that stay open': times('<div a="\n'),
  'elements and end tags in running text': `a ${times('<b>')}${times('</b>')}`,
  'end tags of other elements': `<i hidden>${times('<b>')}${times('</u>')}</i>`,
  'ids and references': `<svg>\n${times('<g id="a"/><use href="#a"/>\n')}</svg>`,
  'rules that hide, and elements': `<style>
${numbered((number) => `.a${number} .b${number}, .c${number} { display: none }`)}
</style>
<div>${numbered((number) => `<p class="a${number}">x</p>`)}</div>`,
  'groups of rules': `<style>\n${times('@media x{')}\n</style>`,
};

test.each(Object.keys(SLIDES))('takes time in proportion to the text: %s', (name) => {
  const { talks } = compileMarkdown(`# A\n\n${SLIDES[name]}\n\n---\n\n# B\n`);
  expect(talks[0]?.slides.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a slide with very many problems shows some and counts the others', () => {
  const { talks } = compileMarkdown(`# A\n\n${'{{ no.value \n\n'.repeat(100)}`);
  const [slide] = talks[0]?.slides ?? [];
  expect(slide?.html.match(/problem-code/g)).toHaveLength(20);
  expect(slide?.html).toContain('80 more problems are on this slide.');
});
