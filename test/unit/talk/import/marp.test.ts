import { expect, test } from 'vitest';
import { importText, reportOf, slidesOf } from '../../../support/import.ts';

const read = (text: string) => importText('marp', text);
const slides = (text: string): string => slidesOf(read(text));

test('front matter goes to the talk, and directives to the slides that they hold for', () => {
  const deck = read(`---
marp: true
theme: gaia
title: Harbours
author: Ada Holm
paginate: true
backgroundColor: "#123456"
_class: lead
---

# Harbours

<!-- Say hello. -->

---

<!-- backgroundColor: white -->

# Quay

---

<!--
_backgroundColor: navy
_class: wide
-->

# Pier

---

# Sea
`);
  expect(slidesOf(deck)).toBe(`---
background: "#123456"
layout: center
---

# Harbours

<!--
Say hello.
-->

---
background: white
---

# Quay

---
background: navy
class: wide
---

# Pier

---
background: white
---

# Sea
`);
  expect(deck.text).toMatch(/^---\ntitle: Harbours\nspeaker: Ada Holm\n---\n/);
  expect(reportOf(deck).filter((line) => !line.includes('translated'))).toEqual([
    '2:1 dropped: marp: true -> This is a talk now.',
    '3:1 dropped: theme: gaia -> The look of a talk comes from its theme and its stylesheet.',
    '6:1 dropped: paginate: true -> Slides have a number by themselves.',
    '8:1 approximated: class: lead -> layout: center',
    '25:1 approximated: class: wide -> class: wide; the theme of Marp has the rules for it',
  ]);
});

test('rules cut, and dashes below a paragraph make a heading', () => {
  expect(slides('# A\n\n* * *\n\n# B\n\n___\n\nC\n---\n\ntext\n')).toBe(
    '---\n\n# A\n\n---\n\n# B\n\n---\n\n## C\n\n\ntext\n',
  );
});

test('headings cut where the deck says so', () => {
  expect(
    slides('---\nheadingDivider: 2\n---\n\n# A\n\n### a\n\n## B\n\n```text\n# no\n```\n'),
  ).toBe('---\n\n# A\n\n### a\n\n---\n\n## B\n\n```text\n# no\n```\n');
  expect(slides('---\nheadingDivider: [2]\n---\n\n# A\n\n## B\n')).toBe(
    '---\n\n# A\n\n---\n\n## B\n',
  );
});

test.for([
  ['![bg](a.jpg)', 'background: /assets/harbours/a.jpg', ''],
  ['![bg](#fff)', 'background: "#fff"', ''],
  ['![bg left:40%](a.jpg)', 'layout: picture-left', '\n\n![](/assets/harbours/a.jpg){width=40%}'],
  [
    '![bg right fit The quay](a.jpg)',
    'layout: picture-right',
    '\n\n![The quay](/assets/harbours/a.jpg){fit=contain}',
  ],
  ['![bg contain](a.jpg)', 'layout: picture', '\n\n![](/assets/harbours/a.jpg){fit=contain}'],
] as const)('%s becomes a key of its slide', ([written, key, picture]) => {
  expect(slides(`# A\n\n${written}\n`)).toBe(`---\n${key}\n---\n\n# A${picture}\n`);
});

test('a second ground is a picture of the slide, and filters are named', () => {
  const deck = read('![bg blur:4px](a.jpg)\n![bg](b.jpg)\n');
  expect(slidesOf(deck)).toContain('![](/assets/harbours/b.jpg)');
  expect(reportOf(deck)).toContain(
    '1:1 dropped: ![bg blur:4px](a.jpg) -> blur:4px: pictures have no filters.',
  );
});

test.for([
  ['![w:300](a.png)', '![](/assets/harbours/a.png){width=300px}'],
  ['![height:200px A boat](a.png "B")', '![A boat](/assets/harbours/a.png "B"){height=200px}'],
  ['![w:50% h:2cm](a.png)', '![](/assets/harbours/a.png){width=50% height=76px}'],
  ['![w:auto](a.png)', '![](/assets/harbours/a.png)'],
] as const)('%s becomes %s', ([written, picture]) => {
  expect(slides(`${written}\n`)).toBe(`---\n\n${picture}\n`);
});

