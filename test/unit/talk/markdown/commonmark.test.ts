import { tests } from 'commonmark-spec';
import { expect, test } from 'vitest';
import { expectedOf, plainOf } from '../../../support/plain.ts';

/** Examples that mean something else on a slide, by the reason. docs/writing.md lists the reasons. */
const DIFFERENCES = {
  'a line of dashes begins a slide': [
    43, 46, 59, 80, 83, 84, 85, 86, 89, 90, 91, 92, 94, 95, 96, 98, 99, 100, 101, 102, 103, 104,
    115, 141, 234, 300,
  ],
  'elements that HTML does not have are left out': [
    150, 163, 201, 491, 524, 536, 613, 614, 615, 617,
  ],
  'what raw HTML leaves open ends with its paragraph': [
    187, 344, 475, 476, 477, 494, 630, 631, 642, 643,
  ],
  'a tag that is not closed is text': [156, 157, 158],
  'scripts, styles, instructions and declarations are no text': [
    170, 172, 173, 176, 178, 180, 182, 627, 628, 629,
  ],
  'attributes that HTML does not have are left out': [169, 616],
  'only addresses of the web, of mail and of the project are links': [598, 599, 601],
  'an address in the text is a link': [602, 608, 611, 612],
  'a picture that is not there says so, and one without words by its name': [581, 587],
  'an end tag that closes nothing makes no paragraph': [148],
  'a comment ends at its first "-->"': [626],
};

test('Markdown means what CommonMark says, but for a list of differences', () => {
  const different = tests.filter(({ markdown, html }) => {
    const text = markdown.replaceAll('→', '\t');
    return plainOf(text) !== expectedOf(html.replaceAll('→', '\t'));
  });
  expect(tests.length).toBeGreaterThan(640);
  expect(different.map(({ number }) => number)).toEqual(
    Object.values(DIFFERENCES)
      .flat()
      .sort((a, b) => a - b),
  );
});
