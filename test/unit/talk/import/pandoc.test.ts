import { expect, test } from 'vitest';
import { findSlideLevel } from '../../../../src/talk/import/dialects/pandoc/pandoc-slides.ts';
import type { Dialect } from '../../../../src/talk/model/import/imported-deck.ts';
import { importText, reportOf, slidesOf } from '../../../support/import.ts';

const read = (text: string, dialect: Dialect = 'pandoc', files?: Record<string, string>) =>
  importText(dialect, text, files);
/** The slides of a deck without front matter. */
const slides = (text: string): string => slidesOf(read(text));

test('lines of a title and front matter go to the talk, which begins with a cover', () => {
  const deck = read(
    '% Harbours\n  of the north\n% Ada Holm; Bo Lind\n% 18 September 2024\n\n# Quay\n\ntext\n',
  );
  expect(deck.text).toBe(
    '---\ntitle: Harbours of the north\nspeaker: Ada Holm, Bo Lind\ndate: 2024-09-18\n---\n\n---\nlayout: cover\n---\n\n---\n\n# Quay\n\ntext\n',
  );
});

test.for([
  ['# A\n\ntext\n', 1],
  ['# A\n\n## B\n\ntext\n', 2],
  ['# A\n\n## B\n\ntext\n\n# C\n\ntext\n', 1],
  ['# A\n\n```text\n# no\n```\n', 1],
  ['no heading\n', 1],
] as const)('the slide level of %j is %i', ([text, level]) => {
  expect(findSlideLevel(text)).toBe(level);
});

test('headings cut slides, those above the level make sections, and rules cut as well', () => {
  expect(
    slides('# Part\n\n## A\n\n### a\n\ntext\n\n---\n\nno title\n\n## B {#bee .wide}\n\ntext\n'),
  ).toBe(
    '---\nlayout: section\n---\n\n# Part\n\n---\n\n## A\n\n### a\n\ntext\n\n---\n\nno title\n\n---\nid: bee\nclass: wide\n---\n\n## B\n\ntext\n',
  );
});

test('a heading within a division cuts nothing', () => {
  expect(slides('# A\n\n::: {.callout-note}\n# Mind\n\nthe gap\n:::\n')).toBe(
    '---\nlayout: default\n---\n\n# A\n\n> **Mind**\n>\n> the gap\n',
  );
});

test('attributes of a heading become keys', () => {
  expect(slides('# {background-image="a.jpg" visibility="hidden"}\n\ntext\n')).toBe(
    '---\nbackground: /assets/harbours/a.jpg\nvisibility: hidden\n---\n\ntext\n',
  );
  expect(reportOf(read('# A {data-foo="1"}\n\ntext\n'))).toEqual([
    '1:4 dropped: {data-foo="1"} -> data-foo: slides have no setting for this.',
  ]);
});

test('notes in every form are notes', () => {
  expect(slides('# A\n\n::: notes\nSay\n\nit.\n:::\n\ntext\n')).toBe(
    '---\n\n# A\n\ntext\n\n<!--\nSay\n\nit.\n-->\n',
  );
  expect(slides('# A\n\n<!-- no note -->\n')).toBe('---\n\n# A\n\n<!-- // no note -->\n');
});

test('steps in every form are steps', () => {
  expect(slides('# A\n\none\n\n. . .\n\ntwo\n')).toContain('one\n\n<!-- pause -->\n\ntwo');
  expect(slides('# A\n\n::: incremental\n\n- one\n\n:::\n')).toBe(
    '---\nincremental: true\n---\n\n# A\n\n- one\n',
  );
  expect(slides('# A\n\n[later]{.fragment}\n')).toContain('<span class="fragment">later</span>');
  expect(slides('# A\n\n::: {.fragment}\nlater\n:::\n')).toContain(
    '<div class="fragment">\n\nlater\n\n</div>',
  );
  expect(slidesOf(read('---\nincremental: true\n---\n\n# A\n\n- one\n'))).toContain(
    'incremental: true',
  );
});

