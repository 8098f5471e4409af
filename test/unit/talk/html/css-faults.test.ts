import { expect, test } from 'vitest';
import { findCssFault } from '../../../../src/talk/html/css-faults.ts';

const marked = (css: string): string | undefined => {
  const fault = findCssFault(css);
  return fault ? css.slice(fault.offset, fault.offset + fault.length) : undefined;
};

test.each([
  ['h1 { color: red', '{'],
  ['h1 { color: red;\nh2 { color: blue; }\n', '{'],
  ['h1 { color: red; } }', '}'],
  ['h1 { width: calc(1px + 2px; }', '('],
  ['/* h1 { }', '/*'],
  ['h1 { content: "a\n }', '"a'],
  ['h1 { color red; }', 'color red'],
  ['h1 { color: red; margin 0 }', 'margin 0'],
  ['$accent: red;\nh1 { color: $accent }', '$accent:'],
  ['@mixin big { }', '@mixin'],
  ['<style>\nh1 { }\n</style>', '<s'],
  ['h1 {\n  // why\n  color: red;\n}', '// why'],
])('%j is broken at %j', (css, expected) => {
  expect(marked(css)).toBe(expected);
});

test.each([
  '',
  'h1 { color: red }',
  ':root { --accent: red; --empty:; }',
  '@media print { h1 { color: red; &:hover { color: blue } } }',
  '@font-face { font-family: "A"; src: url(https://example.org/a.woff2) format("woff2"); }',
  '@import "other.css";\nh1::before { content: "{ // \\" "; }',
  '/* // { */\na[href^="//"] { color: red; }',
  '@keyframes a { from { top: 0 } to { top: 1px } }',
])('%j is sound', (css) => {
  expect(findCssFault(css)).toBeNull();
});
