import { expect, test } from 'vitest';
import { createInspector } from '../../../../../src/talk/markdown/lex/html-surroundings.ts';

/** Inspects the place of each `#` in a text. */
function inspect(html: string) {
  const places = [...html.matchAll(/#/g)].map(({ index }) => index);
  return places.map(createInspector(html));
}

test('names the innermost element that is closed below', () => {
  expect(inspect('<div><p>#</p></div>')).toEqual([{ holder: 'p', isWithin: true, isOpen: true }]);
  expect(inspect('<div><br>#</div>')[0]?.holder).toBe('div');
});

test('what is not closed below is open, but nothing is within it', () => {
  expect(inspect('<div>#')).toEqual([{ holder: undefined, isWithin: false, isOpen: true }]);
  expect(inspect('#<p></p>#')).toEqual([
    { holder: undefined, isWithin: false, isOpen: false },
    { holder: undefined, isWithin: false, isOpen: false },
  ]);
});

test('a place in a tag, a comment or text of an element is within it, without a holder', () => {
  expect(inspect('<p title="#">')[0]).toEqual({ isWithin: true, isOpen: true });
  expect(inspect('<!-- # -->')[0]).toEqual({ isWithin: true, isOpen: true });
  expect(inspect('<textarea>#</textarea>')[0]?.isWithin).toBe(true);
  expect(inspect('<textarea>#')[0]?.isWithin).toBe(false);
});

test('lines of dashes in pre are text, so that it is no holder', () => {
  expect(inspect('<pre>#</pre>')).toEqual([{ holder: undefined, isWithin: true, isOpen: true }]);
});

test('an end tag closes what is open in its element', () => {
  expect(inspect('<div><p></div>#')[0]?.isOpen).toBe(false);
  expect(inspect('</p>#')[0]?.isOpen).toBe(false);
});

test('a thousand open elements take no time to inspect', () => {
  const html = '<b>'.repeat(1000) + '#'.repeat(500) + '</b>'.repeat(1000);
  expect(inspect(html).every(({ holder }) => holder === 'b')).toBe(true);
});
