import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSlideFile } from '../../../../src/talk/markdown/file.ts';
import type { KeptPieces } from '../../../../src/talk/markdown/pieces.ts';

const blockNames = ['chart', 'figure', 'table'];

function parse(text: string, kept: KeptPieces = new Map()) {
  return parseSlideFile({ path: 'talk.md', text }, { kind: 'talk', blockNames, kept });
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
    const kept: KeptPieces = new Map();
    for (let edit = 0; edit < 150; edit++) {
      const at = numbers.next().value % text.length;
      const scrap = scraps[numbers.next().value % scraps.length] ?? '';
      const length = numbers.next().value % 12;
      text = text.slice(0, at) + scrap + text.slice(at + length);
      expect(parse(text, kept)).toEqual(parse(text));
    }
  }
});

test('an edit that keeps the lines reads one slide again', () => {
  const kept: KeptPieces = new Map();
  const before = parse(INSIDE, kept).slides;
  const after = parse(INSIDE.replace('# Two', '# Zwei'), kept).slides;
  expect(after.map((slide, index) => slide === before[index])).toEqual([true, false, true, true]);
});

test('a long code block full of dashes is read to its end', () => {
  const dashes = Array.from({ length: 12 }, (_, index) => `---\nline ${index}`).join('\n');
  const { slides } = parse(`# A\n\n\`\`\`text\n${dashes}\n\`\`\`\n\n---\n\n# B\n\n---\n\n# C\n`);
  expect(slides).toHaveLength(3);
});
