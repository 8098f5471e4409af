import { expect, test } from 'vitest';
import {
  checkElement,
  collectStyles,
  nameOf,
} from '../../../../../src/talk/markdown/transform/slide-styles.ts';
import type { Problem } from '../../../../../src/talk/model/problem.ts';
import { lexPlaced, printProblem, printSpan } from '../parse.ts';

const SPAN = { file: 'a.md', line: 9, column: 1, length: 1 };

test('collects the rules of all styles in their order, with their places', () => {
  const { rules, places } = collectStyles(
    lexPlaced(
      '<style>\n.a { display: none }\n  p { color: red }\n</style>\n\n> <style>.b {}</style>',
    ),
  );
  const found = rules.all.map((rule) => `${rule.selector.text} ${printSpan(places.get(rule))}`);
  expect(found).toEqual(['.a 2:1+2', 'p 3:3+1', '.b 6:10+2']);
});

test('a slide without a style has no rules', () => {
  expect(collectStyles(lexPlaced('a <b>c</b>')).rules.all).toEqual([]);
});

/** Checks an element with a style on its slide. */
function check(css: string, name: string, attributes: { name: string; value: string }[] = []) {
  const styles = collectStyles(lexPlaced(`<style>\n${css}\n</style>`));
  const problems: Problem[] = [];
  const element = { name, attributes, inDrawing: false };
  const isHidden = checkElement(element, styles, { problems, span: SPAN });
  checkElement(element, styles, { problems, span: SPAN });
  return { isHidden, problems: problems.map(printProblem) };
}

test('a rule for the element itself hides it', () => {
  expect(check('p { display: none }', 'p')).toEqual({ isHidden: true, problems: [] });
  expect(check('p { display: none }', 'b').isHidden).toBe(false);
  expect(check('.a { display: none }', 'p', [{ name: 'class', value: 'a b' }]).isHidden).toBe(true);
});

test('a rule that may hide it is reported once, at the rule', () => {
  expect(check('div p { display: none }', 'p')).toEqual({
    isHidden: false,
    problems: ['2:1+5 hidden-text'],
  });
});

test('transparent letters are reported at the element', () => {
  expect(check('p { color: transparent }', 'p').problems[0]).toBe('9:1+1 hidden-text');
});

test('names the elements that tokens become', () => {
  const names = lexPlaced('1. a\n\n- b\n\n> c\n\nd').map(nameOf);
  expect(names.filter(Boolean)).toEqual(['ol', 'ul', 'blockquote', 'p']);
});
