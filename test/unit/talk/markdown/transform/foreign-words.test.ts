import { expect, test } from 'vitest';
import { listForeignWords } from '../../../../../src/talk/markdown/transform/foreign-words.ts';

const list = (text: string) =>
  listForeignWords(text).map(({ kind, start, sign }) => `${start} ${kind} ${sign}`);

test('finds links of a wiki, but neither attributes of C++ nor tables of TOML', () => {
  expect(list('see [[A page|it]]')).toEqual(['4 wiki [[A page|it]]']);
  expect(list('[[nodiscard]] and [[std::move]]')).toEqual([]);
  expect(list('[[a]](b)')).toEqual([]);
});

test('finds inserted words, but no increments', () => {
  expect(list('a ++new words++ b')).toEqual(['2 inserted ++new words++']);
  expect(list('++i and i++')).toEqual([]);
  expect(list('C++ and D++')).toEqual([]);
});

test('finds templates, commands of LaTeX and attributes of words', () => {
  expect(list('{% include a %}')).toEqual(['0 template {% include a %}']);
  expect(list('a \\newpage b')).toEqual(['2 latex \\newpage']);
  expect(list('\\textbf{bold}')).toEqual(['0 latex \\textbf{bold}']);
  expect(list('[words]{.red}')).toEqual(['0 span [words]{.red}']);
});

test('paths and plain words are none', () => {
  expect(list('C:\\Users\\new and {a} [b]')).toEqual([]);
});