test('ends of lines are breaks', () => {
  expect(
    slides('# A\n\none\ntwo  \nthree\n\n- a\n  b\n\n```text\nx\ny\n```\n\n| a |\n| - |\n| b |\n'),
  ).toBe(
    '---\n\n# A\n\none\\\ntwo  \nthree\n\n- a\\\n  b\n\n```text\nx\ny\n```\n\n| a |\n| - |\n| b |\n',
  );
});

test('lists of stars appear item by item', () => {
  expect(slides('# A\n\n* one\n* two\n')).toBe(
    '---\nincremental: true\n---\n\n# A\n\n* one\n* two\n',
  );
  expect(slides('# A\n\n* one\n\ntext\n\n- two\n')).toContain(
    '* one <!-- .element: class="fragment" -->\n\ntext\n\n- two',
  );
});

test('all comments that are no directives are notes, except those in drawings', () => {
  expect(slides('# A\n\n<!-- one -->\n\ntext\n\n<!-- two: more -->\n')).toBe(
    '---\n\n# A\n\ntext\n\n<!--\none\n\ntwo: more\n-->\n',
  );
  const drawing =
    '<svg viewBox="0 0 1 1">\n\n  <!-- a box -->\n  <rect width="1" height="1"/>\n</svg>\n';
  expect(slides(drawing)).not.toContain('a box');
});

test('a heading that fits needs no word', () => {
  const deck = read('# <!-- fit --> A\n');
  expect(slidesOf(deck)).toBe('---\n\n#  A\n');
  expect(deck.slides.right).toBe(1);
});

test('rules of the deck go to its stylesheet, and those of a slide stay', () => {
  const deck = read(
    '<style>\nh1 { color: red }\n</style>\n\n# A\n\n---\n\n<style scoped>\nsection { color: navy }\n</style>\n\n# B\n',
  );
  expect(deck.css).toBe(':is(h1, h2) { color: red }');
  expect(slidesOf(deck)).toContain('<style scoped>\n:root { color: navy }\n</style>');
});

test('a colour of words is a rule of the slide that cannot end early', () => {
  expect(slides('<!-- color: "red; } h1 { x: y" -->\n\n# A\n')).toContain(
    '<style>\n:root { --ink: red  h1  x: y; color: red  h1  x: y; }\n</style>',
  );
});

test('header, footer and paginate are keys of the talk, and of slides that differ', () => {
  const deck = read(`---
marp: true
header: "**Quay** day"
footer: '![w:40](logo.png) Harbour Works'
---

# One

---

<!-- header: '' -->
<!-- _footer: Only here -->
<!-- _paginate: false -->

# Two

---

<!-- _paginate: skip -->

# Three
`);
  expect(deck.text).toMatch(
    /^---\nheader: Quay day\nfooter: Harbour Works\nlogo: \/assets\/harbours\/logo.png\n/,
  );
  expect(slidesOf(deck)).toBe(`---

# One

---
header: off
footer: Only here
pagination: false
---

# Two

---
header: off
visibility: uncounted
---

# Three
`);
  expect(reportOf(deck).join('\n')).toMatch(
    /^4:1 approximated: footer: .* logo: logo.png, in its place/m,
  );
});

test('the shape of slides is kept, and unknown containers give up their frame', () => {
  const deck = read('---\nmarp: true\nsize: 4:3\n---\n\n# A<br>B\n\n:::Note\nc\n:::\n');
  expect(deck.text).toContain('aspect: 4:3\n');
  expect(deck.text).toContain('title: A B\n');
  expect(slidesOf(deck)).toContain('**Note**\n\nc\n');
});

test('dashes below a comment begin a slide, and make no heading of it', () => {
  expect(importText('marp', '# A\n\n<!--\nb\n-->\n---\n\n# C\n').slides.total).toBe(2);
});

test('a comment with one directive is one, and its other words are named', () => {
  const deck = read('# A\n\n<!--\n_backgroundcolor: blue\n_footer: Quay\n-->\n');
  expect(slidesOf(deck)).toBe('---\nfooter: Quay\n---\n\n# A\n');
  expect(reportOf(deck)[0]).toContain('dropped: _backgroundcolor: blue');
});

