import { expect, test } from 'vitest';
import { translateInfo } from '../../../../src/talk/import/dialects/slidev/slidev-code.ts';
import {
  utilityRule,
  writeUtility,
} from '../../../../src/talk/import/dialects/slidev/utility-classes.ts';
import { importText, reportOf, slidesOf } from '../../../support/import.ts';

const read = (text: string, files?: Record<string, string>) => importText('slidev', text, files);
/** The slides of a deck without front matter. */
const slides = (text: string): string => slidesOf(read(text));

test('front matter of the deck goes to the talk, and that of its first slide to the slide', () => {
  const deck = read(`---
theme: seriph
title: Harbours
author: Ada Holm
info: |
  About **harbours**
background: /cover.jpg
class: text-center
transition: slide-left
---

# Harbours

---
layout: two-cols
routeAlias: quay
hideInToc: true
---

# Quay

::right::

Right.
`);
  expect(deck.text).toBe(`---
title: Harbours
speaker: Ada Holm
description: About harbours
css: /assets/harbours/harbours.css
---

---
background: /assets/harbours/cover.jpg
class: text-center
layout: center
---

# Harbours

---
layout: two-columns
id: quay
---

# Quay

::right::

Right.
`);
  expect(deck.css).toBe('.text-center { text-align: center; }');
  expect(deck.slides).toEqual({ total: 2, right: 2 });
});

test('a quotation that is a heading is a statement', () => {
  expect(slides('---\nlayout: quote\n---\n\n# Ebb is near\n\nAda\n')).toContain(
    'layout: statement\n---\n\n# Ebb is near\n',
  );
  expect(slides('---\nlayout: quote\n---\n\n> Ebb is near\n')).toContain('layout: quote\n');
});

test('a layout that shows a picture needs one: its own, its background, or none at all', () => {
  expect(slides('---\nlayout: image-right\nimage: a.png\n---\n\n# A\n')).toContain(
    'layout: picture-right\n---\n\n# A\n\n![](/assets/harbours/a.png)\n',
  );
  expect(slides('---\nlayout: image-left\nbackground: a.png\n---\n\n# A\n')).toContain(
    'layout: picture-left\n---\n\n# A\n\n![](/assets/harbours/a.png)\n',
  );
  expect(slides('---\nlayout: image-right\n---\n\n# A\n')).toBe('---\n\n# A\n');
});

test.for([
  ['cover', 'cover'],
  ['intro', 'cover'],
  ['fact', 'statement'],
  ['full', undefined],
  ['my-section-divider', 'section'],
  ['speaker-thanks', 'end'],
  ['scroll', undefined],
] as const)('the layout %s becomes %s', ([written, layout]) => {
  const head = layout === undefined ? '---\n' : `---\nlayout: ${layout}\n---\n`;
  expect(slides(`---\nlayout: ${written}\n---\n\n# A\n`)).toBe(`${head}\n# A\n`);
});

test('pictures and pages of layouts are in the slide', () => {
  expect(
    slides('---\nlayout: image-left\nimage: /a b.png\nbackgroundSize: contain\n---\n\n# A\n'),
  ).toBe(
    '---\nlayout: picture-left\n---\n\n# A\n\n![](</assets/harbours/a%20b.png>){fit=contain}\n',
  );
  expect(slides('---\nlayout: iframe\nurl: https://example.org/\n---\n')).toBe(
    '---\n\n<iframe src="https://example.org/" title="https://example.org/"></iframe>\n',
  );
});

test('columns below a heading become containers', () => {
  expect(
    slides('---\nlayout: two-cols-header\n---\n\n# A\n\n::left::\n\nL\n\n::right::\n\nR\n'),
  ).toBe('---\n\n# A\n\n::: columns\n\n::: column\n\nL\n\n:::\n\n::: column\n\nR\n\n:::\n\n:::\n');
  expect(slides('# A\n\nL\n\n<template v-slot:right>\n\nR\n\n</template>\n')).toBe(
    '---\n\n# A\n\nL\n\n::right::\n\nR\n',
  );
});

