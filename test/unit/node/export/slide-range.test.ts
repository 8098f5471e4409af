import { expect, test } from 'vitest';
import { selectSlides } from '../../../../src/node/export/slide-range.ts';

const SLIDES = [
  { id: 'cover', number: 1 },
  { id: 'users', number: 2 },
  { id: 'releases', number: 3 },
  { id: 'end', number: 4 },
  { id: 'backup', number: null },
];

function select(range: string): string[] {
  return selectSlides(SLIDES, range).map(({ id }) => id);
}

test('takes numbers, stretches and ids, in the order of the talk', () => {
  expect(select('3,1')).toEqual(['cover', 'releases']);
  expect(select('2-3')).toEqual(['users', 'releases']);
  expect(select(' #backup , 2 ')).toEqual(['users', 'backup']);
  expect(select('3-')).toEqual(['releases', 'end', 'backup']);
  expect(select('2,2-2,#users')).toEqual(['users']);
});

test('says which numbers there are', () => {
  expect(() => select('9')).toThrow('There is no slide 9.');
});

test('knows the nearest id', () => {
  expect(() => select('#user')).toThrow('No slide of the talk has the id "user".');
});

test.each(['', 'a', '3-1', '1,,2', '1-2-3', '-'])('does not understand "%s"', (range) => {
  expect(() => select(range)).toThrow(`"${range}" is not a range of slides.`);
});
