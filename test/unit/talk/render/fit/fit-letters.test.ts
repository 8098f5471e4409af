import { expect, test } from 'vitest';
import { measureWord } from '../../../../../src/talk/render/fit/fit-letters.ts';

test('letters of a text have their own widths, those of code one', () => {
  expect(measureWord('i', 'regular')).toBeLessThan(measureWord('m', 'regular'));
  expect(measureWord('il', 'mono')).toBe(measureWord('MW', 'mono'));
  expect(measureWord('', 'strong')).toBe(0);
});

test('bold letters are wider', () => {
  for (const word of ['word', '\u03b1\u03b2', '\u0436\u0437']) {
    expect(measureWord(word, 'strong')).toBeGreaterThan(measureWord(word, 'regular'));
  }
});

test('accents take no room, ideographs a whole em', () => {
  expect(measureWord('\u00e9', 'regular')).toBeCloseTo(measureWord('e', 'regular'));
  expect(measureWord('\u6f22', 'mono')).toBe(1);
});

test('a word is as wide as its letters', () => {
  const letters = [...'Rust 1.83'].map((letter) => measureWord(letter, 'regular'));
  expect(measureWord('Rust 1.83', 'regular')).toBeCloseTo(
    letters.reduce((sum, one) => sum + one, 0),
  );
});
