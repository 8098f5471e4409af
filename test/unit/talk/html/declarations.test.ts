import { expect, test } from 'vitest';
import { readDeclarations } from '../../../../src/talk/html/declarations.ts';

const read = (style: string) => Object.fromEntries(readDeclarations(style));

test('reads values that are a word or a number, in lower case', () => {
  expect(read('Display: NONE; opacity: .0; width: 10PX; height: 50%')).toEqual({
    display: 'none',
    opacity: '.0',
    width: '10px',
    height: '50%',
  });
});

test('the last one holds, but an important one before it more', () => {
  expect(read('a: b; a: c')).toEqual({ a: 'c' });
  expect(read('a: b !important; a: c')).toEqual({ a: 'b' });
});

test('other values are left out', () => {
  expect(read('a: url(b); c: "d"; e; : f')).toEqual({});
});