test('a hidden slide stays hidden', () => {
  expect(slides('# A\n\n---\nhide: true\n---\n\n# B\n')).toBe(
    '---\n\n# A\n\n---\nvisibility: hidden\n---\n\n# B\n',
  );
});

test('clicks become steps', () => {
  expect(slides('# A\n\n<v-clicks>\n\n- one\n- two\n\n</v-clicks>\n')).toBe(
    '---\nincremental: true\n---\n\n# A\n\n- one\n- two\n',
  );
  expect(slides('# A\n\n- zero\n\n<v-clicks>\n\n* one\n* two\n\n</v-clicks>\n')).toContain(
    '* one <!-- .element: class="fragment" -->\n* two <!-- .element: class="fragment" -->',
  );
  expect(slides('# A\n\n<v-click>\n\nLater.\n\n</v-click>\n')).toBe(
    '---\n\n# A\n\n<div class="fragment">\n\nLater.\n\n</div>\n',
  );
  expect(slides('# A\n\nNow <v-click>later</v-click>.\n')).toContain(
    'Now <span class="fragment">later</span>.',
  );
  expect(slides('# A\n\n<div v-click class="box">b</div>\n')).toContain(
    '<div class="box fragment">b</div>',
  );
});

test('steps that have no equal are named', () => {
  const deck = read(
    '# A\n\n<v-click hide>\n\nGone.\n\n</v-click>\n\n<div v-motion :initial="a">b</div>\n',
  );
  expect(reportOf(deck)).toEqual([
    '3:1 approximated: <v-click hide> -> a step that appears; nothing vanishes by a step',
    '9:1 dropped: <div v-motion :initial="a"> -> v-motion, :initial: attributes of Vue.',
  ]);
});

test('comments that are no notes become remarks, so that they are never shown as notes', () => {
  expect(slides('# A\n\n<!-- later: a chart -->\n\ntext\n\n<!-- Say [click:2] it. -->\n')).toBe(
    '---\n\n# A\n\n<!-- // later: a chart -->\n\ntext\n\n<!--\nSay [click] it.\n-->\n',
  );
  expect(slides('# A\n\n<!-- no notes -->\n\ntext\n')).toBe(
    '---\n\n# A\n\n<!-- // no notes -->\n\ntext\n',
  );
});

test.for([
  ['ts {1|2-3|all}', 'ts {1|2-3|all}'],
  ['ts {*|1}{lines:true,startLine:5}', 'ts {all|5} {startLine=5}'],
  ['vue {1,9}', 'html {1}'],
  ['ts {hide|none|1}', 'ts {none|none|1}'],
  ['js [app.js]', 'js {title="app.js"}'],
  ['', ''],
] as const)('the fence options "%s" are "%s"', ([written, info]) => {
  expect(translateInfo(written, 3)).toEqual({ info, dropped: [] });
});

test('fence options without an equal are named', () => {
  expect(translateInfo("ts {monaco} {maxHeight:'100px'}", 3).dropped).toEqual(['an editor']);
  expect(translateInfo('mermaid {scale: 0.5}', 3)).toEqual({ info: 'mermaid', dropped: [] });
  expect(reportOf(read('# A\n\n```ts twoslash\nlet a = 1;\n```\n'))).toEqual([
    '3:4 dropped: ts twoslash -> twoslash: no option of a fence.',
  ]);
});

test('code that moves becomes versions', () => {
  expect(
    slides('# A\n\n````md magic-move {lines: true}\n```ts {1}\na\n```\n```ts\nb\n```\n````\n'),
  ).toBe('---\n\n# A\n\n::: versions\n\n```ts {1}\na\n```\n\n```ts\nb\n```\n\n:::\n');
});

test('code from files comes along', () => {
  const deck = read('# A\n\n<<< @/snippets/a.ts#part {2}{lines:true}\n');
  expect(slidesOf(deck)).toBe('---\n\n# A\n\n<<< /assets/harbours/snippets/a.ts#part\n');
  expect(deck.files.map(({ from }) => from)).toEqual(['/snippets/a.ts']);
  expect(reportOf(deck)[1]).toContain('dropped: <<< @/snippets/a.ts#part {2}{lines:true}');
});