test('columns are columns, with their shares of the width where these differ', () => {
  const of = (first: string, second: string): string =>
    slides(
      `# A\n\n:::: {.columns}\n\n::: {.column width="${first}"}\nL\n:::\n\n::: {.column width="${second}"}\nR\n:::\n\n::::\n`,
    );
  expect(of('40%', '60%')).toBe(
    '---\n\n# A\n\n::: columns\n\n::: column 40%\nL\n:::\n\n::: column 60%\nR\n:::\n\n:::\n',
  );
  expect(of('45%', '45%')).toContain('::: column\nL\n:::\n\n::: column\nR\n');
});

test('other divisions and spans keep their classes and their style, and hidden ones lose their content', () => {
  expect(slides('# A\n\n::: {.box style="color: teal"}\nkept\n:::\n')).toBe(
    '---\n\n# A\n\n<div class="box" style="color: teal">\n\nkept\n\n</div>\n',
  );
  expect(slides('# A\n\n[low]{.ebb} and [high]{style="color: teal"}\n')).toContain(
    '<span class="ebb">low</span> and <span style="color: teal">high</span>',
  );
  expect(slides('# A\n\n::: {.smaller}\nkept\n:::\n')).toBe('---\n\n# A\n\nkept\n');
  expect(slides('# A\n\n::: {.box}\n::: columns\n::: {.column}\na\n:::\n:::\n:::\n')).not.toContain(
    '<div',
  );
  expect(slides('# A\n\n::: {.content-hidden}\ngone\n:::\n')).toBe('---\n\n# A\n');
  expect(slides('# A\n\n::: aside\nsource\n:::\n')).toContain(
    'source\n<!-- .element: class="refs" -->',
  );
});

test.for([
  ['![Boat](a.png)', '![Boat](/assets/harbours/a.png "Boat")'],
  ['![Boat](a.png){width=50%}', '![Boat](/assets/harbours/a.png "Boat"){width=50%}'],
  ['![](a.png){height=2in fig-alt="A boat"}', '![A boat](/assets/harbours/a.png){height=192px}'],
  ['In text ![b](a.png).', 'In text ![b](/assets/harbours/a.png).'],
] as const)('%s becomes %s', ([written, picture]) => {
  expect(slides(`# A\n\n${written}\n`)).toBe(`---\n\n# A\n\n${picture}\n`);
});

test.for([
  ['{.rust}', 'rust'],
  ['{.c .numberLines startFrom="9" code-line-numbers="1|2-3"}', 'c {9|10-11} {startLine=9}'],
  ['{.sh filename="a.sh"}', 'sh {title="a.sh"}'],
] as const)('the fence %s is %s', ([written, info]) => {
  expect(slides(`# A\n\n\`\`\`${written}\na\nb\nc\n\`\`\`\n`)).toContain(
    `\`\`\`${info}\na\nb\nc\n`,
  );
});

test('cells are shown and not run, and diagrams are diagrams', () => {
  const deck = read(
    '# A\n\n```{python}\n#| fig-cap: x\nplot()\n```\n\n```{r}\n#| include: false\nsetup()\n```\n\n```{mermaid}\ngraph LR\n```\n',
    'quarto',
  );
  expect(slidesOf(deck)).toContain(
    '```python\nplot()\n```\n\n<div class="left-out">Output of Python code: x</div>\n\n```mermaid\ngraph LR\n```',
  );
  expect(reportOf(deck).filter((line) => line.includes('manual'))).toEqual([
    '3:1 manual: ```{python} #| fig-cap: x plot() ``` -> Code of a deck is not run: put what it prints or draws on the slide.',
  ]);
});

test('parts for one format are taken or left out', () => {
  const deck = read('# A\n\n```{=html}\n<b>kept</b>\n```\n\n```{=latex}\n\\gone\n```\n');
  expect(slidesOf(deck)).toBe('---\n\n# A\n\n<b>kept</b>\n');
  expect(reportOf(deck)[1]).toContain('It is for latex alone.');
});

test('tables drawn with signs become tables', () => {
  expect(
    slides(
      '# A\n\n+-----+-----+\n| a   | b   |\n+=====+=====+\n| one | two |\n|     | 2   |\n+-----+-----+\n',
    ),
  ).toContain('| a | b |\n| --- | --- |\n| one | two 2 |');
  expect(slides('# A\n\n  Name   Size\n ------ ------\n  boat   9\n')).toContain(
    '| Name | Size |\n| --- | --- |\n| boat | 9 |',
  );
  const wide = read(
    '# A\n\n+-----+-----+\n| a         |\n+-----+-----+\n| b   | c   |\n+-----+-----+\n',
  );
  expect(reportOf(wide)[0]).toContain('Cells of this table go over several rows or columns.');
});

