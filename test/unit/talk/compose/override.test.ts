import { expect, test } from 'vitest';
import type { Slide } from '../../../../src/talk/model/talk.ts';
import { compileMarkdown } from '../../../support/slide.ts';

const FILES = {
  'slides/library/deep/a.md': `---
id: points
class: own
layout: center
time: 90
---

# Points

- one
- two

---
id: stepped
incremental: true
---

# Stepped

- one

<!-- pause -->

\`\`\`text {1|2}
a
b
\`\`\`
`,
  'assets/sky.svg': '<svg/>',
};

function include(keys: string, id = 'points'): { slide: Slide; codes: string[] } {
  const line = `---\nsrc: ../library/deep/a.md#${id}\n${keys}---\n`;
  const { talks, problems } = compileMarkdown(`# First\n\n${line}`, FILES);
  const slide = talks[0]?.slides[1];
  if (!slide) throw new Error('There is no slide');
  return { slide, codes: problems.map(({ code }) => code) };
}

test('without keys beside src a slide is its own', () => {
  const { slide } = include('');
  expect(slide).toMatchObject({ title: 'Points', classes: ['own'], layout: 'center', time: 90 });
});

test('a title beside src replaces the heading, in the slide and in its text', () => {
  const { slide } = include('title: "Two points: here"\n');
  expect(slide.title).toBe('Two points: here');
  expect(slide.html).toContain('<h2 class="slide-title">Two points: here</h2>');
  expect(slide.html).not.toContain('>Points<');
  expect(slide.text).toMatch(/^# Two points: here\n/);
});

test('class, layout and time beside src win', () => {
  const { slide } = include('class: other more\nlayout: statement\ntime: 20\n');
  expect(slide).toMatchObject({ classes: ['other', 'more'], layout: 'statement', time: 20 });
  expect(slide.html).toContain('class="slide layout-statement other more"');
  expect(slide.html).toContain('data-timing="20"');
});

test('visibility beside src hides a slide, or takes it out of the count', () => {
  expect(include('visibility: uncounted\n').slide).toMatchObject({
    visibility: 'uncounted',
    number: null,
  });
  const hidden = '# First\n\n---\nsrc: ../library/deep/a.md#points\nvisibility: hidden\n---\n';
  expect(compileMarkdown(hidden, FILES).talks[0]?.slides.map(({ id }) => id)).toEqual(['first']);
});

test('incremental beside src lets points enter one by one', () => {
  expect(include('').slide.steps).toBe(0);
  expect(include('incremental: true\n').slide.steps).toBe(2);
});

test.each(['off', 'false'])('steps: %s beside src switches every kind of step off', (word) => {
  expect(include('', 'stepped').slide.steps).toBeGreaterThan(2);
  const { slide } = include(`steps: ${word}\n`, 'stepped');
  expect(slide.steps).toBe(0);
  expect(slide.html).not.toContain('fragment');
});

test('a background beside src is meant from the file that names it', () => {
  expect(include('background: "#fee"\n').slide.html).toContain('style="background: #ffeeee"');
  const { slide, codes } = include('background: ../../assets/sky.svg\n');
  expect(slide.html).toContain('src="/assets/sky.svg"');
  expect(codes).toEqual([]);
});

test('what is wrong with a key beside src is reported there', () => {
  const line = '---\nsrc: ../library/deep/a.md#points\nbackground: ../../assets/none.svg\n---\n';
  const [problem] = compileMarkdown(line, FILES).problems;
  expect(problem?.code).toBe('missing-picture');
  expect(problem?.span?.file).toBe('slides/talks/talk.md');
});

test('keys beside src hold for all slides that it brings, and an outer line wins over an inner one', () => {
  const files = {
    ...FILES,
    'slides/library/outer.md': '---\nsrc: deep/a.md\nclass: inner\ntime: 10\n---\n',
  };
  const { talks } = compileMarkdown('---\nsrc: ../library/outer.md\ntime: 30\n---\n', files);
  expect(talks[0]?.slides.map(({ classes, time }) => [classes, time])).toEqual([
    [['inner'], 30],
    [['inner'], 30],
  ]);
});
