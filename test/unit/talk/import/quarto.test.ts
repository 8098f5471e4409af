import { expect, test } from 'vitest';
import { importText, reportOf, slidesOf as writtenOf } from '../../../support/import.ts';

const HEAD = '---\ntitle: Tides\nformat: revealjs\n---\n\n';
/** The slides of a deck, with one blank line between blocks. */
const read = (text: string, files?: Record<string, string>): string =>
  writtenOf(importText('quarto', `${HEAD}${text}`, files)).replaceAll(/\n{3,}/g, '\n\n');

test('a division keeps its other classes and its style beside its kind', () => {
  expect(read('## A\n\n::: {.small .incremental style="color: red"}\n- x\n:::\n')).toContain(
    '<div class="small" style="color: red">\n\n- x\n\n</div>',
  );
  expect(
    read(
      '## A\n\n::: columns\n::: {.column width="30%" .fragment}\nx\n:::\n::: {.column width="70%"}\ny\n:::\n:::\n',
    ),
  ).toContain('::: column 30%\n\n<div class="fragment">\n\nx\n\n</div>\n\n:::');
  expect(read('## A\n\n::: {.fragment .wide}\nx\n:::\n')).toContain('<div class="fragment wide">');
  const plain = read('## A\n\n::: {.incremental}\n- x\n:::\n');
  expect(plain).toContain('incremental: true\n---\n\n## A\n\n- x');
});

test('a callout with more than words keeps what is translated in it', () => {
  const slides = read(
    '## A\n\n::: {.callout-tip}\n## Ebb\n\n![](a.png){width=50%}\n\n```{.r filename="a.R"}\nx\n```\n:::\n',
  );
  expect(slides).toContain(
    '<blockquote>\n\n**Ebb**\n\n![](/assets/harbours/a.png){width=50%}\n\n```r {title="a.R"}\nx\n```\n\n</blockquote>',
  );
  expect(read('## A\n\n::: {.callout-note}\nWords.\n:::\n')).toContain('> **Note**\n>\n> Words.');
  expect(read('## A\n\n::: {.callout-note appearance="simple"}\nWords.\n:::\n')).toContain(
    '## A\n\n> Words.',
  );
});

test('parts with a layout are beside each other', () => {
  expect(read('## A\n\n::: {layout-ncol=2}\n- x\n\n- y\n:::\n')).toContain(
    '<div style="display: grid; grid-template-columns: repeat(2, 1fr); gap: 1rem">',
  );
  expect(read('## A\n\n::: {layout="[70, 30]"}\nx\n\ny\n:::\n')).toContain(
    'grid-template-columns: 70fr 30fr',
  );
  expect(read('## A\n\n::: {.r-hstack}\nx\n\ny\n:::\n')).toContain('<div style="display: flex;');
  expect(read('## A\n\n::: {.absolute top="70%" left=0}\nx\n:::\n')).toContain(
    '<div style="position: absolute; top: 70%; left: 0px">',
  );
});

test('figures, tables, formulas and theorems have the numbers by which the deck refers to them', () => {
  const slides = read(
    '## A\n\n::: {#fig-all layout-ncol=2}\n\n![One](a.png){#fig-a}\n\n![Two](b.png){#fig-b}\n\nBoth\n:::\n\n@fig-all, [@fig-b] and [-@fig-all]\n\n' +
      '## B\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n: Depths {#tbl-d}\n\n@tbl-d and @tbl-none\n\n$$\nx\n$$ {#eq-e}\n\n@eq-e\n\n::: {#thm-t}\n## Line\n\nIt holds.\n:::\n\n@thm-t\n',
  );
  expect(slides).toContain('"Figure 1 (a): One")\n![Two](');
  expect(slides).toContain('<small>Figure 1: Both</small>\n\nFigure 1, Figure 1 (b) and 1');
  expect(slides).toContain('<small>Table 1: Depths</small>\n\nTable 1 and @tbl-none');
  expect(slides).toContain('x\n\\tag{1}$$');
  expect(slides).toContain('Equation 1\n\n**Theorem 1** (Line)**.**\n\nIt holds.\n\nTheorem 1');
});

