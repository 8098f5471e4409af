import { expect, test } from 'vitest';
import { importText, reportOf, slidesOf } from '../../../support/import.ts';

const page = (sections: string): string =>
  `<html><head><title>Harbours</title></head><body><div class="reveal"><div class="slides">\n${sections}\n</div></div><script>run()</script></body></html>\n`;
const read = (sections: string, files?: Record<string, string>) =>
  importText('reveal', page(sections), files);

test('sections of HTML become slides with Markdown headings, code as fences, and notes', () => {
  const deck = read(`
    <section id="quay" data-background-color="#203040">
      <h2>The quay</h2>

      <ul>
        <li class="fragment">one</li>
      </ul>
      <pre><code class="language-rust" data-line-numbers="1|2">
        fn main() {
            &lt;T&gt;
        }
      </code></pre>
      <aside class="notes">Say <b>hello</b>.</aside>
      <!-- to do -->
    </section>
    <section><section><h2>A</h2></section><section><h2>B</h2></section></section>`);
  expect(deck.text).toBe(`---
title: Harbours
---

---
id: quay
background: "#203040"
---

## The quay

<ul>
<li class="fragment">one</li>
</ul>

\`\`\`rust {1|2}
fn main() {
    <T>
}
\`\`\`

<!-- // to do -->

<!--
Say <b>hello</b>.
-->

---

## A

---

## B
`);
});

test('Markdown in sections and in files is cut by the separators of its section', () => {
  const deck = read(
    `<section data-markdown><textarea data-template>
      ## One
      ---
      ## Two
      Note: a
    </textarea></section>
    <section data-markdown="more.md" data-separator="^\\n\\+\\+\\+\\n$" data-separator-notes="^Say:"></section>
    <section data-markdown="none.md"></section>`,
    { 'more.md': '# Three\n\n---\n\nSay: b\n' },
  );
  expect(slidesOf(deck)).toBe(
    '---\n\n## One\n\n---\n\n## Two\n\n<!--\na\n-->\n\n---\n\n# Three\n\n---\n\n<!--\nb\n-->\n',
  );
  expect(reportOf(deck)).toEqual([
    expect.stringContaining('manual: data-markdown="none.md" -> There is no such file'),
  ]);
});

test('a page has slides below others only where it names their separator', () => {
  const md =
    '<textarea data-template>\n## One\n\n--\n\nRest.\n\n---\n\n## Two\n</textarea></section>';
  expect(read(`<section data-markdown>${md}`).slides.total).toBe(2);
  expect(read(`<section data-markdown data-separator-vertical="^\n--\n">${md}`).slides.total).toBe(
    3,
  );
});

test('versions before the fourth cut a file between blank lines, and a section that names a separator', () => {
  const old = (section: string, files?: Record<string, string>): number =>
    importText(
      'reveal',
      page(section).replace('<head>', '<head><script src="js/reveal.js"></script>'),
      files,
    ).slides.total;
  const files = { 'more.md': '# A\n\nPart\n---\nb\n\n---\n\n# C\n' };
  const md = files['more.md'];
  expect(old('<section data-markdown="more.md"></section>', files)).toBe(2);
  expect(
    old(`<section data-markdown><script type="text/template">\n${md}</script></section>`),
  ).toBe(1);
  expect(
    old(
      `<section data-markdown data-separator="^\n---"><script type="text/template">\n${md}</script></section>`,
    ),
  ).toBe(2);
  // Later ones cut at each such line.
  expect(read('<section data-markdown="more.md"></section>', files).slides.total).toBe(3);
});

test('indentation that is not that of the first line stays, so it is code', () => {
  const template = (text: string): string =>
    slidesOf(
      read(`<section data-markdown><script type="text/template">${text}</script></section>`),
    );
  expect(template('\n      ## A\n\n      b\n        c\n')).toBe('---\n\n## A\n\nb\n  c\n');
  expect(template('  \n\n      <b>a</b>\n      <i>b</i>\n')).toBe(
    '---\n\n      <b>a</b>\n      <i>b</i>\n',
  );
});

test('lines of code that Prism marks are marked', () => {
  const deck = read(
    '<section><pre data-line="2,4-5" class="language-php"><code>a\nb\nc\nd\ne</code></pre></section>',
  );
  expect(slidesOf(deck)).toContain('```php {2,4-5}\n');
});

test('words of a quotation without a paragraph are one text, and a film leaves room', () => {
  const rules = 'blockquote:not(:has(> p)):has(';
  expect(read('<section><blockquote>a <b>b</b></blockquote></section>').css).toContain(rules);
  expect(read('<section><video src="a.mp4"></video></section>').css).toContain('max-height: 432px');
  expect(read('<section><p>a</p></section>').css).toBe('');
});

test('steps keep their effects, which pages have as well', () => {
  const deck = read('<section><h2>A</h2><p class="fragment grow">b</p></section>');
  expect(slidesOf(deck)).toContain('<p class="fragment grow">b</p>');
  expect(reportOf(deck)).toEqual([]);
});

