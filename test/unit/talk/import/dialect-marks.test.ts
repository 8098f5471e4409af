import { expect, test } from 'vitest';
import type { Dialect } from '../../../../src/talk/model/import/imported-deck.ts';
import { importText, reportOf, slidesOf } from '../../../support/import.ts';

const slides = (dialect: Dialect, text: string, files?: Record<string, string>): string =>
  slidesOf(importText(dialect, text, files));

test('Marp: several grounds stand beside each other behind the words', () => {
  const found = slides('marp', '# A\n\n![bg](a.png)\n![bg](b.png)\n\nWords\n');
  expect(found).toContain(
    '<img src="/assets/harbours/b.png" alt="" style="position: absolute; z-index: -1; left: 50%; top: 0%; width: 50%; height: 100%;',
  );
  const below = slides('marp', '![bg vertical](a.png)\n![bg](b.png)\n![bg fit](c.png)\n');
  expect(below).toMatch(/c\.png" alt="" style="[^"]*left: 0%; top: 66\.67%[^"]*contain"/);
});

test('Marp: the class "invert" is a dark ground, unless the deck has rules for it', () => {
  expect(slides('marp', '<!-- _class: invert -->\n\n# A\n')).toContain('background: "#0d1117"');
  expect(slides('marp', '---\nstyle: ".invert { color: red }"\nclass: invert\n---\n\n# A\n')).toBe(
    '---\nclass: invert\n---\n\n# A\n',
  );
});

test.each(['marp', 'slidev', 'reveal'] as const)(
  '%s: a heading of HTML that stands alone is the title of its slide',
  (dialect) => {
    const found = slides(
      dialect,
      '<h2>The <span>old</span><br>quay</h2>\n\nWords\n\n<div>\n<h2>Inner</h2>\n</div>\n',
    );
    expect(found).toContain('## The <span>old</span><br>quay\n');
    expect(found).toContain('<div>\n<h2>Inner</h2>\n</div>');
  },
);

test('Slidev: a list of contents has the titles of the slides, with links', () => {
  const found = slides(
    'slidev',
    '---\nhighlighter: shiki\n---\n\n# A\n\n<Toc maxDepth="2" />\n\n---\n\n# Quay **old**\n\n---\n\n## Berths\n\n---\n\n### Deep\n',
  );
  expect(found).toContain('- [Quay old](#quay-old)\n  - [Berths](#berths)\n');
  expect(found).not.toContain('[Deep]');
});

test('reveal.js: a page of Markdown that shows pages as code is no page', () => {
  const text = '---\nhighlightTheme: a\n---\n\n# A\n\n```html\n<html><body class="slides">\n```\n';
  expect(importText('reveal', text).slides.total).toBe(1);
});

test('reveal.js: films behind slides play to the edges of these', () => {
  const found = slides('reveal', '<!-- .slide: data-background-video="sea.mp4" -->\n\n# Sea\n');
  expect(found).toBe('---\nlayout: picture\n---\n\n# Sea\n\n![](/assets/harbours/sea.mp4)\n');
  expect(
    slides('quarto', '## Sea {background-video="sea.mp4" background-video-loop="true"}\n'),
  ).toBe(found.replace('# Sea', '## Sea'));
});

test('reveal.js: the files that a preprocessor brings in are there', () => {
  const text = '# A\n\n---\n\nFILE: part.md\n\n---\n\nFILE: gone.md\n\nNote: x\n';
  expect(slides('reveal', text, { 'part.md': '# B\n' })).toContain('# B\n\n---\n\nFILE: gone.md');
});

test('reveal.js: formulas in HTML and in code are formulas', () => {
  const found = slides(
    'reveal',
    '# A\n\n<div class="fragment">\nThe group $G$ is small.\n</div>\n\n`$$x^2$$` and `$HOME`\n\nNote: n\n',
  );
  expect(found).toContain('<div class="fragment">\n\nThe group $G$ is small.\n\n</div>');
  expect(found).toContain('$$x^2$$ and `$HOME`');
});

test('reveal.js: code that a program has coloured in a page is code', () => {
  const page = `<div class="reveal"><div class="slides"><section><h2>A</h2>
<div class="sourceCode" id="cb1"><pre class="sourceCode js"><code class="sourceCode javascript"><a class="sourceLine"><span class="kw">let</span> a;</a></code></pre></div>
</section></div></div>`;
  expect(slides('reveal', page)).toContain('```javascript\nlet a;\n```');
});

test('Pandoc: a quotation that is a list is the list with its steps', () => {
  const found = slides('pandoc', '# A\n\n>- Ebb and\n>  flow\n>- Tide\n\n> Words\n');
  expect(found).toContain('- Ebb and\n flow <!-- .element: class="fragment" -->\n- Tide <!--');
  expect(found).toContain('\n> Words\n');
});

test('Pandoc: Markdown in elements of HTML is Markdown', () => {
  const found = slides(
    'pandoc',
    '# A\n\n<h3>[Quay](a.md)</h3>\n\n<div class="x">\n**Old**\n</div>\n',
  );
  expect(found).toContain('### [Quay](a.md)\n');
  expect(found).toContain('<div class="x">\n\n**Old**\n\n</div>');
});

test('Pandoc: a blank behind a backslash does not break, also before a formula', () => {
  expect(slides('pandoc', '# A\n\n- Tide: \\ $x$\n')).toContain('- Tide: \u00A0$x$');
});

test('Quarto: a heading above the level of slides is a section only with little below it', () => {
  expect(slides('quarto', '# Part\n\n## A\n\nx\n')).toContain('layout: section');
  expect(slides('quarto', '# Part\n\n- a\n- b\n\n## A\n\nx\n')).not.toContain('section');
});

test('remark: words that are only in the middle keep their side', () => {
  const deck = importText('remark', 'class: middle\n\n# A\n\n---\nclass: center, middle\n\n# B\n');
  expect(slidesOf(deck)).toContain('---\nclass: deck-middle\n---\n\n# A\n\n---\nlayout: center\n');
  expect(deck.css).toContain('.deck-middle .slide-main { justify-content: center; }');
});

test('remark: what follows a column on the left stands beside it', () => {
  const found = slides('remark', '# A\n\n.left-column[\n    ## Berths\n]\n\nWords\n');
  expect(found).toContain('::: column 22%\n\n## Berths');
  expect(found).toMatch(/:::\n\n::: column\n\n+Words\n\n:::\n\n:::\n$/);
});

test('remark: a page names the file of its deck', () => {
  const page =
    '<html><body><textarea id="source"></textarea><script>remark.create({ sourceUrl: "talk.md" })</script></body></html>';
  const deck = importText('remark', page, { 'talk.md': '# A\n\n---\n\n# B\n' });
  expect(deck.slides.total).toBe(2);
});

test('remark: formulas are without the backslashes that Markdown takes off', () => {
  const found = slides('remark', '# A\n\n$x\\_{i}$ and \\\\(y\\\\)\n\n$$\\\\{a\\\\}$$\n');
  expect(found).toContain('$x_{i}$ and $y$\n\n$$\\{a\\}$$');
});

test('Deckset: settings, notes and words in pictures are no text', () => {
  const deck = importText(
    'deckset',
    'slidenumbers: true\n\n# [fit] A\n\n![left fit](a.png)\n\nWords\n\n^ Say it.\nSlowly.\n\n---\n\n![](a.png)\n![](b.png)\n',
  );
  expect(slidesOf(deck)).toBe(
    '---\nlayout: picture-left\n---\n\n# A\n\nWords\n\n![](/assets/harbours/a.png){fit=contain}\n\n<!--\nSay it.\nSlowly.\n-->\n\n---\n\n![](/assets/harbours/a.png)\n![](/assets/harbours/b.png)\n',
  );
  expect(reportOf(deck).filter((line) => line.includes('approximated'))).toHaveLength(2);
});

test('remark: indented code that names its language is code of that language', () => {
  const found = slides(
    'remark',
    '# A\n\n    .js\n    let a;\n\n    let b;\n\nWords\n\n    .c\n    int a;\n',
  );
  expect(found).toContain('```js\nlet a;\n\nlet b;\n```\nWords');
  expect(found).toContain('```c\nint a;\n```\n');
});

test('reveal.js: steps that go away are named once, with a word about paper', () => {
  const part = '<p class="fragment fade-out">a</p>';
  const deck = importText(
    'reveal',
    `# A\n\n<div class="r-stack">\n${part}\n${part}\n</div>\n\n---\n\n${part}\n\nNote: n\n`,
  );
  expect(slidesOf(deck)).toContain('<div class="r-stack">');
  expect(reportOf(deck)).toEqual([
    '4:20 approximated: fade-out -> the same on the page; paper shows all parts, and the last of a stack',
  ]);
  expect(deck.slides).toEqual({ total: 2, right: 2 });
});

test('a picture that a page loads later has its address at once', () => {
  const deck = importText('markdown', '# A\n\n<img data-src="a.png" alt="b">\n');
  expect(slidesOf(deck)).toContain('<img src="/assets/harbours/a.png" alt="b">');
});

test('lines of two dashes cut where there are no others, below keys without dashes', () => {
  const deck = importText(
    'markdown',
    'title: Harbours\nauthor:\n  name: Ada\n\n--\n\n# A\n\n--\n\n## B\n',
  );
  expect(deck.text).toContain('title: Harbours');
  expect(deck.slides.total).toBe(2);
  expect(importText('markdown', '# A\n\n--\n\n---\n\n--\n').slides.total).toBe(2);
});
test('reveal.js: a program that rewrites the deck is named', () => {
  const deck = importText('reveal', '# A\n\nNote: n\n', {
    'reveal-md.json': '{ "preprocessor": "cut.js" }',
  });
  expect(reportOf(deck).join()).toContain('manual: preprocessor: cut.js');
});

test('Deckset: lines of a paragraph stay lines, and slides are cut at rules of every kind', () => {
  const deck = importText('deckset', '# [fit] A\n\nOne\ntwo\n\n___\n\n# B\n\n***\n\n# C\n');
  expect(deck.slides.total).toBe(3);
  expect(slidesOf(deck)).toContain('One\\\ntwo\n');
});

test('a heading of HTML with a class or an id is the title of its slide as well', () => {
  const found = slides(
    'slidev',
    '<h1 class="text-4xl wide" id="quay">\n  The quay\n</h1>\n\nWords\n',
  );
  expect(found).toContain('# The quay\n<!-- .element: class="text-4xl wide" id="quay" -->\n');
  expect(slides('slidev', '<h1 style="color: red">The quay</h1>\n')).toContain('<h1 style');
});

test('a heading within an element stays there, and one of a cover is its title', () => {
  const text = '<div class="half">\n\n## The `quay` & **more**\n\nWords\n\n</div>\n';
  expect(slides('slidev', text)).toContain(
    '<div class="half">\n\n<h2>The <code>quay</code> &amp; <strong>more</strong></h2>\n\nWords',
  );
  expect(slides('slidev', `<div class="half">a</div>\n\n${text.slice(19)}`)).toContain('## The');
  expect(slides('slidev', `---\nlayout: cover\n---\n\n${text}`)).toContain('## The');
  expect(slides('slidev', text.replace('more', '[more](#a)'))).toContain('## The');
});

test('reveal.js: formulas in backticks are formulas', () => {
  const found = slides(
    'reveal',
    '# A\n\n`\\[ x_1 \\]`\n\nSo `\\( y \\)` is, and `[a]` is code.\n\nNote: n\n',
  );
  expect(found).toContain('$$x_1$$\n\nSo $y$ is, and `[a]` is code.');
});

test('Deckset: titles that fill a slide are a statement, where nothing else is on it', () => {
  expect(slides('deckset', '# [fit] Ebb\n\n^ Say it.\n')).toContain(
    'layout: statement\n---\n\n# Ebb\n',
  );
  expect(slides('deckset', '# [fit] Ebb\n# [fit] **is** near\n')).toContain(
    '# Ebb<br>**is** near\n',
  );
  expect(slides('deckset', '# [fit] Ebb\n\n- a\n')).not.toContain('layout');
  expect(slides('deckset', '[.build-lists: true]\n\n# Ebb\n')).not.toContain('layout');
});

test('Deckset: lines that code marked at first are marked', () => {
  const found = slides('deckset', '# [fit] A\n\n```swift, [.highlight: 1, 4-5]\nlet a\n```\n');
  expect(found).toContain('```swift {1}\n');
});

test('Deckset: a picture alone fills its slide, also above notes of several lines', () => {
  const found = slides('deckset', '![fit](a.png)\n\n^\nFirst\nSecond\n');
  expect(found).toContain('layout: picture\n');
  expect(found).toContain('![](/assets/harbours/a.png){fit=contain}');
});

test('Deckset: a picture in the words of a command is no ground of the slide', () => {
  const deck = importText('deckset', '[.footer: ![30%](a.png) By [Ada](b.md)]\n\n# A\n');
  expect(slidesOf(deck)).toBe('---\nfooter: By Ada\n---\n\n# A\n');
  expect(reportOf(deck)).toEqual([expect.stringContaining('manual: [.footer:')]);
});

test('Deckset: a whole picture behind words covers the slide, which is said', () => {
  const deck = importText('deckset', '![fit](a.png)\n\n# A\n\n- b\n');
  expect(reportOf(deck)).toContainEqual(expect.stringContaining('which covers the slide'));
  const other = importText('deckset', '[.autoscale: true]\n\n![](a.png)\n\n# A\n\n- b\n');
  expect(reportOf(other).join('\n')).not.toContain('which covers');
});

test('Marp: a ground that is named has its colour beside the class "invert"', () => {
  const head = (keys: string): string => slides('marp', `---\n${keys}\n---\n\n# A\n`);
  expect(head('class: invert\nbackgroundColor: #515151')).toContain('background: "#515151"');
  expect(head('backgroundColor: white\nclass: lead invert')).toContain('background: white');
  expect(head('class: invert\nmarp: true')).toContain('background: "#0d1117"');
});

test('Marp: a picture at the foot is the logo of the talk', () => {
  const deck = importText('marp', '---\nfooter: "![w:80](a.png) Ada"\n---\n\n# A\n');
  expect(deck.text).toContain('footer: Ada\n');
  expect(deck.text).toContain('logo: /assets/harbours/a.png\n');
  expect(reportOf(deck)).toEqual([expect.stringContaining('approximated: footer')]);
  const other = importText(
    'marp',
    '---\nmarp: true\n---\n\n<!-- _footer: "![](b.png)" -->\n\n# A\n',
  );
  expect(reportOf(other)).toContainEqual(expect.stringMatching(/manual: footer: .*"logo"/));
});