test('numbers are called as the language of the deck has it', () => {
  const text =
    '---\ntitle: T\nlang: de\nformat: revealjs\n---\n\n## A\n\n![Ebbe](a.png){#fig-a}\n\n@fig-a\n';
  expect(writtenOf(importText('quarto', text))).toContain('"Abbildung 1: Ebbe")\n\nAbbildung 1');
});

test('examples go on counting through the deck', () => {
  expect(
    read('## A\n\n(@)  one\n(@ebb)  two\n\n## B\n\n(@) three\n\nSee (@ebb), not (@none).\n'),
  ).toMatch(/1\. one\n2\. two[^]*3\. three\n\nSee \(2\), not \(@none\)\./);
});

test('captions of tables are small words, and lines that begin like captions stay text', () => {
  expect(read('## A\n\n| x |\n|---|\n| 1 |\n\nTable: Depths\n')).toContain('<small>Depths</small>');
  expect(read('## A\n\nTable: Depths\n')).toContain('Table: Depths');
});

test('words for one format of output are HTML, or are left out and named', () => {
  const deck = importText('quarto', `${HEAD}## A\n\n\`<b>x</b>\`{=html} and \`\\y\`{=latex}z\n`);
  expect(writtenOf(deck)).toContain('<b>x</b> and z');
  expect(reportOf(deck).join('\n')).toContain('dropped: `\\y`{=latex} -> It is for latex alone.');
});

test('a picture that appears later has a step', () => {
  expect(read('## A\n\n![](a.png){.fragment width=100}\n')).toContain(
    'a.png){width=100px} <!-- .element: class="fragment" -->',
  );
});

test('shortcodes for content that is not here leave a labelled place', () => {
  expect(read('## A\n\n{{< embed a.ipynb#fig >}}\n\n{{< meta title >}}\n')).toContain(
    '<span class="left-out">embed a.ipynb#fig</span>\n\nTides',
  );
});

test('a heading of attributes alone gives the talk no title', () => {
  const deck = importText(
    'quarto',
    '---\nformat: revealjs\n---\n\n## {.x background-color="red"}\n\nWords\n\n## Ebb\n\nx\n',
  );
  expect(deck.text).toContain('title: Ebb');
});

test('the cover keeps its names where long words are at the foot of all slides', () => {
  const foot =
    'Slides of the harbour office for the meeting of the northern ports in autumn, second edition';
  const deck = importText(
    'quarto',
    `---\ntitle: Tides\nauthor: Ada\nfooter: ${foot}\nformat: revealjs\n---\n\n## A\n\nx\n`,
  );
  expect(writtenOf(deck)).toContain('---\nlayout: cover\n---\n\n---\n\n## A');
  expect(writtenOf(deck)).toContain(`x\n\n${foot}\n<!-- .element: class="refs" -->`);
});

test('addresses in angle brackets are words of a key, pictures are left out, and a day in words is shown', () => {
  const deck = importText(
    'quarto',
    '---\ntitle: Tides\nauthor: "Ada ![](a.png)"\ndate: Maio de 2022\nfooter: "<ada@e.org> - <https://e.org/x>"\nformat: revealjs\n---\n\n## A\n\nx\n',
  );
  expect(deck.text).toContain('footer: ada@e.org - https://e.org/x');
  expect(deck.text).toContain('speaker: Ada\n');
  expect(deck.text).toContain('event: Maio de 2022');
  expect(reportOf(deck).join('\n')).toContain('its words, without the picture in them');
});

