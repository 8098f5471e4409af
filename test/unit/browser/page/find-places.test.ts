import { expect, test } from 'vitest';
import { findPlaces, type Place } from '../../../../src/browser/page/find-places.ts';

const PLACES: Place[] = [
  { id: 'cover', number: 1, title: 'Rust for Linux', text: 'Rust for Linux Bo Brandt' },
  { id: 'c', number: 2, title: 'C++ (1 of 2)', text: 'C++ (1 of 2) why not 3' },
  { id: 'check', number: 3, title: 'Prüfung der Daten', text: 'Prüfung der Daten rust' },
];

const find = (query: string): string[] => findPlaces(PLACES, query).map(({ id }) => id);

test('nothing finds all slides in order', () => {
  expect(find('')).toEqual(['cover', 'c', 'check']);
  expect(find('  ')).toEqual(['cover', 'c', 'check']);
});

test('a number finds its slide before those that have it in their words', () => {
  expect(find('3')).toEqual(['check', 'c']);
  expect(find('03')).toEqual(['check']);
});

test('words are found without capitals and accents, titles before texts', () => {
  expect(find('RUST')).toEqual(['cover', 'check']);
  expect(find('prufung daten')).toEqual(['check']);
  expect(find('linux brandt')).toEqual(['cover']);
});

test('characters of regular expressions are characters', () => {
  expect(find('c++')).toEqual(['c']);
  expect(find('(1')).toEqual(['c']);
  expect(find('[a-z')).toEqual([]);
  expect(find('.*')).toEqual([]);
});
