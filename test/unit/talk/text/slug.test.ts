import { expect, test } from 'vitest';
import { toSlug } from '../../../../src/talk/text/slug.ts';

test('a slug has letters and digits of any alphabet, joined by dashes', () => {
  expect(toSlug('Rust in the kernel: what next?')).toBe('rust-in-the-kernel-what-next');
  expect(toSlug('\u00dcber 2 Dinge')).toBe('uber-2-dinge');
  expect(toSlug('\u043f\u044f\u0442\u044c \u4e94')).toBe('\u043f\u044f\u0442\u044c-\u4e94');
  expect(toSlug('--- ')).toBe('');
});

test('a long one ends between words, or within a word that is too long', () => {
  expect(toSlug('word '.repeat(20))).toBe('word-'.repeat(12).slice(0, -1));
  expect(toSlug('a'.repeat(99))).toHaveLength(60);
});
