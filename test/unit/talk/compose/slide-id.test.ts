import { expect, test } from 'vitest';
import {
  listAmbiguous,
  nameInFile,
  nameSources,
  takeId,
  wantedId,
} from '../../../../src/talk/compose/slide-id.ts';
import { parseLibrary, parseSlide } from '../markdown/parse.ts';

const wanted = (text: string, spec = {}) => wantedId(spec, parseSlide(text).tokens);
const name = (...names: string[]) =>
  names.map((each) => ({ wanted: each.replace('!', ''), isWritten: each.endsWith('!') }));

test('a slide is named by its id, its title, its layout or its first words', () => {
  expect(wanted('# A *title*', { id: 'b' })).toBe('b');
  expect(wanted('# A *title*')).toBe('a-title');
  expect(wanted('# A', { title: 'Other' })).toBe('other');
  expect(wanted('words', { layout: 'end' })).toBe('end');
  expect(wanted('one two three four five six')).toBe('slide-one-two-three-four-five');
});

test('a title of digits is no position, and values never name a slide', () => {
  expect(wanted('# 2024')).toBe('slide-2024');
  expect(wanted('# {{ a.b }} people')).toBe('people');
  expect(wanted('{{ a.b }}')).toBe('');
});

test('takes the next free number', () => {
  const taken = new Map<string, number>();
  expect(['a', 'a', 'a-2', 'a'].map((id) => takeId(id, taken))).toEqual([
    'a',
    'a-2',
    'a-2-2',
    'a-3',
  ]);
});

test('in a file a written id wins, then the first title', () => {
  expect(nameInFile(name('a', 'a', 'b'))).toEqual(['a', 'a-2', 'b']);
  expect(nameInFile(name('a', 'a!'))).toEqual(['a-2', 'a']);
  expect(nameInFile(name('', 'a', ''))).toEqual(['', 'a', '']);
});

test('a title of two slides is ambiguous, unless one has it as its id', () => {
  expect([...listAmbiguous(name('a', 'a', 'b', '', ''))]).toEqual(['a']);
  expect([...listAmbiguous(name('a', 'a!'))]).toEqual([]);
});

test('names the slides of a file', () => {
  expect(nameSources(parseLibrary('# A\n\n---\n\n# A\n\n---\nid: b\n---\n').slides)).toEqual([
    'a',
    'a-2',
    'b',
  ]);
});
