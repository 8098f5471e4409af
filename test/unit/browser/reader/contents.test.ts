import { expect, test } from 'vitest';
import { planContents, type ContentsSlide } from '../../../../src/browser/reader/contents.ts';

function plan(...slides: (Partial<ContentsSlide> & { id: string })[]): string[] {
  const parts = planContents(
    slides.map((slide) => ({ title: slide.id, layout: 'default', isCounted: true, ...slide })),
  );
  return parts.flatMap(({ head, entries }) => [
    head ? `${head.title} ${head.numbers?.join('-') ?? 'uncounted'}` : 'without a head',
    ...entries.map(({ title, ids, numbers }) =>
      ['-', title, `(${ids.join(' ')})`, numbers?.join('-') ?? 'uncounted'].join(' '),
    ),
  ]);
}

test('slides stand beneath their section, and the end beneath none', () => {
  const parts = plan(
    { id: 'cover' },
    { id: 'one', layout: 'section' },
    { id: 'a' },
    { id: 'bye', layout: 'end' },
  );
  expect(parts).toEqual([
    'without a head',
    '- cover (cover) 1-1',
    'one 2-2',
    '- a (a) 3-3',
    'without a head',
    '- bye (bye) 4-4',
  ]);
});

test('slides that follow each other under one title are one line', () => {
  const parts = plan({ id: 'a', title: 'Growth' }, { id: 'b', title: 'Growth' }, { id: 'c' });
  expect(parts).toEqual(['without a head', '- Growth (a b) 1-2', '- c (c) 3-3']);
});

test('a slide in reserve has no number and joins none that has', () => {
  const parts = plan({ id: 'a', title: 'Tree' }, { id: 'b', title: 'Tree', isCounted: false });
  expect(parts).toEqual(['without a head', '- Tree (a) 1-1', '- Tree (b) uncounted']);
});

test('a slide without a title is named by its number', () => {
  expect(plan({ id: 'a' }, { id: 'b', title: '' })).toContain('- Slide 2 (b) 2-2');
});

test('a talk of no slides has no contents', () => {
  expect(plan()).toEqual([]);
});
