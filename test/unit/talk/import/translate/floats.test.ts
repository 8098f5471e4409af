import { expect, test } from 'vitest';
import { frameFloats } from '../../../../../src/talk/import/translate/elements/floats.ts';
import { importText } from '../../../../support/import.ts';

const HALF = '.half { float: left; width: 50%; }';

test('elements that float by a class or their own style are framed with what follows them', () => {
  expect(
    frameFloats('# A\n\n<div class="half">a</div>\n<div class="half">b</div>\n\nc\n', HALF),
  ).toBe(
    '# A\n\n<div class="deck-flow">\n\n<div class="half">a</div>\n<div class="half">b</div>\n\nc\n\n</div>\n',
  );
  expect(frameFloats('# A\n\nWords <img src="a.png" style="float: right"> beside.\n', '')).toBe(
    '# A\n\n<div class="deck-flow">\n\nWords <img src="a.png" style="float: right"> beside.\n\n</div>\n',
  );
  expect(frameFloats('# A\n\n<p><img src="a.png" align="left">b</p>\n', '')).toContain(
    '<div class="deck-flow">\n\n<p><img',
  );
});

test('a title below a float is placed above it', () => {
  expect(frameFloats('<img src="a.png" style="float:right">\n\n# A\n\nb\n', '')).toBe(
    '# A\n\n<div class="deck-flow">\n\n<img src="a.png" style="float:right">\n\nb\n\n</div>\n',
  );
});

test('the frame ends at a step and at columns', () => {
  const float = '<img src="a.png" style="float:right">';
  expect(frameFloats(`${float}\n\nb\n\n<!-- pause -->\n\nc\n`, '')).toBe(
    `<div class="deck-flow">\n\n${float}\n\nb\n\n</div>\n\n<!-- pause -->\n\nc\n`,
  );
  expect(frameFloats(`${float}\n\n::: columns\n\n::: column\n\nb\n\n:::\n\n:::\n`, '')).toBe(
    `<div class="deck-flow">\n\n${float}\n\n</div>\n\n::: columns\n\n::: column\n\nb\n\n:::\n\n:::\n`,
  );
  expect(frameFloats(`::: columns\n\n::: column\n\n${float}\n\nb\n\n:::\n\n:::\n`, '')).toContain(
    `::: column\n\n<div class="deck-flow">\n\n${float}\n\nb\n\n</div>\n\n:::`,
  );
});

test.each([
  '<div class="row"><div class="half">a</div></div>\n',
  '<div style="float: none">a</div>\n',
  '<p align="left">a</p>\n',
  '```html\n<div class="half">a</div>\n```\n',
  '- <img src="a.png" style="float:right"> b\n',
])('%s needs no frame', (text) => {
  expect(frameFloats(text, HALF)).toBe(text);
});

test('a talk has the rules of the frame where a slide has one', () => {
  const float = '# A\n\n<div style="float:left">a</div>\n';
  expect(importText('reveal', float).css).toContain('.deck-flow { display: flow-root');
  expect(importText('reveal', '# A\n\n<div>a</div>\n').css).toBe('');
});
