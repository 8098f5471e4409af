import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../support/slide.ts';

const severityOf = (markdown: string): string[] =>
  compileMarkdown(markdown).problems.map(({ code, severity }) => `${severity} ${code}`);

test.each([
  ['---\ngrow: right\n---\n\n# A\n\nWords\n', 'warning unknown-key'],
  ['---\nlayuot: center\n---\n\n# A\n\nWords\n', 'error unknown-key'],
  ['---\nhidden: true\n---\n\n# A\n\nWords\n', 'error unknown-key'],
  ['---\nhide: true\n---\n\n# A\n\nWords\n', 'error foreign-syntax'],
  ['---\nlayout: spacecraft\n---\n\n# A\n\nWords\n', 'warning foreign-syntax'],
  ['---\nlayout: centre\n---\n\n# A\n\nWords\n', 'error wrong-value'],
  ['# A\n\n<!-- .slide: class="dark" -->\n\nWords\n', 'warning foreign-syntax'],
  ['# A\n\n<!-- .slide: data-visibility="hidden" -->\n\nWords\n', 'error foreign-syntax'],
  ['# A\n\n<!-- puase -->\n\nWords\n', 'error unknown-comment'],
  ['# A\n\n```js mdoc:js\na\n```\n', 'warning unknown-fence-option'],
  ['# A\n\n```js {startline=2}\na\n```\n', 'error unknown-fence-option'],
])(
  'names of other programs are passed over, mistakes and what hides a slide are not: %j',
  (markdown, found) => {
    expect(severityOf(markdown)).toEqual([found]);
  },
);