test('what a window fixes is fixed on each slide, and long words at the foot are a paragraph', () => {
  const long = 'Words at the foot '.repeat(5).trim();
  const deck = read(
    `---\nmarp: true\nfooter: ${long}\nstyle: ".bar { position: fixed; top: 0 }"\n---\n\n<div class="bar">b</div>\n\n# A\n`,
  );
  expect(deck.css).toContain('position: absolute');
  expect(deck.text).toContain(`${long}\n<!-- .element: class="refs" -->`);
  expect(deck.text).not.toContain('footer:');
  expect(reportOf(deck).join()).not.toContain('stands above');
});

test('a ground with a size is shown whole, and a faint one is left out', () => {
  const deck = read('# A\n\n![bg w:1200](a.png)\n\n---\n\n# B\n\n![bg opacity:0.03 70%](a.png)\n');
  expect(slidesOf(deck)).toContain(
    '<img src="/assets/harbours/a.png" alt="" style="position: absolute; z-index: -1; left: 50%; top: 50%; translate: -50% -50%; max-width: none; width: 1200px">',
  );
  expect(slidesOf(read('# A\n\n![bg 55%](a.png)\n'))).toContain('max-width: none; width: 55%">');
  expect(slidesOf(read('# A\n\n![bg fit](a.png)\n'))).toContain('{fit=contain}');
  expect(deck.text.slice(deck.text.indexOf('# B'))).not.toContain('a.png');
  expect(reportOf(deck).join()).toContain('a faint one is left out');
});

test('directives may have a colon in their words', () => {
  const text = '# Quay\n\n<!--\nheader: Harbours: the north\n-->\n\n---\n\n# Pier\n';
  const deck = read(text);
  expect(slidesOf(deck)).toContain('header: "Harbours: the north"\n---\n\n# Pier');
  expect(deck.text).not.toContain('<!--');
  expect(read('---\nmarp: true\nfooter: Sea: part 2\n---\n\n# Quay\n').text).toContain(
    'footer: "Sea: part 2"',
  );
});

test('containers of plugins give up their frame, and files that a plugin brings in are named', () => {
  const deck = read(
    '# Quay\n\n::: link https://a.example/ black\n\nShips.\n\n:::\n\n!!!include(pier.md)!!!\n',
  );
  expect(slidesOf(deck)).toContain('**https://a.example/ black**');
  expect(slidesOf(deck)).not.toContain(':::');
  expect(reportOf(deck).join('\n')).toContain(
    'A plugin would bring in this file: put its text here.',
  );
});

test('a picture at the side has as much of the slide as it can have', () => {
  const deck = read('# Quay\n\n![bg left:15%](a.jpg)\n');
  expect(slidesOf(deck)).toContain('{width=20%}');
  expect(reportOf(deck)[0]).toContain('layout: picture-left, with 20% of the slide');
  expect(slidesOf(read('# Quay\n\n![bg right:90%](a.jpg)\n'))).toContain('{width=70%}');
});

test('a comment may name the headings that begin slides', () => {
  const body = '# Quay\n\n## Pier\n\n### Berth\n';
  expect(read(`<!-- headingDivider: 2 -->\n\n${body}`).slides.total).toBe(2);
  expect(read(`<!-- We cut at headingDivider by hand. -->\n\n${body}`).slides.total).toBe(1);
});

test('the ends of lines in a tag, in code and in a picture are no breaks', () => {
  const text = 'Bo <a href="#x"><img src="a.png"\n  alt="b"></a> and `c\nd`, ![e\nf](g.png)\nh\n';
  expect(slidesOf(read(`# A\n\n${text}`)).replaceAll('/assets/harbours/', '')).toContain(
    'Bo <a href="#x"><img src="a.png"\n  alt="b"></a> and `c\nd`, ![e\nf](g.png)\\\nh',
  );
});