test('lines with | at their starts keep their ends', () => {
  expect(slides('# A\n\n| one\n|   two\n')).toContain('one\\\ntwo');
  expect(slides('# A\n\n| a | b |\n| - | - |\n| 1 | 2 |\n')).toContain('| a | b |\n| - | - |');
});

test('LaTeX for beamer is translated, except in code and formulas', () => {
  expect(
    slides(
      '# A\n\n\\textbf{bold} \\emph{it} `\\textbf{no}`\n\n\\pause\n\n\\includegraphics[width=0.5\\textwidth]{a.png}\n',
    ),
  ).toBe(
    '---\n\n# A\n\n**bold** *it* `\\textbf{no}`\n\n<!-- pause -->\n\n![](/assets/harbours/a.png){width=50%}\n',
  );
  expect(
    slides(
      '# A\n\n\\begin{columns}\n\\column{0.5\\textwidth}\nL\n\\column{0.5\\textwidth}\nR\n\\end{columns}\n',
    ),
  ).toContain('::: columns\n\n\n::: column\n\nL\n\n:::\n\n::: column\n\nR\n\n:::\n\n:::');
});

test('headings underlined with dashes are headings', () => {
  expect(slides('A\n=\n\ntext\n')).toBe('---\n\n# A\n\n\ntext\n');
  expect(slides('A\n---\n\ntext\n')).toBe('---\n\n## A\n\n\ntext\n');
});

test('files are included, and those that are missing or go in a circle are named', () => {
  const deck = read('## A\n\n{{< include _b.qmd >}}\n', 'quarto', {
    '_b.qmd': '---\nx: 1\n---\nbody\n',
  });
  expect(slidesOf(deck)).toBe('---\n\n## A\n\nbody\n');
  expect(reportOf(read('## A\n\n{{< include no.qmd >}}\n\n{{< other x >}}\n', 'quarto'))).toEqual([
    '3:1 manual: {{< include no.qmd >}} -> There is no such file beside the deck.',
    '5:1 manual: {{< other x >}} -> This shortcode has no equal here; it is left out.',
  ]);
  const circle = { '_c.qmd': '{{< include _c.qmd >}}\n' };
  expect(reportOf(read('## A\n\n{{< include _c.qmd >}}\n', 'quarto', circle))[1]).toContain(
    'bring in each other',
  );
});

test('a dark theme makes a dark talk, and the shape of slides is kept', () => {
  const deck = read(
    '---\nformat:\n  revealjs:\n    theme: [moon, own.scss]\naspectratio: 43\n---\n\n## A\n',
    'quarto',
  );
  expect(deck.text).toContain('dark: true\n');
  expect(deck.text).toContain('aspect: 4:3\n');
});

test('slides that animate in pairs glide from the second on', () => {
  expect(
    slides('## A {auto-animate=true}\n\na\n\n## A {auto-animate=true}\n\nb\n\n## C\n\nc\n'),
  ).toBe('---\n\n## A\n\na\n\n---\ntransition: morph\n---\n\n## A\n\nb\n\n---\n\n## C\n\nc\n');
});

test('a faint picture behind a slide is left out and named', () => {
  const deck = read(
    '## A {background-image="a.png" background-opacity="0.2"}\n\na\n\n## B {background-image="b.png" background-size="contain"}\n\nb\n',
  );
  expect(slidesOf(deck)).toBe(
    '---\n\n## A\n\na\n\n---\nbackground: /assets/harbours/b.png\n---\n\n## B\n\nb\n',
  );
  expect(
    reportOf(deck)
      .filter((line) => !line.includes('translated'))
      .map((line) => line.split(':')[2]?.slice(0, 20)),
  ).toHaveLength(2);
});

