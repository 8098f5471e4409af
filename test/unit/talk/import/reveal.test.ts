import { expect, test } from 'vitest';
import { importText, reportOf, slidesOf } from '../../../support/import.ts';

const DECK = `---
title: Harbours
theme: black
separator: "^---$"
---

# Harbours

Note: Say hello.

---

<!-- .slide: data-background="#203040" id="quay" data-transition="zoom" -->

## The quay

- one <!-- .element: class="fragment" -->

![A boat](img/boat.png)

--

## Below

<img src="img/boat.png" alt="A boat">

![The pier](https://example.org/a.png)
`;

test('a deck of reveal-md becomes a talk', () => {
  const deck = importText('reveal', DECK);
  expect(deck.text).toBe(`---
title: Harbours
placeholders: true
---

---

# Harbours

<!--
Say hello.
-->

---
background: "#203040"
id: quay
---

## The quay

- one <!-- .element: class="fragment" -->

![A boat](/assets/harbours/img/boat.png)

---

## Below

<img src="/assets/harbours/img/boat.png" alt="A boat">

![The pier](https://example.org/a.png)
`);
  expect(deck.files.map(({ from, to }) => [from, to])).toEqual([
    ['img/boat.png', 'assets/harbours/img/boat.png'],
  ]);
  expect(deck.remote).toEqual(['https://example.org/a.png']);
  expect(deck.slides.total).toBe(3);
});

test('everything that is not as it was is reported at its place', () => {
  expect(reportOf(importText('reveal', DECK))).toEqual([
    '3:1 dropped: theme: black -> Rules of a theme do not fit these slides; "css" of the talk holds rules of your own.',
    '4:1 translated: separator: "^---$" -> ---',
    '13:1 translated: <!-- .slide: data-background="#203040" id="quay" data-trans… -> background: #203040',
    '13:1 translated: <!-- .slide: data-background="#203040" id="quay" data-trans… -> id: quay',
    '13:1 dropped: <!-- .slide: data-background="#203040" id="quay" data-trans… -> data-transition: slides have no setting for this.',
    '21:1 approximated: -- -> a slide after the one above it',
  ]);
});

test('lines that look like separators within code and comments cut nothing', () => {
  const deck = importText(
    'reveal',
    '# A\n\n```yaml\n---\na: 1\n```\n\n<!--\n---\n-->\n\n---\n\n# B\n',
  );
  expect(deck.slides.total).toBe(2);
});

test('a separator of a deck is one line of signs, or is left to the author', () => {
  const own = '---\nseparator: <!--s-->\n---\n\n# A\n\n<!--s-->\n\n# B\n';
  expect(slidesOf(importText('reveal', own))).toBe('---\n\n# A\n\n---\n\n# B\n');
  const pattern = importText('reveal', '---\nseparator: "^(a|b)$"\n---\n\n# A\n\n---\n\n# B\n');
  expect(pattern.slides.total).toBe(2);
  expect(reportOf(pattern)[0]).toContain('2:1 manual: separator');
});

test('what the parser of talks does not know is left to the author', () => {
  expect(reportOf(importText('reveal', '# A\n\n<Tweet id="1" />\n'))).toEqual([
    expect.stringContaining('3:1 manual: <Tweet'),
  ]);
});

test('slides are cut at blank lines where the deck says so', () => {
  const text =
    '---\nseparator: "^\\n\\n\\n"\nverticalSeparator: "^\\n\\n"\n---\n\n# A\n\na\n\n\n# B\n\nNote: b\n\n\n\n# C\n';
  const deck = importText('reveal', text);
  expect(slidesOf(deck)).toBe('---\n\n# A\n\na\n\n---\n\n# B\n\n<!--\nb\n-->\n\n---\n\n# C\n');
  expect(deck.slides.total).toBe(3);
});

test('blank lines for slides below others leave lines of signs between slides', () => {
  const deck = importText('reveal', '# A\n\n---\n\n# B\n\n\n# C\n', {
    'index.html': '<section data-markdown="deck.md" data-separator-vertical="^\\n\\n"></section>',
  });
  expect(slidesOf(deck)).toBe('---\n\n# A\n\n---\n\n# B\n\n---\n\n# C\n');
});

test.for([
  ['index.html', '<section data-markdown="md/deck.md" data-separator="^\\n\\n\\n"></section>'],
  ['reveal-md.json', '{ "separator": "^\\n\\n\\n" }'],
] as const)('separators come from %s beside the deck', ([name, settings]) => {
  const deck = importText('reveal', '# A\n\n\n\n# B\n\n---\n\nb\n', {
    [name]: settings,
  });
  expect(deck.slides.total).toBe(2);
});

test('any element may hold the slides of a page', () => {
  const page =
    '<html><body><section class="reveal"><section class="deck slides"><section><h2>A</h2></section></section></section>';
  expect(importText('reveal', page).slides.total).toBe(1);
});

