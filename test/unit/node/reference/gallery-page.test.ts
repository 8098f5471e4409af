import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  galleryPage,
  matchPictures,
  readGallery,
} from '../../../../src/node/reference/gallery-page.ts';
import { parseSlideFile } from '../../../../src/talk/markdown/markdown.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const TALKS = [
  'site/gallery/slides/talks/gallery.md',
  'examples/features/slides/talks/features.md',
];

test.each(TALKS)('the slides of %s are those that the parser finds', (file) => {
  const text = read(file);
  const slides = readGallery(text);
  const { slides: parsed } = parseSlideFile(
    { path: file, text },
    { kind: 'talk', blockNames: ['chart', 'figure', 'table'] },
  );
  expect(slides).toHaveLength(parsed.length);
  const titled = slides.filter(({ title }) => title !== '');
  expect(titled.length).toBeGreaterThan(parsed.length - 5);
  expect(new Set(titled.map(({ title }) => title)).size).toBe(titled.length);
});

test('a slide is shown with its front matter, and without its notes and the line that names it', () => {
  const text =
    '---\ntitle: T\n---\n\n---\nid: a\n---\n\n<!-- // Points. -->\n\n# A\n\n- one\n\n<!-- pause -->\n\n- two\n\n<!--\nNotes.\n-->\n\n---\n\n## Bars\n\n```chart\ndata: a\n```\n\n---\n\n# Unnamed\n';
  const entries = matchPictures(readGallery(text), [
    'g/01-a/01.png',
    'g/01-a-0.png',
    'g/01-a-1.png',
    'g/2-b.png',
  ]);
  expect(entries.map(({ title, pictures }) => [title, ...pictures])).toEqual([
    ['Points', 'g/01-a-0.png', 'g/01-a-1.png'],
    ['Bars', 'g/2-b.png'],
  ]);
  expect(entries[0]?.source).toBe('---\nid: a\n---\n\n# A\n\n- one\n\n<!-- pause -->\n\n- two');
  const page = galleryPage({ title: 'G', about: 'All.' }, entries);
  expect(page).toContain('````md\n```chart\ndata: a\n```\n````');
  expect(page).toContain(
    '![A slide: Points, step 1](/g/light/01-a-1.png){.of-light}\n![A slide: Points, step 1](/g/dark/01-a-1.png){.of-dark}',
  );
});