test('slides of other files are brought in, with keys for the first of them', () => {
  const files = { './pages/a.md': '# A1\n\n---\n\n# A2\n\n---\n\n# A3\n' };
  expect(slidesOf(read('# One\n\n---\nsrc: ./pages/a.md#1,3\nlayout: center\n---\n', files))).toBe(
    '---\n\n# One\n\n---\nlayout: center\n---\n\n# A1\n\n---\n\n# A3\n',
  );
});

test('files that are missing or bring in each other are named', () => {
  expect(reportOf(read('# One\n\n---\nsrc: ./none.md\n---\n'))).toEqual([
    '4:1 manual: src: ./none.md -> There is no such file beside the deck, so its slides are missing.',
  ]);
  const files = { './a.md': '---\nsrc: ./a.md\n---\n' };
  expect(reportOf(read('# One\n\n---\nsrc: ./a.md\n---\n', files))).toEqual([
    '2:1 manual: src: ./a.md -> The files bring in each other.',
  ]);
});

test('components get an equal, or a place that names them', () => {
  expect(slides('# A\n\n<Youtube id="abc" />\n')).toContain(
    '[Film on YouTube](https://www.youtube.com/watch?v=abc)',
  );
  expect(slides('# A\n\nGo <Link to="quay" title="there" />.\n')).toContain('Go [there](#quay).');
  expect(slides('# A\n\n<Arrow x1="10" y1="20" x2="110" y2="20" />\n')).toContain(
    'd="M10,20 L110,20 M99.5,14.2 L110,20 L99.5,25.8"',
  );
  expect(slides('# A\n\n<Counter :count="3" />\n')).toContain(
    '<div class="left-out">Counter</div>',
  );
  expect(slides('# A\n\n<Box color="red">\n\nkept\n\n</Box>\n')).toContain('# A\n\nkept');
  expect(slides('# A\n\n<mdi-github class="text-xl" /> at home\n')).not.toContain('mdi');
});

test('code is never taken for components or expressions', () => {
  const code = '```html\n<v-click>{{ a }}</v-click>\n<Counter />\n```';
  expect(slides(`# A\n\n${code}\n\nand \`<Counter />\`\n`)).toBe(
    `---\n\n# A\n\n${code}\n\nand \`<Counter />\`\n`,
  );
});

test('expressions of Vue are shown as they are written, and named', () => {
  const deck = read('# A\n\nPage {{ $page }}\n');
  expect(slidesOf(deck)).toContain('Page \\{{ $page }}');
  expect(reportOf(deck)[0]).toContain('manual: {{ $page }}');
});

test('classes that lay out become rules of the talk, others are named', () => {
  const deck = read(
    '# A\n\n<div class="grid grid-cols-2 gap-4 own hover-red">\n</div>\n\n<style>\n.own { color: red }\n</style>\n',
  );
  expect(deck.css.split('\n')).toEqual([
    '.grid { display: grid; }',
    '.grid-cols-2 { grid-template-columns: repeat(2, minmax(0, 1fr)); }',
    '.gap-4 { gap: 20.9px; }',
  ]);
  expect(reportOf(deck)).toEqual([
    '3:40 dropped: hover-red -> This class has no rules here; write them into the stylesheet of the talk.',
  ]);
});

test.for([
  ['-mt-2', 'margin-top: -10.4px'],
  ['mx-auto', 'margin-left: auto; margin-right: auto'],
  ['w-1/3', 'width: 33.333%'],
  ['w-[40px]', 'width: 52.2px'],
  ['text-2xl', 'font-size: 31.3px; line-height: 1.33'],
  ['opacity-50', 'opacity: 0.5'],
  ['text-red-500', 'color: oklch(0.64 0.22 25)'],
  ['bg-sky-100', 'background-color: color-mix(in oklab, oklch(0.69 0.15 237) 14%, white)'],
  ['text-white', 'color: white'],
  ['text-harbour-500', null],
  ['abs-br', 'position: absolute; bottom: 0; right: 0'],
  ['abs-t', 'position: absolute; top: 0; left: 0; right: 0'],
  ['-rotate-10', 'rotate: -10deg'],
  ['scale-110', 'scale: 1.1'],
  ['flex-items-center', 'align-items: center'],
  ['grid-justify-between', 'justify-content: space-between'],
] as const)('the class %s is %s', ([name, css]) => {
  expect(utilityRule(name)).toBe(css);
});