test('marks, dashes and icons of brands are those of a talk', () => {
  expect(
    slides('## A\n\nH~2~O and x^2^, 1701--1761 --- so.\n\n`a--b` {{< fa brands github >}}\n'),
  ).toBe(
    '---\n\n## A\n\nH<sub>2</sub>O and x<sup>2</sup>, 1701\u20131761 \u2014 so.\n\n`a--b` :simple-icons-github:\n',
  );
});

test('signs of affiliations stand behind the names', () => {
  expect(
    read('---\ntitle: "`a` B"\nauthor: Ada^1,2^, Grace\\inst{1}\n---\n\n# A\n').text,
  ).toContain('title: a B\nspeaker: Ada¹,², Grace\n');
});

test('front matter that cannot be read is named', () => {
  expect(reportOf(read('---\nslide-level: 2\ntitle: [\n---\n\n# A\n'))[0]).toContain(
    '2:1 manual: slide-level: 2',
  );
});

test('words and a logo at the foot come along, also from the settings of a format', () => {
  const head =
    'format:\n  revealjs:\n    footer: "[Harbours](https://example.org)"\n    logo: img/logo.svg\n';
  const deck = read(`---\n${head}---\n\n## A\n\ntext\n`, 'quarto');
  expect(deck.text).toContain('footer: Harbours\nlogo: /assets/harbours/img/logo.svg\n');
  expect(deck.files.map(({ to }) => to)).toEqual(['assets/harbours/img/logo.svg']);
});

test('environments of LaTeX become formulas and lists; drawings are named', () => {
  expect(slides('# A\n\n\\begin{align}\na &= b\n\\end{align}\n')).toContain(
    '$$\n\\begin{align}\na &= b\n\\end{align}\n$$',
  );
  expect(slides('# A\n\n\\begin{itemize}\n\\item one\n\\item[x] two\n\\end{itemize}\n')).toContain(
    '- one\n- **x** two\n',
  );
  const deck = read('# A\n\n\\begin{tikzpicture}\n\\draw (0,0);\n\\end{tikzpicture}\n');
  expect(slidesOf(deck)).toBe('---\n\n# A\n');
  expect(reportOf(deck)).toEqual([
    '3:1 manual: \\begin{tikzpicture} \\draw (0,0); \\end{tikzpicture} -> LaTeX draws this tikzpicture, and nothing here does: put a picture or a table in its place.',
  ]);
});

test('the title of a block of beamer stays, and commands that are not known are named', () => {
  expect(slides('# A\n\n\\begin{block}{Tides}\nb\n\\end{block}\n')).toContain('**Tides**\n');
  expect(reportOf(read('# A\n\n\\quayside{1}\n'))).toEqual([
    '3:1 dropped: \\quayside{1} -> This command of LaTeX has no equal here.',
  ]);
});

test('commands in formulas over several lines are left alone', () => {
  expect(slides('# A\n\n$$\n\\textbf{x}\n$$\n')).toContain('$$\n\\textbf{x}\n$$');
});

test('columns without the command that opens them end with the slide', () => {
  expect(slides('# A\n\n\\column{0.5\\textwidth}\n\na\n\n\\column{0.5\\textwidth}\n\nb\n')).toBe(
    '---\n\n# A\n\n\n::: columns\n\n::: column\n\n\na\n\n\n:::\n\n::: column\n\n\nb\n\n:::\n\n:::\n',
  );
});

test('code in a list may stand further left than its fence', () => {
  expect(slides('# A\n\n* a:\n  ```rust\nfn a() {\n    b\n}\n```\n\nc\n')).toContain(
    '* a:\n  ```rust\n  fn a() {\n      b\n  }\n  ```\n',
  );
});

test('a division that is never closed holds no slides', () => {
  expect(read('# A\n\n::: {.box}\n\na\n\n---\n\nb\n\n::: {.c}\nc\n:::\n').slides.total).toBe(2);
});

test('metadata may stand below other text, and a rule is none', () => {
  const deck = read('/* A licence. */\n\n---\ntitle: Harbours\n---\n\n# A\n\na\n\n---\n\nb\n');
  expect(deck.text).toContain('title: Harbours\n');
  expect(slidesOf(deck)).toBe(
    '---\nlayout: cover\n---\n\n---\n\n/* A licence. */\n\n---\n\n# A\n\na\n\n---\n\nb\n',
  );
});

