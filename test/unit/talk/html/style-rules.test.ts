import { expect, test } from 'vitest';
import { findRuleStyle, indexRules, parseRules } from '../../../../src/talk/html/style-rules.ts';

const rules = (css: string) =>
  parseRules(css).map(({ selector, offset }) => `${offset} ${selector.text} ${selector.certainty}`);

test('a rule with several selectors is several rules, each at its place', () => {
  expect(rules('a, .b { c: d }')).toEqual(['0 a sure', '3 .b sure']);
});

test('rules in groups are less certain, and other at-rules have none', () => {
  expect(rules('@media print { p {} }')).toEqual(['15 p passing']);
  expect(rules('@layer x { p {} }')).toEqual(['11 p structural']);
  expect(rules('@font-face { p {} } @keyframes a { from {} }')).toEqual([]);
});

test('a nested rule is known by its last part', () => {
  expect(rules('div { a: b; .c { d: e } }')).toEqual(['0 div sure', '12 .c structural']);
});

/** What rules say of an element. */
function styleOf(css: string, name: string, attributes: { name: string; value: string }[] = []) {
  const all = parseRules(css).map((rule, order) => ({ ...rule, order }));
  const { normal, important, doubtful } = findRuleStyle(indexRules(all), name, attributes);
  return {
    normal: Object.fromEntries(normal),
    important: Object.fromEntries(important),
    doubtful: doubtful.map(({ selector }) => selector.text),
  };
}

test('the more specific rule holds, then the later one; important ones are apart', () => {
  const attributes = [{ name: 'class', value: 'a' }];
  expect(styleOf('.a { b: c } p { b: d }', 'p', attributes).normal).toEqual({ b: 'c' });
  expect(styleOf('p { b: c } p { b: d }', 'p').normal).toEqual({ b: 'd' });
  expect(styleOf('p { b: c !important } p { b: d }', 'p')).toMatchObject({
    normal: { b: 'd' },
    important: { b: 'c' },
  });
});

test('rules that may apply are doubtful, as is one for all elements', () => {
  expect(styleOf('div p { a: b } i { a: c } * { a: d }', 'p').doubtful).toEqual(['div p', '*']);
});

test('a step is shown by the deck, whatever its rules say', () => {
  const step = [{ name: 'class', value: 'fragment' }];
  expect(styleOf('p { opacity: 0; color: red }', 'p', step).normal).toEqual({ color: 'red' });
});
