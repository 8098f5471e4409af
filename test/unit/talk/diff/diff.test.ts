import { expect, test } from 'vitest';
import { diffTalks } from '../../../../src/talk/diff/diff.ts';
import type { SlideDiff } from '../../../../src/talk/diff/slide-change.ts';
import { compileTexts, type Texts } from '../../../support/fixtures.ts';

const LIBRARY: Texts = {
  'slides/library/all.md': `---
id: list
---

# The list

It has {{ members.members }} members, {{ members.members | growth 1y }} in a year.

---
id: chart
---

# Drawn

\`\`\`chart
data: members
type: line
x: asOf
y: members
\`\`\`

---
id: calm
---

# Calm

Nothing moves here.
`,
  'data/members.json': JSON.stringify({
    title: 'Members of the Kernel list',
    sources: { us: { name: 'Us' } },
    rows: [
      { asOf: '2022', members: 5 },
      { asOf: '2023', members: 10 },
      { asOf: '2024', members: 15 },
    ],
  }),
};
const INCLUDE = (ids: string, keys = '') => `---\nsrc: ../library/all.md#${ids}\n${keys}---\n`;

/** Compares two talks: one on a day in 2023, the other in 2024. */
function compare(before: string, after: string) {
  const texts = {
    ...LIBRARY,
    'slides/talks/a.md': `---\ntitle: A\ndate: 2023-06-01\n---\n\n${before}`,
    'slides/talks/b.md': `---\ntitle: B\ndate: 2024-06-01\n---\n\n${after}`,
  };
  const [a, b] = compileTexts(texts).talks;
  if (!a || !b) throw new Error('There are no talks');
  return diffTalks(a, b);
}

const tell = ({ change, isMoved, before, after }: SlideDiff) =>
  `${change}${isMoved ? ' moved' : ''} ${before?.id ?? '-'} ${after?.id ?? '-'}`;
const figuresOf = ({ figures }: SlideDiff) =>
  figures.map(({ label, before, after }) => `${label}: ${before} -> ${after}`);
const slideOf = (before: string, after: string, id: string): SlideDiff => {
  const slide = compare(before, after).slides.find((one) => (one.after ?? one.before)?.id === id);
  if (!slide) throw new Error(`There is no slide ${id}`);
  return slide;
};

test('tells which slides are the same, changed, new, gone and moved', () => {
  const diff = compare(
    INCLUDE('calm,list') + '\n---\n\n# Only here\n\n---\n\n# Last\n',
    INCLUDE('list,calm') + '\n---\n\n# Newcomer\n\n---\n\n# Last\n',
  );
  expect(diff.slides.map(tell)).toEqual([
    'changed list list',
    'gone only-here -',
    'same moved calm calm',
    'added - newcomer',
    'same last last',
  ]);
  expect(diff.counts).toEqual({ same: 2, changed: 1, added: 1, gone: 1, moved: 1, figures: 2 });
  expect(diff.before).toMatchObject({ talk: 'a', asOf: '2023-06-01', slides: 4 });
});

test('values in a sentence are figures, and their sentence has not changed', () => {
  const slide = slideOf(INCLUDE('list'), INCLUDE('list'), 'list');
  expect(figuresOf(slide)).toEqual(['members: 10 -> 15', 'members, growth in 1 year: 100% -> 50%']);
  expect(slide.words).toEqual([]);
});

test('figures in blocks are found row by row', () => {
  const slide = slideOf(INCLUDE('chart'), INCLUDE('chart'), 'chart');
  expect(figuresOf(slide)).toEqual(['2024: null -> 15']);
  expect(slide.figures[0]?.source).toBe('chart');
});

test('slides of the same name are compared by their words, with the values in them', () => {
  const slide = slideOf(
    '# Hello\n\nThere are {{ members.members }} of us in this room.\n',
    '# Hello\n\nThere are {{ members.members }} of us in that hall.\n',
    'hello',
  );
  expect(figuresOf(slide)).toEqual(['members: 10 -> 15']);
  expect(slide.words[0]?.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'same: There are 15 of us in',
    'gone: this room.',
    'added: that hall.',
  ]);
});

test('a slide that got another name beside src is the same slide, and what is set there is told', () => {
  const slide = slideOf(
    INCLUDE('calm'),
    INCLUDE('calm', 'id: quiet\ntitle: Quiet\nlayout: center\ntime: 30\nclass: big\n'),
    'quiet',
  );
  expect(slide.before?.id).toBe('calm');
  expect(slide.settings.map(({ name, before, after }) => `${name}: ${before} > ${after}`)).toEqual([
    'title: Calm > Quiet',
    'layout: default > center',
    'class:  > big',
    'time:  > 30 s',
  ]);
});

test('notes count, and so does what a cover takes from its talk', () => {
  expect(slideOf('# A\n\n<!-- Old -->\n', '# A\n\n<!-- New -->\n', 'a').hasNewNotes).toBe(true);
  const cover = '---\nid: title\nlayout: cover\n---\n';
  expect(slideOf(cover, cover, 'title').change).toBe('changed');
});

test('a talk does not differ from itself', () => {
  const [talk] = compileTexts({
    ...LIBRARY,
    'slides/talks/a.md': `---\ntitle: A\ndate: 2023-06-01\n---\n\n${INCLUDE('list,chart,calm')}`,
  }).talks;
  if (!talk) throw new Error('There is no talk');
  expect(diffTalks(talk, talk).counts).toMatchObject({ same: 3, changed: 0, moved: 0, figures: 0 });
});
