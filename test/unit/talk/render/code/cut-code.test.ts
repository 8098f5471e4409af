import { expect, test } from 'vitest';
import { cutCode } from '../../../../../src/talk/render/code/cut-code.ts';

const cut = (text: string): number[] => cutCode(text.split('')).map(({ length }) => length);

test('code that is short is one part', () => {
  expect(cut('aaa')).toEqual([3]);
  expect(cut('a'.repeat(14))).toEqual([14]);
  expect(cutCode([''])).toEqual([[0]]);
});

test('parts have about the same length', () => {
  expect(cut('a'.repeat(45)).sort()).toEqual([11, 11, 11, 12]);
  expect(cut('a'.repeat(43)).sort()).toEqual([10, 11, 11, 11]);
  expect(cut('a'.repeat(15)).sort()).toEqual([7, 8]);
  expect(cut('a'.repeat(42))).toEqual([14, 14, 14]);
  for (let count = 1; count <= 120; count++) {
    const lengths = cut('a'.repeat(count));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(14);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
  }
});

test('a cut is behind a blank line or a closing brace that is near, and never before a blank line', () => {
  expect(cut('aaaaaaaaaa bbbbbbb')).toEqual([11, 7]);
  expect(cut('aaaaaaa}bbbbbbbbbbb')).toEqual([8, 11]);
  expect(cut('a bbbbbbbbbbbbbbbbbb')).toEqual([10, 10]);
  expect(cut('aaaaaaaaa bbbbbbbbbb')).toEqual([10, 10]);
  expect(cut('aaaaaaaa bbbbbbbbbb')).toEqual([9, 10]);
  expect(cut('aaaaaaa} bbbbbbbbbb')).toEqual([9, 10]);
});

test('another part is better than cuts within what belongs together', () => {
  const functions = Array.from({ length: 4 }, () => 'aaaaaaaa} ').join('');
  expect(cut(`${functions}bb`)).toEqual([10, 10, 10, 12]);
});

test('words that close are known in each language', () => {
  const texts = [...'aaaaaaaa'].concat('  end', ...'bbbbbbbbb');
  expect(cutCode(texts).map(({ length }) => length)).toEqual([9, 9]);
  const shell = [...'aaaaaaa'].concat('done', ...'bbbbbbbbbb');
  expect(cutCode(shell).map(({ length }) => length)).toEqual([8, 10]);
});

test('loses no line', () => {
  for (let count = 0; count <= 120; count++) {
    const texts = Array.from({ length: count }, (_, index) => (index % 9 === 0 ? '' : 'x'));
    expect(cutCode(texts).flat()).toEqual([...texts.keys()]);
  }
});
