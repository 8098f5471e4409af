import { expect, test } from 'vitest';
import { takeAsides } from '../../../../../src/talk/markdown/transform/notes-aside.ts';
import type { Problem } from '../../../../../src/talk/model/problem.ts';
import { lexPlaced, printProblem, printSpan } from '../parse.ts';

function take(text: string) {
  const problems: Problem[] = [];
  const { visible, notes } = takeAsides(lexPlaced(text), problems);
  return {
    visible: visible.map(({ raw }) => raw).join(''),
    notes: notes.map(({ text: words, span }) => `${printSpan(span)} ${words}`),
    problems: problems.map(printProblem),
  };
}

test('takes what is in the element, and leaves what is around it', () => {
  expect(take('<p>a</p><aside class="notes">b</aside><p>c</p>')).toEqual({
    visible: '<p>a</p><p>c</p>',
    notes: ['1:30+1 b'],
    problems: [],
  });
});

test('notes may be Markdown between blank lines, and begin at their first words', () => {
  expect(take('<aside class="a notes">\n\n- b\n\n</aside>\n\nc')).toMatchObject({
    visible: '\n\nc',
    notes: ['3:1+3 - b'],
  });
});

test('asides within notes belong to them, other asides stay', () => {
  expect(take('<aside class="notes">a<aside>b</aside>c</aside>').notes).toEqual([
    '1:22+18 a<aside>b</aside>c',
  ]);
  expect(take('<aside class="note">a</aside>')).toMatchObject({
    visible: '<aside class="note">a</aside>',
    notes: [],
  });
});

test('one that never closes ends with its slide and is reported at its tag', () => {
  expect(take('a\n\n<aside class="notes">b\n\nc')).toEqual({
    visible: 'a\n\n',
    notes: ['3:22+1 b\n\nc'],
    problems: ['3:1+6 unclosed-tag'],
  });
});

test('an empty one gives no notes, and tokens without one stay the same', () => {
  expect(take('<aside class="notes"> </aside>').notes).toEqual([]);
  const tokens = lexPlaced('a *b*\n\n- c');
  expect(takeAsides(tokens, []).visible[0]).toBe(tokens[0]);
});
