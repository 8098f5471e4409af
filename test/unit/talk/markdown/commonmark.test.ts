import { tests } from 'commonmark-spec';
import { parseFragment, serialize } from 'parse5';
import { expect, test } from 'vitest';
import { bodyOf } from '../../../support/slide.ts';

/** Sections of the specification that say what text means; how blocks are drawn is the engine's own. */
const SECTIONS = [
  'Backslash escapes',
  'Entity and numeric character references',
  'Precedence',
  'Link reference definitions',
  'Inlines',
  'Code spans',
  'Emphasis and strong emphasis',
  'Links',
  'Textual content',
];

/** Examples that mean something else on a slide, by the reason. */
const DIFFERENCES = {
  'code is drawn as a figure with a line each': [18, 19, 24, 34, 36, 211, 212],
  'elements that HTML does not have are left out': [201, 491, 524, 536],
  'the first heading is the title of the slide': [214, 215],
  'what raw HTML leaves open ends with its paragraph': [344, 475, 476, 477, 494],
  'a picture that is not there says so': [517, 520, 531],
  'Marked keeps a blank that begins a line within brackets': [552],
};

const OWN = / (?:target|rel|class)="[^"]*"/g;

function tidy(html: string): string {
  const markup = serialize(parseFragment(html.replaceAll(OWN, '')));
  return markup.replaceAll(/>\s+/g, '>').replaceAll(/\s+</g, '<').trim();
}

test('text means what CommonMark says, but for a list of differences', () => {
  const examples = tests.filter(({ section }) => SECTIONS.includes(section));
  const different = examples.filter(({ markdown, html }) => {
    const text = markdown.replaceAll('→', '\t');
    return tidy(bodyOf(text)) !== tidy(html.replaceAll('→', '\t'));
  });
  expect(examples.length).toBeGreaterThan(300);
  const numbers = different.map(({ number }) => number);
  expect(numbers).toEqual(
    Object.values(DIFFERENCES)
      .flat()
      .sort((a, b) => a - b),
  );
});
