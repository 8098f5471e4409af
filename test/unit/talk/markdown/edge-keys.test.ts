import { expect, test } from 'vitest';
import {
  readEdge,
  readFooter,
  readLogo,
  readNoLogo,
  readPagination,
} from '../../../../src/talk/markdown/edge-keys.ts';

test('words are plain text, and "off" takes them away', () => {
  expect(readEdge('Quay day', 'Quay day')).toEqual({ value: 'Quay day' });
  for (const none of ['off', 'none', '']) expect(readEdge(none, none)).toEqual({ value: false });
  expect(readEdge(false, 'false')).toEqual({ value: false });
  expect(readEdge(true, 'true')).toHaveProperty('expected');
  expect(readFooter(true, 'true')).toEqual({ value: true });
  for (const text of ['**a**', '[a](b)', '<b>a</b>', '![a](b.png)'])
    expect(readEdge(text, text)).toHaveProperty('expected');
  expect(readEdge('a < b, [1]', 'a < b, [1]')).toEqual({ value: 'a < b, [1]' });
});

test('a logo is a path of the project, with or without words', () => {
  const read = (text: string) => readLogo(text, text);
  expect(read('/assets/a.svg')).toEqual({ value: { path: '/assets/a.svg', alt: null } });
  expect(read('![A boat](a.svg)')).toEqual({ value: { path: 'a.svg', alt: 'A boat' } });
  expect(read('![A boat](<a b.svg>)')).toEqual({ value: { path: 'a b.svg', alt: 'A boat' } });
  expect(read('off')).toEqual({ value: false });
  for (const text of ['https://a.example/a.svg', 'javascript:alert(1)', '![a](b) ![c](d)'])
    expect(read(text)).toHaveProperty('expected');
  expect(readLogo(true, 'true')).toHaveProperty('expected');
  expect(readNoLogo('off', 'off')).toEqual({ value: false });
  expect(readNoLogo('a.svg', 'a.svg')).toHaveProperty('expected');
});

test('a number is shown, or not, or with how many there are', () => {
  expect(readPagination(true, 'true')).toEqual({ value: true });
  expect(readPagination('n/N', 'n/N')).toEqual({ value: 'n/N' });
  expect(readPagination('n/n', 'n/n')).toHaveProperty('expected');
});
