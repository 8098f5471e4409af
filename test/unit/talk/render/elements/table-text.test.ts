import { expect, test } from 'vitest';
import { compileSlide } from '../../../../support/slide.ts';

/** What Markdown can say on a slide; each is written as text, read again, and gives the same slide. */
const CONSTRUCTS: Record<string, string> = {
  'marks of text': 'We ~~dropped~~ kept **it *all* here** and `a `` b` and ``c ` d``.',
  escapes: String.raw`\*not emphasis\* \[no link\] 1\. \# &lt;b&gt; &amp;amp; a < b_c_d`,
  'hard breaks': 'one  \ntwo\\\nthree',
  links:
    '[a *b*](https://example.org/a_(b)?x=1&y=2 "A \\"title\\"") <https://example.org/> https://example.org/c',
  'links by name': '[one][ref] and [ref]\n\n[ref]: https://example.org/ "R"',
  pictures: '![A *b* c](https://example.org/p%20q.png "T")',
  'spaces in addresses': '[a](<#two words>)',
  lists:
    '3. three\n4. four\n   - nested *a*\n\n     para\n   - b\n5. five\n\n- [x] done\n- [ ] open',
  'a list after a list': '- a\n- b\n\n<!-- // -->\n\n- c\n\n1. a\n\n<!-- // -->\n\n5. b',
  tables: '| a \\| b | b | c |\n| --- | ---: | :---: |\n| 1 `x \\| y` | ~~2~~ | *3* |',
  quotes: '> one\n>\n> - two\n>\n> > three',
  rules: 'a\n\n***\n\nb',
  headings: '## Two\n\n### Three *x*',
  'fences in fences': '````md\n```js\n1\n```\n````',
  'code in a list': '- a\n\n  ```js {startLine=26}\n  if (a) {\n    b();\n  }\n  ```',
  'indented code': 'a\n\n    code  <b>\n    more',
  'raw HTML': '<div class="x" title="a &gt; b">\n\nText in <kbd>Ctrl</kbd> <sub>a</sub>\n\n</div>',
  'raw HTML in a line': 'a <span style="color: red">b *c*</span><br>d',
  'a raw table': '<table>\n<tr><td>1</td><td>a < b</td></tr>\n</table>',
};

test.each(Object.entries(CONSTRUCTS))('%s are the same when they are read again', (_, body) => {
  const first = compileSlide(`# Title\n\n${body}\n`);
  const again = compileSlide(`${first.text}\n`);
  expect(again.html).toBe(first.html);
  expect(again.text).toBe(first.text);
});

test('a slide as text has its steps, no other comments and no scripts, and ends with its styles', () => {
  const { text } = compileSlide(
    '# T\n\n<style>\np { color: red }\n</style>\n\n<p>Seen</p>\n\n<!-- pause -->\n\n<!-- // not this -->\n\nEnd\n',
  );
  expect(text).toBe(
    '# T\n\n<p>Seen</p>\n\n<!-- pause -->\n\nEnd\n\n<style>\np { color: red }\n</style>',
  );
});
