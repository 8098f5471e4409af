import { expect, test } from 'vitest';
import { locateFinding, locateKey } from '../../../../src/node/check/locate.ts';
import type { Finding } from '../../../../src/talk/problems/finding.ts';
import type { Span } from '../../../../src/talk/model/problem.ts';
import { compileTexts } from '../../../support/fixtures.ts';

const FILE = 'slides/talks/talk.md';
const TEXT = `---
title: A talk
---

# First

Shared words

---
id: second
---

# Second

- A **strong** [word](https://example.org/), then \`code\`

![A crab](../../assets/crab.svg)

\`\`\`yaml
---
key: in the code
\`\`\`

Shared words

---

# Third

Words of the third
`;
const FINDING: Finding = {
  slide: 'second',
  block: null,
  what: '',
  words: '',
  fault: { code: 'unnamed-picture' },
  cause: '',
  badness: 0,
  count: 1,
  looks: [],
};

function locate(finding: Partial<Finding>, text: string | undefined = TEXT): Span {
  const { talks } = compileTexts({ [FILE]: TEXT });
  const slide = talks[0]?.slides[1];
  if (!slide) throw new Error('There is no second slide.');
  return locateFinding({ ...FINDING, ...finding }, slide, () => text);
}

const start = { file: FILE, line: 10 };

test('words stand where they are in the slide, not in another', () => {
  expect(locate({ words: 'Shared words' })).toMatchObject({ line: 24, column: 1, length: 12 });
});

test('words are found through the signs of Markdown', () => {
  const line = '- A **strong** [word](https://example.org/), then `code`';
  const found = locate({ words: 'A strong word, then code' });
  expect(found).toMatchObject({ line: 15, column: 1, length: line.length });
});

test('a line of code and a picture are found by what stands in the file', () => {
  expect(locate({ words: 'key: in the code\n' })).toMatchObject({ line: 21, column: 1 });
  expect(locate({ words: 'crab.svg' })).toMatchObject({ line: 17, column: 24, length: 8 });
});

test('what is not in the slide has the place of the slide', () => {
  expect(locate({ words: 'Words of the third' })).toMatchObject(start);
  expect(locate({ words: '' })).toMatchObject(start);
  expect(locate({ words: 'Shared words' }, '')).toMatchObject(start);
});

test('words of the talk on all of its slides are at their key', () => {
  const { talks } = compileTexts({ [FILE]: TEXT });
  const [talk] = talks;
  if (!talk) throw new Error('There is no talk.');
  expect(locateKey('title', talk, () => TEXT)).toEqual({
    file: FILE,
    line: 2,
    column: 1,
    length: 13,
  });
  expect(locateKey('event', talk, () => TEXT)).toBeUndefined();
  expect(locateKey('key', talk, () => TEXT)).toBeUndefined();
});