test('attributes behind a fence are no cell, and escaped signs in typed words are plain', () => {
  expect(slides('# A\n\n~~~ {language=Rust numbers=left}\na\n~~~\n')).toContain('~~~ rust\na\n');
  expect(slides('# A\n\n\\texttt{a\\_b}\n')).toContain('`a_b`');
});

test('an aside within columns goes to the foot of the slide, and a stack stays one', () => {
  const deck = read(
    '# A\n\n:::: columns\n::: column\na\n:::\n::: aside\nb\n:::\n::::\n\n::: {.r-stack}\n![](a.png)\n\n![](b.png)\n:::\n',
    'quarto',
  );
  expect(slidesOf(deck)).toMatch(
    /:::\n+<div class="r-stack">[^]*<\/div>\n\nb\n<!-- \.element: class="refs" -->/,
  );
});

test('commands of LaTeX may hold code', () => {
  expect(slidesOf(read('# Quay\n\nA \\underline{`a` and $b$} of \\textbf{`c`}.\n'))).toContain(
    'A <u>`a` and $b$</u> of **`c`**.',
  );
});

test('the file by which a deck is built may say which headings begin slides', () => {
  const text = '# Part\n\nWords.\n\n## Quay\n\na\n\n## Pier\n\nb\n';
  const built = (command: string) => importText('pandoc', text, { Makefile: command }).slides.total;
  expect(built('slides:\n\tpandoc $< -t beamer \\\n\t--slide-level 2 -o $@\n')).toBe(3);
  expect(built('slides:\n\tpandoc $< -o $@\n')).toBe(1);
});

test('pictures that Quarto places on the slide keep that place, unless it is outside of the slide', () => {
  const deck = read(
    '## Quay\n\n![A boat](a.png){.absolute top=0 right="10" width="105"}\n',
    'quarto',
  );
  expect(slidesOf(deck)).toContain(
    'alt="A boat" style="position: absolute; top: 0px; right: 12px; width: 108px">',
  );
  expect(reportOf(deck).join()).not.toContain('dropped');
  const outside = read('## Quay\n\n![A boat](a.png){.absolute top=-20}\n', 'quarto');
  expect(reportOf(outside).join()).toContain('top: no option of a picture.');
});

test('a picture that no browser shows has a placeholder', () => {
  expect(read('# Quay\n\n![A plan](plan.pdf)\n', 'pandoc', { 'plan.pdf': '' }).text).toContain(
    'placeholders: true',
  );
});

test('cells show their code where the deck or its project says so, and name what they would print', () => {
  const cell = '## A\n\n```{r}\nprint(tide)\n```\n';
  const head = '---\nformat: revealjs\n---\n\n';
  const read = (text: string, files?: Record<string, string>): string =>
    slidesOf(importText('quarto', `${head}${text}`, files));
  expect(read(cell)).toContain('<div class="left-out">Output of R code: print(tide)</div>');
  expect(read(cell, { '../_quarto.yml': 'execute:\n  echo: true\n' })).toContain(
    'print(tide)\n```',
  );
  const setup = '```{r}\n#| include: false\nknitr::opts_chunk$set(\n  echo = TRUE\n)\n```\n\n';
  expect(read(`## B\n\n${setup}${cell}`)).toContain('```r\nprint(tide)\n```');
});

test('a cell has the pictures that it drew, by its label or its number', () => {
  const text =
    '---\nformat: revealjs\n---\n\n## A\n\n```{r}\n#| label: fig-ebb\nplot(ebb)\n```\n\n```{python}\nplot(flood)\n```\n';
  const slides = slidesOf(
    importText('quarto', text, {
      'deck_files/figure-revealjs/fig-ebb-1.png': '',
      'deck_files/figure-revealjs/fig-ebb-2.png': '',
      'deck_files/figure-revealjs/cell-3-output-1.svg': '',
    }),
  );
  for (const name of ['fig-ebb-1.png', 'fig-ebb-2.png', 'cell-3-output-1.svg'])
    expect(slides).toContain(`![](/assets/harbours/deck_files/figure-revealjs/${name})`);
  expect(slides).not.toContain('left-out');
});

