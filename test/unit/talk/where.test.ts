import { expect, test } from 'vitest';
import { findDatasetUses, findSlideUses, type Use } from '../../../src/talk/where.ts';
import { compileTexts } from '../../support/fixtures.ts';

const { talks, project } = compileTexts({
  'slides/library/a.md': `---
id: one
---

# One

{{ users.count }} and {{ users.count | ago 1y }}

\`\`\`chart
data: users
type: line
x: asOf
y: count
\`\`\`
`,
  'slides/library/b.md': '---\nsrc: a.md\n---\n',
  'slides/talks/first.md': '# Start\n\n---\nsrc: ../library/b.md\n---\n',
  'slides/talks/second.md':
    '---\ntitle: Second\n---\n\n---\nsrc: ../library/a.md#one\nid: another\n---\n',
  'data/users.json': JSON.stringify({
    title: 'Users',
    sources: { us: { name: 'Us' } },
    rows: [
      { asOf: '2023', count: 1 },
      { asOf: '2024', count: 2 },
    ],
  }),
});
const place = project.slideFile('slides/library/a.md')?.slides[0]?.span;
const definitions = place ? [{ id: 'one', place }] : [];
const print = ({ talk, slide, as, place, via }: Use) =>
  [
    talk,
    slide,
    as,
    `${place.file}:${place.line}`,
    ...via.map((at) => `${at.file}:${at.line}`),
  ].join(' ');

test('a slide is found in every talk, through all includes and under another name', () => {
  expect(findSlideUses('one', talks, definitions).map(print)).toEqual([
    'first one slide slides/library/a.md:2 slides/talks/first.md:4 slides/library/b.md:2',
    'second another slide slides/library/a.md:2 slides/talks/second.md:6',
  ]);
  expect(findSlideUses('another', talks, definitions).map(print)).toHaveLength(1);
  expect(findSlideUses('three', talks, definitions)).toEqual([]);
});

test('a dataset is found in values and blocks, in the order of the text', () => {
  const uses = findDatasetUses('users', talks).filter(({ talk }) => talk === 'second');
  expect(uses.map(print)).toEqual([
    'second another {{ users.count }} slides/library/a.md:7 slides/talks/second.md:6',
    'second another {{ users.count | ago 1y }} slides/library/a.md:7 slides/talks/second.md:6',
    'second another chart slides/library/a.md:9 slides/talks/second.md:6',
  ]);
  expect(uses.map((use) => use.place.column)).toEqual([4, 26, 1]);
});
