import { expect, test } from 'vitest';
import {
  looksLikeMatter,
  readHead,
  readMatter,
} from '../../../../src/talk/markdown/slide-matter.ts';

const matter = (src: string) => {
  const found = readMatter(src);
  return found && [found.text, found.raw, found.unclosed];
};

test('reads keys up to the dashes', () => {
  expect(matter('id: a\n---\ntext')).toEqual(['id: a\n', 'id: a\n---\n', false]);
  expect(matter('"id": a\nother: [1,\n 2]\n---')).toEqual([
    '"id": a\nother: [1,\n 2]\n',
    '"id": a\nother: [1,\n 2]\n---',
    false,
  ]);
});

test('text below a cut is text', () => {
  expect(matter('Some words\n---\n')).toBeNull();
  expect(matter('\nid: a\n---\n')).toBeNull();
  expect(matter('')).toBeNull();
});

test('one known key is enough for front matter that nothing closes', () => {
  expect(matter('id: a\n\n# Title')).toEqual(['id: a\n', 'id: a\n', true]);
  expect(matter('mine: a\n\n# Title')).toBeNull();
});

test('comments may come first where a known key follows', () => {
  expect(matter('# about\nid: a\n---\n')).toEqual([
    '# about\nid: a\n',
    '# about\nid: a\n---\n',
    false,
  ]);
  expect(matter('# About\nwords: a\n---\n')).toBeNull();
  expect(matter('# Agenda\ntime: 10\n---\n')).toBeNull();
  expect(matter('# about\nid: a\n\nwords\n---\n')).toBeNull();
});

test('blank lines part keys only where each part begins with a known key', () => {
  expect(matter('id: a\n\nlayout: end\n---\n')?.[0]).toBe('id: a\n\nlayout: end\n');
  expect(matter('id: a\n\nwords\n---\n')).toEqual(['id: a\n', 'id: a\n', true]);
});

test('the head of a talk begins with dashes and may have blank lines', () => {
  expect(readHead('---\ntitle: A\n\nspeaker: B\n---\nx')?.text).toBe('title: A\n\nspeaker: B\n');
  expect(readHead('\n\n---\ntitle: A\n---\n')?.raw).toBe('\n\n---\ntitle: A\n---\n');
  expect(readHead('title: A\n---\n')).toBeNull();
  expect(readHead('---\n\n# Title\n')).toBeNull();
});

test('an open head ends at its last key', () => {
  expect(readHead('---\ntitle: A\n# Slide\n')).toMatchObject({
    text: 'title: A\n',
    unclosed: true,
  });
});

test('lines that set keys look like front matter, unless text has such lines', () => {
  expect(looksLikeMatter('id: a\nlayout: end')).toBe(true);
  expect(looksLikeMatter('layout: end\nmine: a')).toBe(true);
  expect(looksLikeMatter('id: a\nand words')).toBe(false);
  expect(looksLikeMatter('mine: a')).toBe(false);
  expect(looksLikeMatter('time: noon')).toBe(false);
});
