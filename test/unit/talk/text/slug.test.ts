import { expect, test } from 'vitest';
import { toSlug } from '../../../../src/talk/text/slug.ts';

test('a slug has letters and digits of any alphabet, joined by dashes', () => {
  expect(toSlug('Rust in the kernel: what next?')).toBe('rust-in-the-kernel-what-next');
  expect(toSlug('\u00dcber 2 Dinge')).toBe('uber-2-dinge');
  expect(toSlug('\u043f\u044f\u0442\u044c \u4e94')).toBe('\u043f\u044f\u0442\u044c-\u4e94');
  expect(toSlug('--- ')).toBe('');
});

test('accents go where a word can be written without them, and letters of other alphabets stay', () => {
  expect(toSlug('Caf\u00e9 \u0391\u03b8\u03ae\u03bd\u03b1')).toBe(
    'cafe-\u03b1\u03b8\u03b7\u03bd\u03b1',
  );
  expect(toSlug('\u041c\u043e\u0439 \u0401\u0436, \u0457\u0436\u0430')).toBe(
    '\u043c\u043e\u0439-\u0451\u0436-\u0457\u0436\u0430',
  );
  expect(toSlug('\u043c\u043e\u0301\u0439')).toBe('\u043c\u043e\u0439');
  expect(toSlug('\u30ac\u30a4\u30c9')).toBe('\u30ac\u30a4\u30c9');
});

test('a long one ends between words, or within a word that is too long', () => {
  expect(toSlug('word '.repeat(20))).toBe('word-'.repeat(12).slice(0, -1));
  expect(toSlug('a'.repeat(99))).toHaveLength(60);
  expect(toSlug(`a${'\u{20000}'.repeat(40)}`)).toBe(`a${'\u{20000}'.repeat(29)}`);
});
