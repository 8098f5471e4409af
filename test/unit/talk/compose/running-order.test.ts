import { expect, test } from 'vitest';
import { codesOf, compileMarkdown } from '../../../support/slide.ts';

const LIBRARY = {
  'slides/library/a.md':
    '---\nid: one\nclass: x\n---\n\n# One\n\n---\n\n# Two\n\n---\nvisibility: hidden\n---\n\n# Three\n',
  'slides/library/b.md': '# First\n\n---\nsrc: a.md#two\n---\n\n---\n\n# Last\n',
};
const slidesOf = (markdown: string) => compileMarkdown(markdown, LIBRARY).talks[0]?.slides ?? [];
const idsOf = (markdown: string) => slidesOf(markdown).map(({ id }) => id);

test('src brings all slides of a file, or some by id in that order', () => {
  expect(idsOf('---\nsrc: ../library/a.md\n---\n')).toEqual(['one', 'two']);
  expect(idsOf('---\nsrc: /slides/library/a.md#two,one\n---\n')).toEqual(['two', 'one']);
});

test('a talk may take its slides one by one from a large file', () => {
  const numbers = Array.from({ length: 120 }, (_, index) => index);
  const files = {
    'slides/library/many.md': numbers.map((at) => `# Slide ${at}\n`).join('\n---\n\n'),
  };
  const lines = numbers.map((at) => `---\nsrc: ../library/many.md#slide-${at},slide-1\n---\n`);
  const { talks, problems } = compileMarkdown(lines.slice(2).join('\n'), files);
  expect(problems).toEqual([]);
  const ids = talks[0]?.slides.map(({ id }) => id) ?? [];
  expect(ids.filter((_, at) => at % 2 === 0)).toEqual(numbers.slice(2).map((at) => `slide-${at}`));
  expect(new Set(ids).size).toBe(236);
});

test('an included file may include, and the slides know the way', () => {
  const slides = slidesOf('# Here\n\n---\nsrc: ../library/b.md\n---\n');
  expect(slides.map(({ id }) => id)).toEqual(['here', 'first', 'two', 'last']);
  expect(slides[2]?.via.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'slides/talks/talk.md:10',
    'slides/library/b.md:4',
  ]);
  expect(slides[2]?.place).toMatchObject({ file: 'slides/library/a.md', line: 10 });
});

test('keys beside src win over the slide’s own', () => {
  const [slide] = slidesOf(
    '---\nsrc: ../library/a.md#one\ntitle: Another\nclass: y\nlayout: center\ntime: 1m\nid: uno\n---\n',
  );
  expect(slide).toMatchObject({
    id: 'uno',
    title: 'Another',
    classes: ['y'],
    layout: 'center',
    time: 60,
  });
  expect(idsOf('---\nsrc: ../library/a.md#three\nvisibility: shown\n---\n')).toEqual(['three']);
});

test('the first of two equal ids keeps it, and nothing is lost', () => {
  expect(idsOf('# One\n\n---\n\n# One\n\n---\n\nText\n')).toEqual(['one', 'one-2', 'slide-text']);
});

test('slides with the same title are no problem', () => {
  const markdown = '# One\n\n---\n\n# One\n\n[Two](#/two)\n\n---\n\n# Two\n\n---\n\n# One\n';
  const { talks, problems } = compileMarkdown(markdown);
  expect(problems).toEqual([]);
  expect(talks[0]?.slides.map(({ id }) => id)).toEqual(['one', 'one-2', 'two', 'one-3']);
  expect(idsOf(`# Inserted\n\n---\n\n${markdown}`)).toEqual([
    'inserted',
    'one',
    'one-2',
    'two',
    'one-3',
  ]);
});

test('a link to one of several equal titles is unclear, to one with a number or an id it is not', () => {
  const codes = (link: string, head = '') =>
    codesOf(`# One\n\n---\n${head}\n# One\n\n---\n\n# Two\n\n[To](#/${link})\n`);
  expect(codes('one')).toEqual(['ambiguous-id']);
  expect(codes('one-2')).toEqual([]);
  expect(codes('two')).toEqual([]);
  expect(codes('second', 'id: second\n---\n')).toEqual([]);
});

test('src takes a slide with an equal title by its number, and an id before a title', () => {
  const files = {
    'slides/library/same.md': '# One\n\nA.\n\n---\n\n# One\n\nB.\n\n---\n\n# Two\n',
    'slides/library/given.md': '# One\n\nA.\n\n---\nid: one\n---\n\n# Other\n\nB.\n',
  };
  const take = (src: string) => {
    const { talks, problems } = compileMarkdown(`---\nsrc: ../library/${src}\n---\n`, files);
    return [talks[0]?.slides[0]?.text, ...problems.map(({ code }) => code)];
  };
  expect(take('same.md#one-2')).toEqual(['# One\n\nB.']);
  expect(take('same.md#one')).toEqual(['# One\n\nA.', 'ambiguous-id']);
  expect(take('given.md#one')).toEqual(['# Other\n\nB.']);
});

test('ids are made of letters and digits of any script', () => {
  expect(idsOf('# Crème & `brûlée`!\n')).toEqual(['creme-brulee']);
  expect(idsOf('# 안녕 세계\n')).toEqual(['안녕-세계']);
  expect(idsOf('# 2024\n')).toEqual(['slide-2024']);
});

test('a slide without a title is called after its layout or its first words, else its place', () => {
  expect(idsOf('---\nlayout: cover\n---\n')).toEqual(['cover']);
  expect(idsOf('# A\n\n---\n\n> Six words are one too many\n\n---\n\n```text\nx\n```\n')).toEqual([
    'a',
    'slide-six-words-are-one-too',
    'slide-3',
  ]);
});

test('a missing file stands as a slide in the place of what it would bring', () => {
  const slides = slidesOf('# A\n\n---\nsrc: none.md\n---\n\n---\n\n# B\n');
  expect(slides.map(({ id }) => id)).toEqual(['a', 'slide-2', 'b']);
  expect(slides[1]?.html).toContain('missing-include');
});
