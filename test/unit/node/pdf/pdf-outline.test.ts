import { expect, test } from 'vitest';
import {
  makeOutline,
  type Bookmark,
  type OutlineSlide,
} from '../../../../src/node/pdf/pdf-outline.ts';

test('puts slides beneath their section, and what comes before the first on top', () => {
  expect(
    show([
      { title: 'Rust for Linux', layout: 'cover', section: null },
      { title: 'Agenda', layout: 'default', section: null },
      { title: 'Community', layout: 'section', section: 'Community' },
      { title: 'Mailing list', layout: 'default', section: 'Community' },
      { title: 'A statement', layout: 'statement', section: 'Community' },
      { title: 'Kernel', layout: 'section', section: 'Kernel' },
      { title: 'Releases', layout: 'default', section: 'Kernel' },
      { title: 'Thank you', layout: 'end', section: 'Kernel' },
    ]),
  ).toEqual([
    'Rust for Linux 0',
    'Agenda 1',
    'Community 2',
    '- Mailing list 3',
    '- A statement 4',
    'Kernel 5',
    '- Releases 6',
    'Thank you 7',
  ]);
});

test('names a slide without a title by its place', () => {
  expect(show([{ title: '', layout: 'default', section: null }])).toEqual(['Slide 1 0']);
});

test('makes nothing of nothing', () => {
  expect(show([])).toEqual([]);
});

function show(slides: OutlineSlide[]): string[] {
  const lines = (marks: Bookmark[], indent = ''): string[] =>
    marks.flatMap(({ title, page, children }) => [
      `${indent}${title} ${page}`,
      ...lines(children, `${indent}- `),
    ]);
  return lines(makeOutline(slides));
}