test('attributes of elements with other signs are those that reveal.js reads', () => {
  const text =
    '- Quay <!-- .element: "style="color: red" data-id="a" -->\n- Pier <!-- .element: "now -->\n';
  const deck = importText('reveal', text);
  expect(slidesOf(deck)).toContain(
    '- Quay <!-- .element: style="color: red" data-id="a" -->\n- Pier',
  );
  expect(deck.text).not.toContain('now');
  expect(reportOf(deck).join()).toContain('reveal.js reads no attribute in it.');
});

test('a part of a drawing stays a part of it where the file goes', () => {
  const text =
    '# Quay\n\n<svg viewBox="0 0 9 9"><use xlink:href="img/parts.svg#boat"></use></svg>\n';
  expect(slidesOf(importText('reveal', text, { 'img/parts.svg': '<svg/>' }))).toContain(
    'xlink:href="/assets/harbours/img/parts.svg#boat"',
  );
});

test('three plus signs begin a vertical slide, except around front matter in TOML', () => {
  const count = (text: string): number => importText('reveal', text).slides.total;
  expect(count('# A\n\n+++\n\n# B\n\nNote: c\n')).toBe(2);
  expect(count('+++\ntitle = "A"\n+++\n\n# B\n\nNote: c\n')).toBe(1);
});

test('Markdown right below a whole element is Markdown, and other lines below it are not', () => {
  const read = (text: string): string => slidesOf(importText('reveal', `${text}\n\nNote: c\n`));
  expect(read('<h4>A</h4>\n### B\n- c')).toContain('#### A\n\n\n### B\n- c');
  expect(read('<div>A</div>\n<p>B</p>')).toContain('<div>A</div>\n<p>B</p>');
});

test('classes have the rules of stylesheets that only the command of a project names', () => {
  const text = '# A\n\nWords\n<!-- .element: class="tide" -->\n';
  const files = {
    '../package.json': '{ "scripts": { "start": "reveal-md deck.md --css look.css,more.css -w" } }',
    'look.css': '.reveal .tide { color: teal }\n.other { color: red }',
  };
  const { css } = importText('reveal', text, files);
  expect(css).toContain('.tide');
  expect(css).not.toContain('.other');
  expect(importText('reveal', text, { 'look.css': files['look.css'] }).css).toBe('');
});

test('a deck without a line of signs is cut at its blank lines, with a word about it', () => {
  const text =
    '# A\n\nNote: a\n\n\n\n## B\n\n\n### C\n\n```text\nx\n\n\n\ny\n```\n\n\n\n## D\n\nd\n';
  const deck = importText('reveal', text);
  expect(deck.slides.total).toBe(4);
  expect(reportOf(deck)[0]).toContain('1:1 approximated: blank lines -> Slides are cut at blank');
  const signed = importText('reveal', text.replace('## B', '---\n\n## B'));
  expect(signed.slides.total).toBe(2);
  expect(reportOf(signed)).toEqual([]);
  const named = importText('reveal', `---\nseparator: "^\\\\n\\\\n\\\\n"\n---\n${text}`);
  expect(reportOf(named)[0]).not.toContain('blank lines');
});

test('a page beside a deck that shows another file has the separators of both', () => {
  const text = '# A\n\nNote: a\n\n\n\n# B\n\n---\n\nb\n';
  const page = '<section data-markdown="slides.md" data-separator="^\\n\\n\\n"></section>';
  expect(importText('reveal', text, { 'index.html': page }).slides.total).toBe(2);
  expect(slidesOf(importText('reveal', text, { 'index.html': page }))).toContain('# B\n\n***\n\nb');
});

test('shortcodes of Hugo for slides, steps and notes are read, and others are named', () => {
  const deck = importText(
    'reveal',
    '+++\noutputs = ["Reveal"]\n+++\n\n{{% section %}}\n\n{{< slide background-color="#102030" id="quay" >}}\n\n# A\n\n{{< frag c="one" >}}\n\n{{% note %}}\nSlowly.\n{{% /note %}}\n\n{{% /section %}}\n\n---\n\n{{% tick %}} b {{% tick %}}\n\n```text\n{{< code >}}\n```\n',
  );
  const found = slidesOf(deck);
  expect(found).toContain('background: "#102030"');
  expect(found).toContain('<span class="fragment">one</span>');
  expect(found).toContain('<aside class="notes">\nSlowly.\n</aside>');
  expect(found).not.toContain('section');
  expect(reportOf(deck).filter((line) => line.includes('Hugo'))).toEqual([
    '21:1 manual: {{% tick %}} -> A shortcode of Hugo is shown as it is written.',
  ]);
});

test('a deck has the rules of the page that shows it', () => {
  const deck = importText('reveal', '# A\n\n<p class="quay">a</p>\n', {
    'index.html':
      '<html><head><link rel="stylesheet" href="own.css"><style>.quay { color: red } .pier { top: 0 }</style></head><body><section data-markdown="deck.md"></section></body></html>',
    'own.css': '.quay b { top: 1px }',
  });
  expect(deck.css).toContain('.quay { color: red }');
  expect(deck.css).toContain('.quay b { top: 1px }');
  expect(deck.css).not.toContain('.pier');
  expect(reportOf(deck)).toEqual([
    expect.stringContaining('approximated: own.css'),
    expect.stringContaining('approximated: <style>'),
  ]);
});