test('attributes in braces and of containers, which plugins read, are left out and named', () => {
  const deck = read(
    '# Quay { .m-0 }\n\nSea { class="deep" }\n\n::: box class="tall"\n\nShip {a}\n\n:::\n',
  );
  expect(slidesOf(deck)).toMatch(/# Quay\n\nSea\n\s+Ship \{a\}/);
  expect(reportOf(deck).filter((line) => line.includes('A plugin of Marp'))).toHaveLength(2);
});

test('grounds beside each other have their own fit', () => {
  const text = slidesOf(read('# A\n\n![bg](a.png) ![bg fit](b.png)\n'));
  expect(text).toMatch(/a\.png"[^>]*object-fit: cover/);
  expect(text).toMatch(/b\.png"[^>]*object-fit: contain/);
});

test('classes have the rules of a theme whose file is in a usual place, or that settings name', () => {
  const text = '---\nmarp: true\ntheme: quay\n---\n\n<!-- _class: wide -->\n\n# A\n';
  const theme =
    '/* @theme quay */\nsection { color: red }\nsection.wide h1 { letter-spacing: 1px }\n';
  const deck = importText('marp', text, { '../themes/quay.css': theme });
  expect(deck.css).toContain('.wide');
  expect(deck.css).not.toContain('red');
  expect(reportOf(deck).slice(1)).toEqual([
    '3:1 approximated: ../themes/quay.css -> its rules for classes, in the stylesheet of the talk',
    '3:1 dropped: ../themes/quay.css -> Its rules for whole pages: these have the look of the theme.',
  ]);
  const named = {
    '.marprc.yml': 'themeSet: ./shared/look.css\n',
    './shared/look.css': theme,
  };
  expect(importText('marp', text, named).css).toContain('.wide');
  expect(importText('marp', text, { 'quay.css': theme.replace('quay', 'quay-2') }).css).toBe('');
});

test('the variable by which themes name the ground of slides is that of all slides without one', () => {
  const style = '<style>\n:root { --color-background: #000000; }\n</style>\n';
  const { text } = importText(
    'marp',
    `---\nmarp: true\ntheme: gaia\n---\n\n${style}\n# A\n\n---\n\n<!-- _backgroundColor: teal -->\n\n# B\n`,
  );
  expect(text.match(/^background: .*$/gm)).toEqual(['background: "#000000"', 'background: teal']);
  expect(importText('marp', `---\nmarp: true\n---\n\n# A\n`).text).not.toContain('background');
});

test('rules for pictures leave the ground of a slide as it is', () => {
  const deck = read(
    '---\nmarp: true\n---\n\n![bg](a.png)\n\n<style scoped>\nimg, .img img { height: 300px }\n</style>\n\n![](b.png)\n\n---\n\n<style scoped>\nimg { height: 1px }\n</style>\n\n![](c.png)\n',
  );
  expect(slidesOf(deck)).toContain(
    'img:where(:not(.slide-ground)), .img img:where(:not(.slide-ground)) { height: 300px }',
  );
  expect(slidesOf(deck)).toContain('\nimg { height: 1px }');
});

test('rules of a theme for the classes of slides do not place them, and those for elements do', () => {
  const deck = importText(
    'marp',
    '---\nmarp: true\ntheme: quay\n---\n\n<!-- _class: big -->\n\n# A\n\n<div class="row">b</div>\n',
    {
      'themes/quay.css':
        '/* @theme quay */\nsection.big { display: flex; height: 900px; color: red }\nsection.big h1 { padding: 0 9px }\n.row { display: flex }\n',
    },
  );
  expect(deck.css).not.toMatch(/\.big\s*\{[^}]*(?:display|height)/);
  expect(deck.css).toMatch(/\.big\s*\{[^}]*color: red/);
  expect(deck.css).toContain('display: flex');
  expect(reportOf(deck).join('\n')).toContain('display, height: slides have their own place.');
});

test('a ground of its own size is a picture in the middle, and any other covers the slide', () => {
  expect(slides('![bg auto](a.png)\n\n# A\n')).toMatch(
    /<img src="[^"]*a\.png" alt="" style="position: absolute;[^"]*max-width: none; ">/,
  );
  expect(slides('![bg](a.png)\n\n# A\n')).toContain('background: /assets/harbours/a.png');
});
