import { expect, test } from 'vitest';
import { printShort, printValue } from '../../../../../src/talk/text/value/value-text.ts';

test('prints values that have no text of their own', () => {
  expect(printValue(Object.assign(Object.create(null) as object, { a: 1 }))).toBe('{"a":1}');
  expect(printValue({ toString: 'x' })).toBe('{"toString":"x"}');
  expect([printValue('a'), printValue(7), printValue(null)]).toEqual(['a', '7', 'null']);
});

test('cuts what is too long for a message', () => {
  expect(printShort('x'.repeat(500))).toHaveLength(80);
  expect(printShort('short')).toBe('short');
});
