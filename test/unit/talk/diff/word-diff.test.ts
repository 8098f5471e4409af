import { expect, test } from 'vitest';
import { diffWords } from '../../../../src/talk/diff/word-diff.ts';

/** Writes a difference as `[-gone-]` and `{+added+}`, line by line. */
function mark(before: string, after: string): string[] {
  return diffWords(before, after).map((line) =>
    line
      .map(({ kind, text }) => {
        if (kind === 'gone') return `[-${text}-]`;
        return kind === 'added' ? `{+${text}+}` : text;
      })
      .join(' '),
  );
}

test('equal texts do not differ', () => {
  expect(mark('one two\nthree', 'one two\nthree')).toEqual([]);
});

test('only the words that differ are marked, with a few around them', () => {
  expect(mark('a b c', 'a x c')).toEqual(['a [-b-] {+x+} c']);
  expect(mark('1 2 3 4 5 6 7 8 9 old', '1 2 3 4 5 6 7 8 9 new')).toEqual([
    '… 4 5 6 7 8 9 [-old-] {+new+}',
  ]);
});

test('only the lines that differ are shown', () => {
  expect(mark('- one\n- two\n- three', '- one\n- two now\n- three')).toEqual(['- two {+now+}']);
});

test('lines that came or went are whole, and their bullets are no words', () => {
  expect(mark('- one\n- two', '- one\n- two\n- three')).toEqual(['- {+three+}']);
  expect(mark('- one\n- two', '- two')).toEqual(['- [-one-]']);
});

test('lines that are not alike are two lines, not one that changed', () => {
  expect(mark('The cat sleeps.', 'Dogs bark at night.')).toEqual([
    '[-The cat sleeps.-]',
    '{+Dogs bark at night.+}',
  ]);
});

test('a word between two changes belongs to them', () => {
  expect(mark('x a of b y z', 'x c of d y z')).toEqual(['x [-a of b-] {+c of d+} y z']);
});

test('a value is one word, whatever stands in it', () => {
  expect(mark('It is {{ a.b | ago 1y }}, yes', 'It is {{ a.c | ago 1y }}, yes')).toEqual([
    'It is [-{{ a.b | ago 1y }},-] {+{{ a.c | ago 1y }},+} yes',
  ]);
});