test('the words of an attribute are classes with its name or by themselves', () => {
  const text =
    '<div grid="~ cols-2 gap-2" m="-t-2 x-auto" border="~ rounded">\n\nShips.\n\n</div>\n';
  const deck = read(text);
  expect(slidesOf(deck)).toContain(
    '<div class="grid grid-cols-2 grid-gap-2 -mt-2 mx-auto border border-rounded">\n\nShips.',
  );
  expect(reportOf(deck)).toEqual([]);
});

test('the groups of a class are written out, and words in brackets elsewhere stay', () => {
  const text =
    '<div class="text-(sm center) flex-(~ items-center) w-[calc(1px)] loud">Ships.</div>\n';
  expect(slides(text)).toContain(
    '<div class="text-sm text-center flex flex-items-center w-[calc(1px)] loud">',
  );
});

test('rules for a class that talks have as well are for the elements of the deck alone', () => {
  const text = '<style>\n.slide { color: red; }\n</style>\n\n<p class="slide">Ships.</p>\n';
  expect(slides(text)).toContain('.deck-slide { color: red; }');
  expect(slides(text)).toContain('<p class="deck-slide">Ships.</p>');
});

test('the name of a class is escaped', () => {
  expect(writeUtility('w-[40px]', 'width: 1px')).toBe(String.raw`.w-\[40px\] { width: 1px; }`);
  expect(writeUtility('w-1/3', 'width: 1px')).toBe(String.raw`.w-1\/3 { width: 1px; }`);
});