test('code in words and tags is named, and what it would name has a labelled place', () => {
  const deck = importText(
    'quarto',
    '---\nformat: revealjs\n---\n\n## A\n\n`r x`, `{python} y`, ![Buoy](`r z`), [chart](`r u`) `r emo::ji("boat")`\n\n<a href="`r u`">sea</a> <b style="`r s`">b</b> <img src="`r i`">\n',
  );
  expect(slidesOf(deck)).toContain(
    '`r x`, `{python} y`, <span class="left-out">Buoy</span>, chart :boat:\n\nsea <b >b</b> <span class="left-out">Picture of i</span>',
  );
  expect(reportOf(deck).filter((line) => line.includes('would compute this'))).toHaveLength(7);
});

test('a picture of a computed address is that of the strings in the code', () => {
  const deck = importText(
    'quarto',
    '---\nformat: revealjs\n---\n\n## A\n\n![Buoy](`r here::here("img", "a.png")`)\n\n<img src="`r file("b.png")`" width="9">\n',
  );
  expect(slidesOf(deck)).toContain('![Buoy](/assets/harbours/img/a.png');
  expect(slidesOf(deck)).toContain('<img src="/assets/harbours/b.png" width="9">');
  expect(reportOf(deck).join()).toContain('R computes the address; b.png is taken for it.');
});

test('a cell that goes over several lines, or shows another one, is not taken for a silent one', () => {
  const report = (code: string, options = ''): string =>
    reportOf(
      importText(
        'quarto',
        `---\nformat: revealjs\n---\n\n## A\n\n\`\`\`{r${options}}\n${code}\n\`\`\`\n`,
      ),
    )
      .slice(1)
      .join();
  for (const code of [
    'p +\n  theme(a = 1,\n        b = none())',
    'a <- 1\na',
    "f('#')\n  %>%\n  g(a = 1)",
  ])
    expect(report(code)).toContain('Code of a deck is not run');
  for (const code of ['a <- f(\n  b = 1\n)', 'a = 1 # b', 'library(x)', 'f(a) -> b'])
    expect(report(code)).toContain('It prints and draws nothing.');
  expect(report('', ", ref.label='a'")).toContain('Code of a deck is not run');
});

test('pictures of cells without a name are those of cells that draw, and hidden ones stay hidden', () => {
  const show = (fence: string): string =>
    slidesOf(
      importText('quarto', `---\nformat: revealjs\n---\n\n## A\n\n${fence}\n\`\`\`\n`, {
        'deck_files/figure-html/unnamed-chunk-1-1.png': '',
        'deck_files/figure-html/ebb-1.png': '',
      }),
    );
  expect(show('```{r}\nplot(a)')).toContain('unnamed-chunk-1-1.png');
  expect(show('```{r}\nsummary(a)')).not.toContain('unnamed-chunk-1-1.png');
  expect(show('```{r ebb}\nprint(a)')).toContain('ebb-1.png');
  expect(show("```{r ebb, fig.show='hide'}\nprint(a)")).not.toContain('ebb-1.png');
  expect(show("```{r ref.label='ebb'}\n")).toContain('ebb-1.png');
});

test('the cover has the ground of the title slide; smaller pictures are left to the author', () => {
  const read = (head: string) => importText('quarto', `---\ntitle: A\n${head}\n---\n\n## B\n`);
  const attributes = 'title-slide-attributes:\n  data-background-';
  const whole = read(`${attributes}image: a.png`);
  expect(slidesOf(whole)).toContain('background: /assets/harbours/a.png');
  expect(reportOf(whole)[0]).toContain('translated');
  for (const head of [
    'titlegraphic: a.png',
    `${attributes}image: a.png\n  data-background-size: 9%`,
  ]) {
    expect(slidesOf(read(head))).not.toContain('a.png');
    expect(reportOf(read(head)).join()).toContain('manual: ');
    expect(reportOf(read(head)).join()).toContain('Put this picture on the cover.');
  }
});

test('a picture in the title is named', () => {
  const deck = importText(
    'quarto',
    '---\ntitle: Tides <img src="a.png">\nformat: revealjs\n---\n\n## A\n',
  );
  expect(deck.text).toContain('title: Tides\n');
  expect(reportOf(deck)[0]).toContain('its words, without the picture in them');
});

