import { expect, test } from 'vitest';
import {
  isHidden,
  isUnseen,
  listKeptReasons,
  reportUnseen,
} from '../../../../src/talk/html/hidden-element.ts';
import { indexRules, parseRules } from '../../../../src/talk/html/style-rules.ts';

const SPAN = { file: 'a.md', line: 1, column: 1, length: 1 };
const rulesOf = (css: string) =>
  indexRules(parseRules(css).map((rule, order) => ({ ...rule, order })));
const element = (name: string, attributes: Record<string, string> = {}, inDrawing = false) => ({
  name,
  attributes: Object.entries(attributes).map(([key, value]) => ({ name: key, value })),
  inDrawing,
});

test('content of some elements is never visible, and code is called so', () => {
  expect(['script', 'template', 'p'].map(isUnseen)).toEqual([true, true, false]);
  expect([reportUnseen('script', SPAN).code, reportUnseen('template', SPAN).code]).toEqual([
    'forbidden-tag',
    'hidden-text',
  ]);
});

test.each([
  'display:none',
  'visibility: hidden',
  'opacity:0',
  'font-size: 0px',
  'content-visibility:hidden',
])('the style "%s" hides', (style) => {
  expect(isHidden(element('p', { style }))).toBe(true);
});

test.each([
  'opacity: 0.5',
  'opacity:0; transition: opacity 1s',
  'display: block',
  'font-size: 1px',
])('the style "%s" does not', (style) => {
  expect(isHidden(element('p', { style }))).toBe(false);
});

test('attributes and elements of their own hide as well', () => {
  expect(isHidden(element('p', { hidden: '' }))).toBe(true);
  expect(isHidden(element('dialog'))).toBe(true);
  expect(isHidden(element('dialog', { open: '' }))).toBe(false);
  expect(isHidden(element('input', { type: 'HIDDEN' }))).toBe(true);
});

test('in a drawing only text counts', () => {
  expect(isHidden(element('g', { style: 'display:none' }, true))).toBe(false);
  expect(isHidden(element('text', { display: 'none' }, true))).toBe(true);
});

test('rules hide, unless the element or a rule that may apply shows it', () => {
  expect(isHidden(element('p'), rulesOf('p { display: none }'))).toBe(true);
  expect(isHidden(element('p', { style: 'display: block' }), rulesOf('p { display: none }'))).toBe(
    false,
  );
  expect(isHidden(element('p'), rulesOf('p { display: none } div p { display: block }'))).toBe(
    false,
  );
  expect(isHidden(element('p'), rulesOf('p { font-size: 0 }'))).toBe(false);
});

test('lists what hides text without taking it from the page', () => {
  const reasons = (css: string) =>
    listKeptReasons(element('p'), rulesOf(css)).map((reason) =>
      reason === 'transparent' ? reason : reason.selector.text,
    );
  expect(reasons('div p { display: none }')).toEqual(['div p']);
  expect(reasons('p { color: transparent }')).toEqual(['transparent']);
  expect(reasons('p { color: transparent; background-clip: text }')).toEqual([]);
  expect(reasons('p:hover { display: none }')).toEqual([]);
});
