import { expect, test } from 'vitest';
import { findLostHead } from '../../../../../src/talk/markdown/head/lost-head.ts';

const hintOf = (text: string) => findLostHead(text, 'slides/talks/t.md')?.hint;
const lineOf = (text: string) => findLostHead(text, 'slides/talks/t.md')?.span?.line;

test('front matter without its first dashes is found', () => {
  expect(hintOf('title: A talk\nspeaker: Ada\n---\n\n# Hello\n')).toContain(
    'Put a line "---" above',
  );
  expect(lineOf('\n\ntitle: A talk\n---\n')).toBe(3);
});

test.each(['+++', '—', '–––', '--', '***', '```yaml'])('%s is not taken for dashes', (dashes) => {
  expect(hintOf(`${dashes}\ntitle: A talk\n${dashes}\n`)).toContain(`not "${dashes}"`);
});

test('keys without a blank behind the colon are found', () => {
  expect(hintOf('---\ntitle:A talk\nspeaker:Ada\n---\n')).toContain('"title: A talk"');
  expect(hintOf('+++\ntitle = A talk\n+++\n')).toContain('"title: A talk"');
});

test('text is left alone', () => {
  expect(findLostHead('# Hello\n\nTime: ten o’clock\n', 'a.md')).toBeNull();
  expect(findLostHead('Title: of a book\n\nWords.\n', 'a.md')).toBeNull();
  expect(findLostHead('Note: this\n---\n', 'a.md')).toBeNull();
  expect(findLostHead('', 'a.md')).toBeNull();
});
