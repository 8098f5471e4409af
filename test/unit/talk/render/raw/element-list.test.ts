import { expect, test } from 'vitest';
import { classifyElement, listElements } from '../../../../../src/talk/render/raw/element-list.ts';

test.each([
  ['p', false, 'allowed'],
  ['circle', false, 'allowed'],
  ['script', false, 'hidden'],
  ['template', false, 'hidden'],
  ['base', false, 'acting'],
  ['title', false, 'acting'],
  ['title', true, 'allowed'],
  ['blink', false, 'unknown'],
  ['constructor', false, 'unknown'],
])('%s (in a drawing: %s) is %s', (name, inDrawing, found) => {
  expect(classifyElement(name, inDrawing)).toBe(found);
});

test('lists only what it allows, in lower case and once', () => {
  const names = listElements();
  expect(new Set(names).size).toBe(names.length);
  expect(
    names.filter((name) => name !== 'title' && classifyElement(name, false) !== 'allowed'),
  ).toEqual([]);
  expect(names.filter((name) => name !== name.toLowerCase() || name === '')).toEqual([]);
});