test('a heading with a ground is the heading of a slide', () => {
  const deck = importText(
    'pandoc',
    '% T\n\n## {background-image="a.png"}\n\nx\n\n## {background-image="b.png"}\n\ny\n\n# B\n\nz\n',
  );
  expect(deck.slides.total).toBe(4);
  const plain = importText('pandoc', '% T\n\n## A\n\nx\n\n## C\n\ny\n\n# B\n\nz\n');
  expect(plain.slides.total).toBe(3);
});

test('definitions of links below a heading are no content of it', () => {
  const deck = importText('pandoc', '% T\n\n# Part\n\n[//]: # (---)\n## A\n\nx\n\n## B\n\ny\n');
  expect(deck.slides.total).toBe(4);
});

test('marks of notes in code are comments with the number of the note, where a list is below', () => {
  const code = '```python\nx = 1 # <1>\ny = 2\n```\n';
  expect(read(`## A\n\n${code}\n1. Sets x\n`)).toContain('x = 1 # (1)\ny = 2');
  expect(read(`## A\n\n${code}\nWords.\n`)).toContain('x = 1 # <1>');
});

test('comments that are written as definitions are not on the slides', () => {
  const text = '% T\n\n# A\n\n[//]: # ------\n\nx\n\n```\n[//]: # y\n```\n';
  expect(writtenOf(importText('pandoc', text))).toContain('# A\n\n\n\nx\n\n```\n[//]: # y');
});

test('commands that set type are no words of a key', () => {
  const text =
    "---\ntitle: T\ninstitute: '\\vspace{1cm} \\tiny \\textsuperscript{*}Office \\textbf{North}'\naspectratio: 169\n---\n\n# A\n\nx\n";
  expect(importText('pandoc', text).text).toContain('affiliation: "*Office North"');
});

test.each([
  ['29. 01. 2024', '2024-01-29'],
  ['28/10/2019', '2019-10-28'],
  ['10/28/2019', '2019-10-28'],
])('the day %s is read where only one order is possible', (written, day) => {
  const deck = importText('quarto', `---\ntitle: T\ndate: "${written}"\n---\n\n## A\n`);
  expect(deck.text).toContain(`date: ${day}`);
});

test('themes in SCSS give rules for classes, and a dark ground', () => {
  const text = (theme: string): string =>
    `---\ntitle: T\nformat:\n  revealjs:\n    theme: ${theme}\n---\n\n## A\n\n[b]{.ebb}\n`;
  const scss =
    '/*-- scss:defaults --*/\n$tide: #0a0; // green\n$body-bg: #102030 !default;\n@mixin x($a) { color: $a; }\n/*-- scss:rules --*/\n.ebb { color: $tide; &:hover { color: red; } background: darken($tide, 5%); }\n.reveal .flood { color: blue; }\n.reveal { h2 { color: red; } .slides { .ebb { margin: 0; } .flood { top: 0; } } }\n';
  const deck = importText('quarto', text('[default, own.scss]'), { 'own.scss': scss });
  expect(deck.css).toContain('.ebb { color: #0a0;');
  expect(deck.css).toContain('.ebb { margin: 0; }');
  expect(deck.css).not.toMatch(/\$|h2|darken|flood|mixin/);
  expect(writtenOf(deck)).toContain('background: "#102030"\n---\n\n## A');
  const pale = importText('quarto', text('own.scss'), { 'own.scss': '$body-bg: #fffef0;' });
  expect(writtenOf(pale)).not.toContain('background');
});

test('lists with letters, Roman digits or brackets keep their signs, or get numbers where they hold more', () => {
  const slides = read('## A\n\na. x\nb. y\n\n1. c\n    i. d\n    ii. e\n\n(1) f\n(2) g\n');
  expect(slides).toContain('a. x\\\nb. y\n\n1. c\\\n    i. d\\\n    ii. e\n\n(1) f\\\n(2) g');
  const deck = importText('quarto', `${HEAD}## A\n\ni)  x\n\n    more\n\nii) y\n    - z\n`);
  expect(writtenOf(deck)).toContain('1)  x\n\n    more\n\n2)  y\n    - z');
  expect(reportOf(deck)).toContain('8:1 approximated: i) x -> a list with numbers');
  expect(read('## A\n\nB. Russell\nwas here\n\n1. x\n2. y\n\ntext\na. b\n')).toContain(
    'B. Russell\nwas here\n\n1. x\n2. y\n\ntext\na. b',
  );
});

