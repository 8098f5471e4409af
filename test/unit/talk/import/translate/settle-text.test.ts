import { expect, test } from 'vitest';
import type { Dialect } from '../../../../../src/talk/model/import/imported-deck.ts';
import { importText, reportOf, slidesOf } from '../../../../support/import.ts';

const slides = (text: string, dialect: Dialect = 'marp'): string =>
  slidesOf(importText(dialect, text));

test('braces of other programs stay text', () => {
  expect(slides('# A\n\nx {{ y }} z and `{{ y }}`\n')).toBe(
    '---\n\n# A\n\nx \\{{ y }} z and `{{ y }}`\n',
  );
  expect(slides('<div>\n  {{ a > 1 }}\n</div>\n')).toContain('{&#123; a > 1 }}');
  expect(importText('marp', '---\nmarp: true\nfooter: "{{ x }}"\n---\n\n# A\n').text).toContain(
    'footer: \\{{ x }}\n',
  );
});

test('values of a talk in plain Markdown stay values', () => {
  expect(slides('# A\n\n{{ talk.event }}\n', 'markdown')).toContain('\n{{ talk.event }}\n');
});

test('words that would begin notes in a talk stay on the slide', () => {
  expect(slides('# A\n\nNote: read this\n')).toContain('\nNote\\: read this\n');
  expect(slides('# A\n\n???\n', 'pandoc')).toContain('\n\\???\n');
});

test('text that looks like settings stays text, and is named', () => {
  const deck = importText('slidev', '# A\n\n---\n\n## layout: cover\n\nb\n');
  expect(slidesOf(deck)).toContain('## layout\\: cover\n');
  expect(reportOf(deck)).toEqual([
    '4:1 manual: ## layout: cover -> It looks like settings that a formatter moved; the deck shows it as text as well.',
  ]);
});

test('steps for lines that code does not have are left out', () => {
  expect(slides('```js [0|2|9]\na\nb\n```\n', 'reveal')).toContain('```js {2}\n');
  expect(slides('```js [7]\na\nb\n```\n', 'reveal')).toMatch(/```js *\na\n/);
});

test('a step that marks more lines than a slide holds becomes several', () => {
  const code = Array.from({ length: 50 }, (_, index) => `line ${index + 1}`).join('\n');
  const deck = slides(`\`\`\`js {1-50|3|all}\n${code}\n\`\`\`\n`, 'slidev');
  expect(deck).toContain('```js {1-20|21-40|41-50|3|1-20|21-40|41-50}\n');
});

test('a fence that is open at the end of a slide is closed there', () => {
  expect(slides('# A\n\n```js\na\n')).toBe('---\n\n# A\n\n```js\na\n```\n');
});

test('commands that load packages of MathJax are left out of formulas', () => {
  expect(slides('$$\\require{color} x$$\n', 'pandoc')).toContain('$$x$$');
});

test.for([
  ['See google$^{[1]}$ now', 'See google`$^{[1]}$` now'],
  ['- the $n$th of **it$_2$**', '- the $n$th of **it`$_2$`**'],
  ['| a$^2$ |\n| - |\n| b |', '| a`$^2$` |\n| - |\n| b |'],
  ['A $x^2$ and $y$.', 'A $x^2$ and $y$.'],
  ['US$5 and US$6, `a$_b$`', 'US$5 and US$6, `a$_b$`'],
  ['A$HOME and B$PATH', 'A$HOME and B$PATH'],
])('formulas right behind a letter stay formulas, and amounts stay amounts: %s', ([from, to]) => {
  const deck = importText('marp', `---\nmarp: true\n---\n\n# A\n\n${from}\n`);
  expect(slidesOf(deck)).toContain(`# A\n\n${to}\n`);
});
