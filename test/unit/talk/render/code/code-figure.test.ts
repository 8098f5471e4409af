import { expect, test } from 'vitest';
import {
  readTabSize,
  readTexts,
  renderLine,
} from '../../../../../src/talk/render/code/code-figure.ts';

test('the text of lines has no markup and no references', () => {
  const line = { html: 'if (a <span class="hljs-x">&amp;&amp;</span> b &lt; c)', number: 1 };
  expect(readTexts({ lines: [line] })).toEqual(['if (a && b < c)']);
});

test('a line names the steps at which it is lit', () => {
  const line = { html: 'a', number: 7 };
  expect(renderLine(line, 0, [[0], [1], 'all'], '\n')).toBe(
    '<span class="line" data-line="7" data-on="0 2">a\n</span>',
  );
});

test('a tab has the size of the code, of its slide, or of its language', () => {
  expect(readTabSize({ tabSize: 2, language: 'c' }, 3)).toBe(2);
  expect(readTabSize({ tabSize: null, language: 'c' }, 3)).toBe(3);
  expect(readTabSize({ tabSize: null, language: 'c' }, null)).toBe(8);
});
