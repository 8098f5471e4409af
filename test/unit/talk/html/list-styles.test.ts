import { expect, test } from 'vitest';
import { chooseListMarks } from '../../../../src/talk/html/list-styles.ts';

test('rules that choose the marks of lists replace those of slides, and all else stays', () => {
  expect(chooseListMarks('/* a */ ol { color: red; list-style : none }')).toBe(
    '/* a */ ol { color: red; --list-mark: none; list-style : none }',
  );
  expect(chooseListMarks('ul{LIST-STYLE-TYPE:square}')).toBe(
    'ul{--list-mark: none; --indent: 0px; padding-inline-start: 1.9em; LIST-STYLE-TYPE:square}',
  );
  for (const css of ['ol { list-style-position: inside }', '.list-style { color: red }', '']) {
    expect(chooseListMarks(css)).toBe(css);
  }
});
