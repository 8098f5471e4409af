import { expect, test } from 'vitest';
import { importText, reportOf, slidesOf } from '../../../support/import.ts';

const read = (text: string) => importText('remark', text);
/** The slides of a deck. */
const slides = (text: string): string => slidesOf(read(text));

test('properties at the top of a slide become keys', () => {
  expect(
    slides(
      'name: start\nclass: center, middle, own\nbackground-image: url(a.jpg)\n\n# A\n\n---\ncount: false\n\n# B\n\n---\nexclude: true\n# C\n',
    ),
  ).toBe(
    '---\nid: start\nlayout: center\nclass: own\nbackground: /assets/harbours/a.jpg\n---\n\n# A\n\n---\nvisibility: uncounted\n---\n\n# B\n\n---\nvisibility: hidden\n---\n\n# C\n',
  );
});

test('text that looks like a property stays text', () => {
  expect(slides('note: this is text\n\n# A\n')).toBe('---\n\nnote\\: this is text\n\n# A\n');
});

test('repeated slides become steps, and notes are notes', () => {
  expect(slides('# A\n\none\n\n--\n\ntwo\n\n???\nSay it.\n')).toBe(
    '---\n\n# A\n\none\n\n\n<!-- pause -->\n\n\ntwo\n\n<!--\nSay it.\n-->\n',
  );
  expect(slides('# A\n\n```text\n???\n--\n---\n```\n')).toBe(
    '---\n\n# A\n\n```text\n???\n--\n---\n```\n',
  );
});

test('layouts and templates stand above the slides that have them', () => {
  expect(
    slides(
      'layout: true\n\nHead\n\n---\n\n# A\n\n---\nlayout: false\n\n# B\n\n---\nname: t\n\nT\n\n---\ntemplate: t\n\n# C\n',
    ),
  ).toBe('---\n\nHead\n\n# A\n\n---\n\n# B\n\n---\nid: t\n---\n\nT\n\n---\n\nT\n\n# C\n');
});

test('columns and footnotes are translated, other classes are named', () => {
  expect(slides('# A\n\n.left-column[\nL [x](y)\n]\n.right-column[\nR\n]\n')).toContain(
    '::: columns\n\n::: column 22%\n\nL [x](y)\n\n\n:::\n\n\n::: column 78%\n\nR\n\n\n:::\n\n:::',
  );
  expect(slides('# A\n\n.footnote[source]\n')).toContain('source\n<!-- .element: class="refs" -->');
  const deck = read('# A\n\nThis is .red.big[loud], and `.red[not]`.\n');
  expect(slidesOf(deck)).toContain('<span class="red big">loud</span>, and `.red[not]`.');
  expect(reportOf(deck)).toEqual([
    '3:9 approximated: .red.big[loud] -> <span class="red big">; its stylesheet has the rules for it',
  ]);
});

test('a deck in its page is found', () => {
  const page =
    '<html><body><textarea id="source">\n# A\n\n---\n# B\n</textarea><script>x</script></body></html>';
  expect(read(page).slides.total).toBe(2);
});

test('R Markdown above slides of remark gives keys and a cover, and its cells are named', () => {
  const deck = read(
    '---\ntitle: Tides\nauthor: Ada\noutput:\n  xaringan::moon_reader:\n    nature:\n      highlightLines: true\n---\n\nlayout: true\n\n```{r setup, include=FALSE}\nlibrary(x)\n```\n\n---\n\n# A\n\n```{r}\nplot(x) #<<\n```\n\n--\n\n```r\na\n* b\n```\n',
  );
  expect(deck.text).toContain('title: Tides\nspeaker: Ada\n');
  expect(slidesOf(deck)).toBe(
    '---\nlayout: cover\n---\n\n---\n\n# A\n\n```r {1}\nplot(x)\n```\n\n<div class="left-out">Output of R code</div>\n\n\n<!-- pause -->\n\n\n```r {2}\na\n b\n```\n',
  );
});

test('properties of a layout hold for the slides that have it', () => {
  expect(slides('layout: true\nbackground-color: navy\n\n---\n\n# A\n\n---\n\n# B\n')).toBe(
    '---\nbackground: navy\n---\n\n# A\n\n---\nbackground: navy\n---\n\n# B\n',
  );
});

test('Markdown in brackets below a break is Markdown', () => {
  const text = slidesOf(importText('remark', '# A\n\n.wide.tall[\n<br>\n.round[![](a.png)]\n]\n'));
  expect(text).toContain('&#8203;<br>\n<span class="round">![](/assets/harbours/a.png)</span>');
});

