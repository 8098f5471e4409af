import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSlideFile } from '../../../../src/talk/markdown/markdown.ts';
import {
  createSlideFileCache,
  type SlideFileCache,
} from '../../../../src/talk/markdown/slide-cache.ts';

const blockNames = ['chart', 'figure', 'table'];

function parse(text: string, cache: SlideFileCache = createSlideFileCache()) {
  return parseSlideFile({ path: 'talk.md', text }, { kind: 'talk', blockNames, cache });
}

/** Cuts inside of everything that can hold one. */
const INSIDE = `---
title: Inside
---

# One

\`\`\`yaml
---
a: 1
---
\`\`\`

---
class: two
---

# Two

<!--
---
hidden
---
-->

::: columns

::: column
left
:::

:::

---

Three
---
Four

Note: said
`;

/** Numbers that look random and are the same on each run. */
function* makeNumbers(): Generator<number, never> {
  for (let seed = 7; ;) {
    seed = (seed * 48271) % 2147483647;
    yield seed;
  }
}

test('lines that look like cuts inside code, comments and front matter cut nothing', () => {
  const { slides, problems } = parse(INSIDE);
  expect(problems).toEqual([]);
  expect(slides.map(({ span }) => span.line)).toEqual([5, 14, 35, 37]);
});

test('an edited file reads as if it had never been read before', () => {
  const texts: string[] = [
    INSIDE,
    readFileSync(
      new URL('../../../talks/dialect/slides/talks/all.md', import.meta.url),
      'utf8',
    ).repeat(2),
  ];
  const scraps = [
    'x',
    '\n',
    '---\n',
    '\n---\n',
    '```\n',
    '<!-- ',
    '-->',
    '::: columns\n',
    'a: b\n',
  ];
  const numbers = makeNumbers();
  for (let text of texts) {
    const cache: SlideFileCache = createSlideFileCache();
    for (let edit = 0; edit < 150; edit++) {
      const at = numbers.next().value % text.length;
      const scrap = scraps[numbers.next().value % scraps.length] ?? '';
      const length = numbers.next().value % 12;
      text = text.slice(0, at) + scrap + text.slice(at + length);
      expect(parse(text, cache)).toEqual(parse(text));
    }
  }
});

test('slides that move, come and go read as if they had never been read before', () => {
  const numbers = makeNumbers();
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[numbers.next().value % items.length];
  const head = () => `---\ntitle: T\n${'# remark\n'.repeat(numbers.next().value % 3)}---\n\n`;
  const known = INSIDE.split('\n---\n').concat('\n# Wrong\n\n```char\n```\n', '', '\n', '# A\n---');
  const cache = createSlideFileCache();
  let slides = known;
  for (let edit = 0; edit < 200; edit++) {
    const at = numbers.next().value % (slides.length + 1);
    const gone = numbers.next().value % 3;
    const come = [pick(known), pick(known)].flatMap((text) => text ?? []).slice(edit % 3);
    slides = slides.toSpliced(at, slides.length > 12 ? gone + 2 : gone, ...come);
    const text = head() + slides.join(pick(['\n---\n', '\n\n---\n']));
    expect(parse(text, cache)).toEqual(parse(text));
  }
});

test('an edit reads one slide again, and lines that come above only move the others', () => {
  const cache = createSlideFileCache();
  const before = parse(INSIDE, cache).slides;
  const isKnown = (text: string, key: 'origin' | 'span') =>
    parse(text, cache).slides.map((slide, at) => slide[key] === before[at]?.[key]);
  expect(isKnown(INSIDE.replace('# Two', '# Zwei'), 'span')).toEqual([true, false, true, true]);
  const longer = INSIDE.replace('# One', '# One\n\nMore');
  expect(isKnown(longer, 'origin')).toEqual([false, false, true, true]);
  expect(parse(longer, cache).slides.map(({ span }) => span.line)).toEqual([5, 16, 37, 39]);
  expect(isKnown(INSIDE.replace('title: Inside', 'title: Inside\n# Remark'), 'origin')).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test('a long code block full of dashes is read to its end', () => {
  const dashes = Array.from({ length: 12 }, (_, index) => `---\nline ${index}`).join('\n');
  const { slides } = parse(`# A\n\n\`\`\`text\n${dashes}\n\`\`\`\n\n---\n\n# B\n\n---\n\n# C\n`);
  expect(slides).toHaveLength(3);
});