test('spans around words with marks of their own are elements; empty ones are left out', () => {
  const read = (text: string): string =>
    slidesOf(importText('quarto', `---\nformat: revealjs\n---\n\n## A\n\n${text}\n`));
  expect(read('[**Low**]{.ebb} and [*a* b]{style="color: teal"}')).toContain(
    '<span class="ebb">**Low**</span> and <span style="color: teal">*a* b</span>',
  );
  expect(read('a []{style="color: teal"}[**b**]{.fragment}')).toContain(
    'a <span class="fragment">**b**</span>',
  );
  expect(read('[**a**](b.html){.x}')).toContain('<span class="x">[**a**](b.html)</span>\n');
  expect(read('[a](b.html){target="_blank"}')).toContain('\n[a](b.html)\n');
});

test('code in the keys of a deck is named and left out', () => {
  const deck = importText(
    'quarto',
    '---\ntitle: A\nauthor: "Bo `r fa(\'x\')`"\nformat: revealjs\n---\n\n## B\n',
  );
  expect(deck.text).toContain('speaker: Bo\n');
  expect(reportOf(deck)[0]).toContain('R would compute a part of this; write what it gives.');
});

test('cells that show another text are named, and those that are text are text', () => {
  const read = (cell: string) =>
    importText('quarto', `---\nformat: revealjs\n---\n\n## A\n\n${cell}\n`);
  expect(slidesOf(read('```{verbatim}\n#| code: !expr x\n```'))).toContain('left-out');
  expect(slidesOf(read('```{asis}\nAs **is**\n```'))).toContain('## A\n\nAs **is**');
});

test('a command in a heading that only LaTeX knows is left out and named', () => {
  const deck = importText('pandoc', '# A\n\n## Next \\logo (2/2) and $\\alpha$ `\\code`\n\ntext\n');
  expect(slidesOf(deck)).toContain('## Next  (2/2) and $\\alpha$ `\\code`');
  expect(reportOf(deck).join()).toContain(
    'dropped: \\logo -> This command of LaTeX has no equal here.',
  );
});

test('rules within divisions begin no slide, and cells in lists stay in their item', () => {
  const ruled = importText('pandoc', '# A\n\n::: box\n-----\n:::\n\nb\n\n# C\n');
  expect(ruled.slides.total).toBe(2);
  expect(slidesOf(ruled)).toContain('\n***\n');
  const listed = importText(
    'quarto',
    '---\nformat: revealjs\n---\n\n## A\n\n- one\n\n    ```{r}\n    #| echo: true\n    f(\n\n    a)\n    ```\n',
  );
  expect(slidesOf(listed)).toContain('- one\n\n    ```r\n    f(\n\n    a)\n    ```');
});

test('pictures in elements have their size in pixels', () => {
  expect(
    slidesOf(importText('pandoc', '# A\n\n<div class="b">\n![](a.png){width=2cm}\n</div>\n')),
  ).toContain('{width=76px}');
});

test('commands of LaTeX behind a backslash are words, and signs of LaTeX are signs', () => {
  expect(
    slidesOf(
      importText('pandoc', '# A\n\nuse \\\\center, \\\\large and so on\\dots in \\LaTeX{}\n'),
    ),
  ).toContain('use \\\\center, \\\\large and so on… in LaTeX');
  expect(slidesOf(importText('pandoc', '# A\n\n\\center words $a \\dots b$\n'))).toContain(
    'words $a \\dots b$',
  );
});

test('groups of LaTeX that set the size of words are their words', () => {
  const deck = importText('pandoc', '# A\n\n{\\Huge Thank you}\\\\[0.5em] {\\bf all} and {x}\n');
  expect(slidesOf(deck)).toContain('Thank you<br> all and {x}');
  expect(reportOf(deck).join('\n')).toContain('approximated: {\\Huge Thank you} -> Thank you');
});

test('headings without anything below them each begin a slide', () => {
  expect(findSlideLevel('# A\n\n## B\n\n## C\n\n# D\n')).toBe(2);
  expect(findSlideLevel('# A\n\nwords\n\n## B\n')).toBe(1);
});