test('words in the middle of the width stay there on a picture, and icons of any font are named', () => {
  const text =
    'class: center\nbackground-image: url(a.png)\n\n# Quay\n\n<i class="nf nf-md-boat"></i> Pier\n';
  const deck = importText('remark', text, { 'a.png': '' });
  expect(deck.css).toContain('.deck-center :is(.slide-title, .slide-body > :is(p, blockquote))');
  expect(reportOf(deck).join()).toContain('This set of icons is not at hand.');
});

test('properties that a text names are filled in, those of a template as well', () => {
  expect(slides('name: a\npier: North\n\n# At {{pier}}\n\n{{ none }} \\{{pier}}\n')).toContain(
    '# At North\n\n\\{{ none }} \\{{pier}}',
  );
  expect(
    slides(
      'name: t\npier: North\nclass: own\n\nAbove {{pier}}\n\n{{content}}\n\nBelow\n\n---\ntemplate: t\npier: South\n\n# B\n',
    ),
  ).toMatch(/\nAbove North\n\s*\nBelow\n[^]*\nAbove South\n\n# B\n\nBelow\n$/);
});

test('pictures that cells of R Markdown drew are on the slide, and its stylesheets in that of the talk', () => {
  const text =
    '---\ntitle: Tides\noutput: xaringan::moon_reader\n---\n\n```{css}\n.ebb { color: teal }\n.flood { color: red }\n```\n\n# A\n\n```{r}\nx <- 1\n```\n\n.ebb[low at `r hour`, `emo`]\n\n```{r, fig.cap="Levels"}\nplot(x)\n```\n';
  const deck = importText('remark', text, { 'deck_files/figure-html/unnamed-chunk-3-1.png': '' });
  expect(slidesOf(deck)).toContain(
    '```r\nplot(x)\n```\n\n![Levels](/assets/harbours/deck_files/figure-html/unnamed-chunk-3-1.png "Levels")',
  );
  expect(deck.css).toContain('.ebb { color: teal }');
  expect(deck.css).not.toContain('flood');
  expect(reportOf(deck).join('\n')).toContain('`r hour` -> R would compute this');
  expect(slidesOf(read('# A\n\n`r hour`\n'))).toContain('`r hour`');
  expect(reportOf(read('# A\n\n`r hour`\n'))).toEqual([]);
});

test('what goes on with an item of a list behind a step stays in it', () => {
  expect(slides('# A\n\n- one\n\n--\n\n    more\n\n--\n\n- two\n')).toContain(
    '- one\n\n\n    <!-- pause -->\n\n\n    more\n\n\n<!-- pause -->\n\n\n- two',
  );
});

test('layouts that no slide has, their notes, and names of no slide are reported', () => {
  const text = [
    '# A\n\n---\nlayout: true\n\n.left[B]\n\n???\n\nOf a layout',
    'template: none\n\n# C',
    'layout: true\n\n# D\n',
  ].join('\n\n---\n');
  expect(reportOf(importText('remark', text)).filter((line) => line.includes('dropped'))).toEqual([
    '10:1 dropped: Of a layout -> Notes of a layout are on no slide.',
    '13:1 dropped: template: none -> No slide above it has this name.',
    '20:1 dropped: # D -> No slide has this layout.',
  ]);
});

test('a column alone floats at its side', () => {
  const deck = read('# A\n\n.right-column[\nwords\n]\n');
  expect(slidesOf(deck)).toMatch(
    /<div class="deck-flow">\s+<div style="float: right; width: 75%">\n\nwords\n\n+<\/div>\s+<\/div>/,
  );
});

test('words right behind a column are below it, and longer lines of dashes are rules', () => {
  expect(slides('# A\n\n.pull-left[a].pull-right[b], and c\n')).toContain('\n:::\n\n, and c');
  const deck = read('# A\n\n----\n\nb\n');
  expect(deck.slides.total).toBe(1);
  expect(slidesOf(deck)).toContain('\n***\n');
});

test('a pause between columns is in the second one', () => {
  const text = '# A\n\n.pull-left[\none\n]\n\n--\n\n.pull-right[\ntwo\n]\n\n--\n\nthree\n';
  expect(slidesOf(importText('remark', text)).replaceAll(/\n{3,}/g, '\n\n')).toContain(
    '::: column\n\none\n\n:::\n\n::: column\n\n<!-- pause -->\n\ntwo\n\n:::\n\n:::\n\n<!-- pause -->\n\nthree',
  );
});

test('the page beside a deck has its options and stylesheets', () => {
  const text = '# A\n\n```js\n* one\ntwo\n```\n\n.loud[words]\n';
  const files = {
    'index.html':
      '<html><head><style>.loud { color: red; }</style></head><script src="remark.min.js"></script><script src="own.js"></script></html>',
    'own.js': 'remark.create({ highlightLines: true })',
  };
  const deck = importText('remark', text, files);
  expect(slidesOf(deck)).toContain('```js {1}\n one\ntwo');
  expect(deck.css).toContain('.loud');
  expect(slidesOf(importText('remark', text))).toContain('```js\n* one');
});

test('a page has signs of HTML in its deck as references', () => {
  const page = '<html><textarea id="source">\n# A &amp; B\n\none&lt;br&gt;two\n</textarea></html>';
  expect(slidesOf(importText('remark', page))).toContain('# A & B\n\none<br>two');
});

test('what follows a step behind notes is on the slide, and its notes are notes', () => {
  const text = '# A\n\n???\nOne.\n\n--\n\nshown\n\n???\nTwo.\n\n```\n--\n```\n';
  const deck = read(text);
  expect(slidesOf(deck)).toContain(
    '<!-- pause -->\n\n\nshown\n\n<!--\nOne.\n\nTwo.\n\n```\n--\n```\n-->',
  );
  expect(reportOf(deck)).toEqual(['6:1 translated: -- -> <!-- pause -->']);
});

test('a property of one word is for a script of the page, unless the text names it', () => {
  const deck = read('drawing: harbour\n\n# A\n');
  expect(slidesOf(deck)).toBe('---\n\n# A\n');
  expect(reportOf(deck)).toEqual([
    '1:1 manual: drawing: harbour -> Only a script of the page can read this property.',
  ]);
  const named = read('pier: north\n\n# At {{pier}}\n');
  expect(slidesOf(named)).toContain('# At north');
  expect(reportOf(named)).toEqual([]);
});

test('a left column behind a right one begins a row of its own', () => {
  const text = slides('# A\n\n.pull-left[a]\n.pull-right[b]\n.pull-left[c]\n.pull-right[d]\n');
  expect(text.match(/^::: columns$/gm)).toHaveLength(2);
  expect(text).toMatch(/a\s+:::\s+::: column\s+b\s+:::\s+:::\s+::: columns\s+::: column\s+c/);
});

test('brackets in indented code are code', () => {
  expect(slides('# A\n\n    .pull-left[\n    a\n    ]\n\n.red[b]\n')).toContain(
    '    .pull-left[\n    a\n    ]\n\n<span class="red">b</span>',
  );
});

test('a class with a ground of its own gives it to its slides, and so does a dark page', () => {
  const page = (css: string): string =>
    `<html><style>${css}</style><textarea id="source">\nclass: inverse\n\n# A\n\n---\n\n# B\n</textarea></html>`;
  expect(slides(page('.inverse { background: #123456; }'))).toContain(
    'background: "#123456"\n---\n\n# A\n\n---\n\n# B',
  );
  expect(
    slides(page(':root { --g: #111 } .remark-slide-content { background-color: var(--g) }')),
  ).toMatch(/background: "#111"[^]*# A[^]*background: "#111"[^]*# B/);
  expect(slides(page('body { background: #eee } .inverse { color: red }'))).not.toContain(
    'background',
  );
});

test('slides of the class inverse are dark where xaringan brings its own stylesheet', () => {
  const text = (css: string): string =>
    `---\ntitle: T\noutput:\n  xaringan::moon_reader:\n    css: ${css}\n---\nclass: inverse\n\n# A\n`;
  expect(slides(text('["default", "own.css"]'))).toContain('background: "#272822"');
  expect(slides(text('["own.css"]'))).not.toContain('background');
  const other = read(text('["default", "metropolis"]'));
  expect(reportOf(other).join('\n')).toContain(
    'dropped: metropolis -> This theme of xaringan is not at hand.',
  );
});

test('tags that only browsers read are tags, and those in code stay as they are', () => {
  expect(slides('# A\n\n<img src="a.png", width=80, alt="A"/>\n\n`<b x="1",>`\n')).toContain(
    '<img src="/assets/harbours/a.png" width="80" alt="A">\n\n`<b x="1",>`',
  );
  expect(slides('# A\n\n<img src="" a{"word">\n')).toContain('word');
  expect(slides('# A\n\n<span class="x"id="y">b</span>\n')).toContain('<span class="x" id="y">b');
});

test('the title of a cover keeps names in braces, and loses classes with what they hold', () => {
  const deck = read(
    '---\ntitle: Tides of {ebb}\nsubtitle: .a.b[Low .c[and] high]\noutput: xaringan::moon_reader\n---\n\n# A\n',
  );
  expect(deck.text).toContain('title: Tides of {ebb}\nsubtitle: Low and high\n');
  expect(
    read('---\ntitle: "Tides {.a #b}"\noutput: xaringan::moon_reader\n---\n\n# A\n').text,
  ).toContain('title: Tides\n');
});

test('a fence of four signs holds one of three, also with marked lines behind it', () => {
  const text =
    '---\ntitle: T\noutput:\n  xaringan::moon_reader:\n    nature:\n      highlightLines: true\n---\n\n# A\n\n````markdown\n```\nx\n```\n````\n\n---\n\n# B\n\n* one\n';
  const deck = read(text);
  expect(deck.slides.total).toBe(3);
  expect(slidesOf(deck)).toContain('````\n\n---\n\n# B\n\n* one');
});

test('environments of LaTeX are formulas, outside code and formulas', () => {
  expect(
    slides(
      '# A\n\n\\begin{align*}\na &= b\n\\end{align*}\n\n$$\n\\begin{aligned}\nc\n\\end{aligned}\n$$\n',
    ),
  ).toMatch(
    /\n\$\$\\begin\{align\*\}\na &= b\n\\end\{align\*\}\$\$\n\n\$\$\n\\begin\{aligned\}\nc\n\\end\{aligned\}\n\$\$/,
  );
  expect(slides('# A\n\n```tex\n\\begin{align}\n\\end{align}\n```\n')).not.toContain('$$');
});

test('a cell that brings in a file has no code, and is named', () => {
  const deck = read(
    '---\ntitle: T\noutput: xaringan::moon_reader\n---\n\n# A\n\n```{r, child = "b.Rmd"}\n```\n',
  );
  expect(slidesOf(deck)).not.toContain('```');
  expect(reportOf(deck).join('\n')).toContain(
    'It brings in "b.Rmd": add what that has to the talk.',
  );
});

test('panels are below each other, with their names in bold', () => {
  const deck = read(
    '# A\n\n.panelset[\n.panel[.panel-name[One]\n\nfirst\n]\n.panel[.panel-name[Two]\nsecond\n]\n]\n',
  );
  expect(slidesOf(deck).replaceAll(/\n{2,}/g, '\n')).toContain('**One**\nfirst\n**Two**\nsecond');
  expect(reportOf(deck).join('\n')).toContain('its tabs below each other');
});

test('a right column before a left one stays at its side, and both are beside each other', () => {
  const text = slides('# A\n\n.right-column[\nR\n]\n\n.left-column[\nL\n]\n').replaceAll(
    /\n{2,}/g,
    '\n',
  );
  expect(text).toContain(
    '<div class="deck-flow">\n<div style="float: right; width: 75%">\nR\n</div>\n<div style="float: left; width: 20%">\nL\n</div>\n</div>',
  );
});

test('a heading alone in brackets is a heading, and names the talk', () => {
  const deck = read('.center[\n# Thanks! <img src="a.png">]\n\n---\n\n# B and .red[c]\n');
  expect(deck.text).toContain('title: Thanks!\n');
  expect(slidesOf(deck)).toMatch(
    /<div class="center">\s+# Thanks![^]*B and <span class="red">c<\/span>/,
  );
});

test('the stylesheet that xaringanthemer writes is of the author', () => {
  const text =
    '---\ntitle: T\noutput:\n  xaringan::moon_reader:\n    css: xaringan-themer.css\n---\nclass: inverse\n\n# A\n';
  const files = {
    'xaringan-themer.css': ':root { --g: #562457; }\n.inverse { background-color: var(--g); }',
  };
  expect(slidesOf(importText('remark', text, files))).toContain('background: "#562457"');
});

test('code below a break is code, and the end of a break is a break', () => {
  const text = slides('# A\n\n</br>\n```r\nx\n```\n\n<br>\n```r\ny\n```\n\n`</br>`x\n');
  expect(text).toContain('&#8203;<br>\n```r\nx\n```\n\n&#8203;<br>\n```r\ny\n```\n\n`</br>`x');
});