test('divisions as elements of HTML are divisions, and notes are on no slide', () => {
  const deck = importText(
    'quarto',
    `${HEAD}## A\n\n<div class="notes">\nSay it.\n</div>\n\n<div class="columns">\n<div class="column" style="width: 30%">\nx\n</div>\n<div class="column">\ny\n</div>\n</div>\n\n<div class="own">\nz\n</div>\n`,
  );
  const slides = writtenOf(deck).replaceAll(/\n{2,}/g, '\n');
  expect(slides).toContain('::: columns\n::: column\nx\n:::\n::: column\ny\n:::\n:::');
  expect(slides).toContain('<div class="own">\nz\n</div>\n<!--\nSay it.\n-->');
});

test('a formula may follow a letter, and prices are no formulas', () => {
  expect(read('## A\n\ndetour$^2$ and US$5\n')).toContain('detour&#8288;$^2$ and US$5');
});

test('variables of a page have their values in the rules of its classes', () => {
  const text =
    '---\ntitle: T\nformat:\n  revealjs:\n    css: [a.css, b.css]\n---\n\n## A {.deep}\n\n[b]{.ebb}\n';
  const deck = importText('quarto', text, {
    'a.css': ':root { --sea: var(--blue); --blue: #00f; --none: 1px; }',
    'b.css': '.ebb { color: var(--sea); }\ndiv.slide-background.deep { background-color: #012; }',
  });
  expect(deck.css).toContain('section { --sea: var(--blue); --blue: #00f; }');
  expect(writtenOf(deck)).toContain('background: "#012"');
});

test('places on a slide of Quarto are those on a slide of a talk, also for a size of its own', () => {
  const deck = (size: string) =>
    writtenOf(
      importText(
        'quarto',
        `---\ntitle: T\nformat:\n  revealjs:\n    theme: simple${size}\n---\n\n## A\n\n![](a.png){.absolute top=450 left=800 width=200}\n\n:::{.absolute style="top:450px;left:800px;font-size:36px"}\nx\n:::\n`,
      ),
    );
  expect(deck('\n    width: 1600\n    height: 900')).toContain(
    'top: 360px; left: 640px; width: 160px',
  );
  expect(deck('\n    width: 1600\n    height: 900')).toContain(
    'top:360px;left:640px;font-size:36px',
  );
  expect(deck('')).toContain('top: 463px; left: 975px; width: 206px');
});

test('a cell of a table with a division is for Pandoc to read, or left to do', () => {
  const deck = importText(
    'quarto',
    `${HEAD}## A\n\n+-----------+\n| ::: {.x}  |\n| a         |\n| :::       |\n+-----------+\n`,
  );
  expect(reportOf(deck).join('\n')).toContain('manual: +-----------+');
});

test('spans in cells of tables drawn with signs are elements', () => {
  const slides = read(
    '## A\n\n  Right     Left\n-------     ------\n     12     [a]{.fragment} `[x]{.r}`\n      1     b\n\n+-----------+-------+\n| A         | B     |\n+===========+=======+\n| [a]{.ul}  | [b]{} |\n+-----------+-------+\n',
  );
  expect(slides).toContain('| 12 | <span class="fragment">a</span> `[x]{.r}` |');
  expect(slides).toContain('| <u>a</u> | b |');
});

test('a caption right before the end of a division is a caption', () => {
  const slides = read('## A\n\n::: {.own}\n| x |\n|---|\n| 1 |\n\n: Depths\n:::\n');
  expect(slides).toContain('<small>Depths</small>\n\n</div>');
});
