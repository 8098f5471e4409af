import { expect, test } from 'vitest';
import { listPages } from '../../../../src/node/print/printed-pages.ts';

const SLIDES = [
  { id: 'cover', number: null, steps: 0 },
  { id: 'goals', number: 7, steps: 2 },
];

test('has one page a slide, at its last step', () => {
  expect(listPages(SLIDES, false)).toEqual([
    { slide: 0, step: 0, isLast: true, label: 'cover' },
    { slide: 1, step: 2, isLast: true, label: '7' },
  ]);
});

test('has one page a step, named after slide and step', () => {
  const pages = listPages(SLIDES, true);
  expect(pages.map(({ label }) => label)).toEqual(['cover', '7', '7.1', '7.2']);
  expect(pages.map(({ isLast }) => isLast)).toEqual([true, false, false, true]);
});