test('broken front matter is named, and its slide stays', () => {
  const deck = read('# A\n\n---\nlayout: [a\n---\n\n# B\n');
  expect(deck.slides.total).toBe(2);
  expect(reportOf(deck)[0]).toMatch(/^4:1 manual: layout: \[a -> /);
});

test('icons of brands become icons of Simple Icons, others are named', () => {
  const deck = read(
    '# A\n\n<logos-vue /> <carbon-logo-github /> <simple-icons-zig /> <mdi-boat />\n',
  );
  expect(slidesOf(deck)).toBe(
    '---\n\n# A\n\n:simple-icons-vuedotjs: :simple-icons-github: :simple-icons-zig:\n',
  );
  expect(reportOf(deck)).toEqual([
    '3:1 approximated: <logos-vue /> -> :simple-icons-vuedotjs:',
    '3:15 approximated: <carbon-logo-github /> -> :simple-icons-github:',
    '3:38 translated: <simple-icons-zig /> -> :simple-icons-zig:',
    '3:59 dropped: <mdi-boat /> -> This set of icons is not at hand.',
  ]);
});

test('classes in braces, marks and components between colons are translated', () => {
  const deck = read(
    '# A\n\nThe [north]{.text-white} quay ==holds==. {.small}\n\n::box{.wide}\nInside\n::\n\n::: warning\nWet\n:::\n',
  );
  expect(slidesOf(deck)).toBe(
    '---\n\n# A\n\nThe <span class="text-white">north</span> quay <mark>holds</mark>.  <!-- .element: class="small" -->\n\nInside\n\n**warning**\n\nWet\n',
  );
  expect(reportOf(deck).filter((line) => line.includes('approximated'))).toEqual([
    '5:1 approximated: ::box{.wide} -> its content, without a frame',
    '9:1 approximated: ::: warning -> its content, without a frame',
  ]);
});

test('steps of a formula are named, and the formula stays', () => {
  const deck = read('# A\n\n$$ {1|2}\na\nb\n$$\n');
  expect(slidesOf(deck)).toBe('---\n\n# A\n\n$$ \na\nb\n$$\n');
  expect(reportOf(deck)[0]).toContain('approximated: {1|2}');
});

test.for([
  ['4/3', '4:3'],
  ['16:10', '16:10'],
  ['1.6', '16:10'],
  ['16/9', undefined],
] as const)('the ratio %s is the shape %s', ([ratio, aspect]) => {
  const { text } = read(`---\naspectRatio: ${ratio}\n---\n\n# A\n`);
  expect(/^aspect: (.*)$/m.exec(text)?.[1]).toBe(aspect);
});

test('a dark deck is a dark talk', () => {
  expect(read('---\ncolorSchema: dark\n---\n\n# A\n').text).toContain('dark: true');
});

test('attributes that name classes of UnoCSS become classes, and those of HTML stay', () => {
  const deck = read(
    '# A\n\n<div mx-auto w="50%" flex="~ col" hover="b" title="c">\n\nd\n\n</div>\n',
  );
  expect(slidesOf(deck)).toContain('<div hover="b" title="c" class="mx-auto w-50% flex flex-col">');
  expect(deck.css).toContain('.w-50\\% { width: 50%; }');
});

test('borders and their colours have rules, also where they let the ground through', () => {
  const { css } = read('# A\n\n<p class="border border-t-2 border-red-500/30">b</p>\n');
  expect(css).toContain('.border { border-width: 1.3px; border-style: solid; }');
  expect(css).toContain('.border-t-2 { border-top-width: 2.6px; border-top-style: solid; }');
  expect(css).toMatch(
    /\.border-red-500\\\/30 \{ border-color: color-mix\(in srgb, .* 30%, transparent\); \}/,
  );
});

test('rules for headings follow the title, which is a second heading here', () => {
  const rules = '<style>\nh1, .b h2 { color: red; }\n</style>\n';
  const code = '```html\n<style>h1 { color: red }</style>\n```\n';
  expect(slidesOf(read(`# A\n\n${code}\n${rules}`))).toContain('h2, .b h3 { color: red; }');
  expect(slidesOf(read(`# A\n\n${code}\n${rules}`))).toContain(code);
  expect(slidesOf(read(`## A\n\n${rules}`))).toContain('h1, .b h2 { color: red; }');
});

test('words in HTML above the title are named, unless they are lifted out of the order', () => {
  const above = (html: string) =>
    reportOf(read(`${html}\n\n# A\n`)).filter((line) => line.includes('stands above'));
  expect(above('<div>PART 2</div>')).toHaveLength(1);
  expect(above('<div class="absolute">PART 2</div>')).toEqual([]);
  expect(above('<div class="b">')).toEqual([]);
});

test('a comment that is never closed is left out and named', () => {
  const text =
    '# Quay\n\n<div>\nShips.\n</div>\n<!-- <div>\n</div>\n\nPier.\n\n<!-- Say hello. -->\n';
  const deck = read(text);
  expect(slidesOf(deck)).toContain('<div>\nShips.\n</div>\n\nPier.');
  expect(reportOf(deck)).toEqual([
    '6:1 dropped: <!-- <div> </div> -> This comment is not closed, so what it holds is not seen.',
  ]);
});

test('an element around a diagram makes it no smaller, as it takes the size that fits', () => {
  const text =
    '<div class="scale-75 mt-4" style="transform: scale(0.6); color: red">\n\n```mermaid\ngraph LR\n```\n\n</div>\n\n<div class="scale-75">\n\nShips.\n\n</div>\n';
  const deck = read(text);
  expect(slidesOf(deck)).toContain('<div class="mt-4" style="color: red">\n\n```mermaid');
  expect(slidesOf(deck)).toContain('<div class="scale-75">\n\nShips.');
  expect(reportOf(deck)[0]).toContain('Diagrams take the size that fits their slide.');
});

test('the first slide of a deck is a cover, unless it names another layout', () => {
  const first = (keys: string) =>
    slides(`---\ntheme: seriph\n${keys}---\n\n# Quay\n\n---\n\n# Pier\n`);
  expect(first('')).toContain('layout: cover\n---\n\n# Quay\n\n---\n\n# Pier');
  expect(first('class: text-center\n')).toContain('layout: center\n---\n\n# Quay');
  expect(first('layout: default\n')).not.toContain('layout:');
});

test('a picture or a film that a layout of the deck shows is on the slide', () => {
  const deck = read('# A\n\n---\nlayout: hall\nfilm: /tide.mp4\nseats: 20\n---\n\n# B\n');
  expect(slidesOf(deck)).toContain('# B\n\n![](/assets/harbours/tide.mp4)');
  expect(reportOf(deck).join('\n')).toContain('dropped: seats: 20 -> Slides have no key');
});

test('words with a gradient have its first colour, and other gradients are drawn', () => {
  const { css } = read(
    '# A\n\n<p class="text-transparent bg-clip-text bg-gradient-to-r from-red-500 via-white to-[#123456]">b</p>\n',
  );
  expect(css).toContain('color: var(--deck-from, inherit)');
  expect(css).not.toContain('color: transparent');
  expect(css).toContain('linear-gradient(to right, var(--deck-from');
  expect(css).toContain('--deck-via: white,;');
  expect(css).toContain('--deck-to: #123456;');
});

test('the title of a slide without words is its heading', () => {
  const deck = read(
    '# A\n\n---\ntitle: Tides\nlayout: chart\n---\n\n---\ntitle: Buoys\n---\n\n# Other\n',
  );
  expect(slidesOf(deck)).toMatch(/# Tides\n\n---\n+# Other/);
  expect(slidesOf(deck)).not.toContain('Buoys');
});

test('sizes of text have their leading', () => {
  expect(utilityRule('text-5xl')).toBe('font-size: 62.7px; line-height: 1');
  expect(utilityRule('text-sm')).toBe('font-size: 18.3px; line-height: 1.43');
});

test('lengths in pixels count from the width of a slide of Slidev, and those in drawings do not', () => {
  const found = slidesOf(
    importText(
      'slidev',
      '---\ndrawings: {}\n---\n\n# A\n\n<div style="width: 490px; color: red">a</div>\n\n<img src="a.png" width="98" alt="a">\n\n<svg width="196" viewBox="0 0 98 98"><rect width="98" style="stroke-width: 98px" /></svg>\n\n<style>\n.a { padding: 49px }\n</style>\n',
    ),
  );
  expect(found).toContain('style="width: 640px; color: red"');
  expect(found).toMatch(/<img src="[^"]*" width="128"/);
  expect(found).toContain(
    '<svg width="256" viewbox="0 0 98 98"><rect width="98" style="stroke-width: 98px" />',
  );
  expect(found).toContain('padding: 64px');
});

test('a share of room counts from the half that words have beside a picture', () => {
  const text = '---\nlayout: image-left\nimage: a.png\nclass: text-center pt-50%\n---\n\n# A\n';
  const deck = importText('slidev', text);
  expect(deck.text).toContain('class: text-center pt-25%');
  expect(deck.css).toContain('padding-top: 25%');
  expect(importText('slidev', text.replace('image-left', 'center')).text).toContain('pt-50%');
});

test('classes that move an element along one axis or both have rules', () => {
  const { css } = importText(
    'slidev',
    '---\ndrawings: {}\n---\n\n<div class="-translate-x-1/2 translate-y-4 translate--1/2">a</div>\n',
  );
  const move = 'translate: var(--deck-x, 0) var(--deck-y, 0)';
  expect(css).toContain(`{ --deck-x: -50%; ${move}; }`);
  expect(css).toContain(`{ --deck-y: 20.9px; ${move}; }`);
  expect(css).toContain(`{ --deck-x: -50%; --deck-y: -50%; ${move}; }`);
});

test('classes have the rules of a theme that is a folder beside the deck', () => {
  const text = '---\ntheme: ../themes/quay\n---\n\n<div class="box">a</div>\n';
  const files = {
    '../themes/quay/styles/index.ts': "import './layout.css'\nimport './base.css'\n",
    '../themes/quay/styles/layout.css': '.box { padding: 98px }\n.other { color: red }\n',
  };
  const { css } = importText('slidev', text, files);
  expect(css).toContain('.box { padding: 128px }');
  expect(css).not.toContain('.other');
});

test('a component of a deck that names a picture shows it', () => {
  const deck = importText(
    'slidev',
    '---\ndrawings: {}\n---\n\n<Image v-click src="a.png" style="width: 98px" />\n\n<Chart src="a.csv" />\n',
  );
  expect(slidesOf(deck)).toContain(
    '<img src="/assets/harbours/a.png" style="width: 128px" class="fragment">',
  );
  expect(slidesOf(deck)).toContain('<div class="left-out">Chart</div>');
});

test('words in brackets may have several classes in one word', () => {
  const deck = read('---\nmdc: true\n---\n\n# A\n\n[Ebb]{.text-sm.mt-4 .mb-2} and [* b]{.a.b}\n');
  expect(slidesOf(deck)).toContain(
    '<span class="text-sm mt-4 mb-2">Ebb</span> and <span class="a b">* b</span>',
  );
});

test.for([
  ['hidden', '.hidden { display: none; }'],
  ['w-sm', '.w-sm { width: 501.6px; }'],
  ['space-y-4', '.space-y-4 > * + * { margin-top: 20.9px; }'],
  ['md:flex-row', '.md\\:flex-row { flex-direction: row; }'],
  ['max-h-min', '.max-h-min { max-height: min-content; }'],
  [
    'grid-cols-[30%,minmax(0,1fr)]',
    '.grid-cols-\\[30\\%\\,minmax\\(0\\,1fr\\)\\] { grid-template-columns: 30% minmax(0,1fr); }',
  ],
  ['grid-rows-[1fr_2fr]', '.grid-rows-\\[1fr_2fr\\] { grid-template-rows: 1fr 2fr; }'],
  ['size-10', '.size-10 { width: 52.2px; height: 52.2px; }'],
] as const)('the class %s has its rule', ([name, rule]) => {
  const css = utilityRule(name);
  expect(css && writeUtility(name, css)).toBe(rule);
});

test('pictures of a slide in the middle are in its middle', () => {
  const rule = '.layout-center .slide-body > img';
  expect(read('---\nlayout: center\n---\n\n# A\n\n<img class="w-sm" src="a.png">\n').css).toContain(
    rule,
  );
  expect(
    read('---\nlayout: full\n---\n\n# A\n\n<img class="w-sm" src="a.png">\n').css,
  ).not.toContain(rule);
});

test('a tag below the end of an element that is left out does not belong to the list in it', () => {
  const deck = read(
    '---\nlayout: full\n---\n\n# A\n\n<div class="grid">\n  <div>\n\n<v-clicks>\n\n* b\n* c\n\n</v-clicks>\n\n  </div>\n  <div>\n\nd\n\n  </div>\n</div>\n',
  );
  expect(slidesOf(deck)).toContain('* b\n* c\n\n</div>\n  <div>\n');
  const other = read(
    '---\nlayout: full\n---\n\n# A\n\n<v-clicks>\n\n* b\n\n</v-clicks>\n\n  Words\n',
  );
  expect(slidesOf(other)).toContain('* b\n\n  Words\n');
});

test('an indented comment at the end is the notes, and one above other text is code', () => {
  const found = slides(
    '---\nlayout: full\n---\n\n# A\n\n<style>\nh1 { top: 0 }\n</style>\n\n    <!-- Say it -->\n\n',
  );
  expect(found).toContain('\n<!--\nSay it\n-->\n');
  expect(found).not.toContain('    <!--');
  expect(slides('---\nlayout: full\n---\n\n# A\n\n    <!-- code -->\n\nb\n')).toContain(
    '    <!-- code -->',
  );
});

test('the colour of the words of a slide is that of its title as well', () => {
  const found = slides('---\nlayout: full\nclass: text-white bg-black\n---\n\n# A\n');
  expect(found).toContain(':root { --ink: white; color: white; }');
  expect(slides('---\nlayout: full\nclass: text-center\n---\n\n# A\n')).not.toContain('--ink');
});