test('steps of code in square brackets are those of a fence', () => {
  const deck = importText(
    'reveal',
    '# A\n\n```js [1-2|3]\na\nb\nc\n```\n\n```c [10: 1|2]\na\nb\n```\n',
  );
  expect(slidesOf(deck)).toContain('```js {1-2|3}\n');
  expect(slidesOf(deck)).toContain('```c {10|11} {startLine=10}\n');
});

test('a theme beside a page gives its rules for classes, and one that is not there is no loss', () => {
  const html = page('<section><h2>A</h2><p class="warm">b</p></section>').replace(
    '<head>',
    '<head><link rel="stylesheet" href="css/theme/simple.css"><link rel="stylesheet" href="css/theme/moon.css">',
  );
  const deck = importText('reveal', html, {
    'css/theme/simple.css': '.reveal h1 { color: blue }\n.warm { color: red }\n',
  });
  expect(deck.css).toBe('.warm { color: red }');
  expect(reportOf(deck)).toHaveLength(1);
});

test('code that a program has coloured loses its tags; tags of other code are code', () => {
  const code = (names: string): string =>
    slidesOf(
      read(
        `<section><pre><code class="${names}"><span class="hljs-keyword">let</span> a</code></pre></section>`,
      ),
    );
  expect(code('hljs language-js')).toContain('```js\nlet a\n```');
  expect(code('html')).toContain('<span class="hljs-keyword">let</span> a');
});

test('tags in code are marks where a page colours code without the plugin of reveal.js', () => {
  const html = (script: string): string =>
    page('<section><h2>A</h2><pre><code class="go">a <b>b</b></code></pre></section>').replace(
      'run()',
      script,
    );
  const deck = importText('reveal', html('hljs.initHighlightingOnLoad()'));
  expect(slidesOf(deck)).toContain('```go\na b\n```');
  expect(reportOf(deck)).toEqual([
    '2:1 approximated: <pre> -> Code has no marks of its own: steps can mark its lines.',
  ]);
  const other = importText('reveal', html('hljs; plugins: [RevealHighlight]'));
  expect(slidesOf(other)).toContain('a <b>b</b>');
  expect(reportOf(other)).toEqual([]);
});

test('code within other elements is code of Markdown, where the tag of a block follows', () => {
  const found = slidesOf(
    importText(
      'reveal',
      '<div class="reveal"><div class="slides"><section><div class="box"><p>a</p><pre class="fragment"><code class="rust">\n  fn a() {}\n\n  fn b() {}</code></pre></div><div><pre><code>x</code></pre> words</div></section></div></div>',
    ),
  );
  expect(found).toContain(
    '<div class="box"><p>a</p>\n\n```rust\nfn a() {}\n\nfn b() {}\n```\n<!-- .element: class="fragment" -->\n\n</div><div><pre><code>x</code></pre> words</div>',
  );
});

test('what a script of the page draws has a labelled box, and is named', () => {
  const deck = importText(
    'reveal',
    '<div class="reveal"><div class="slides"><section><div id="tides" style="width: 400px"></div><div id="space"></div><canvas></canvas></section></div></div><script>plot("tides"); let spaces = "myspace";</script><script src="ebb.js"></script>',
    { 'ebb.js': 'draw("#ebb")' },
  );
  expect(slidesOf(deck)).toContain(
    '<div style="width: 400px" class="left-out">tides</div><div id="space"></div>',
  );
  expect(reportOf(deck).map((line) => line.replace(/ ->.*/, ''))).toEqual([
    '1:1 manual: tides',
    '1:1 manual: canvas',
  ]);
});

test('code around a block of code leaves nothing behind', () => {
  expect(slidesOf(read('<section><h2>A</h2><code><pre>\nb\n</code></pre></section>'))).toBe(
    '---\n\n## A\n\n```\nb\n```\n',
  );
  expect(slidesOf(read('<section><h2>A</h2><p>x <code>b</code></p></section>'))).toContain(
    '<code>b</code>',
  );
});

test('a picture on a line of its own is below the words of its paragraph, and one within them stays', () => {
  const found = slidesOf(
    read(
      '<section><h2>A</h2>\nWords\n<img src="a.png">\nmore\n</section><section>An <img src="b.png"> icon</section>',
    ),
  );
  expect(found).toContain('Words\\\n<img src="/assets/harbours/a.png">\\\nmore\n');
  expect(found).toContain('An <img src="/assets/harbours/b.png"> icon\n');
});

test('what a page shows around its slides is left to the author', () => {
  const around = page('<section><h2>A</h2></section>').replace(
    '<div class="reveal"',
    '<header><img src="logo.svg"></header><p></p><div class="reveal"',
  );
  expect(reportOf(importText('reveal', around))).toEqual([
    expect.stringContaining('manual: <header><img src="logo.svg"></header> -> It is around'),
  ]);
  expect(reportOf(read('<section><h2>A</h2></section>'))).toEqual([]);
});
