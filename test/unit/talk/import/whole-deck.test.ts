import { expect, test } from 'vitest';
import type { Dialect } from '../../../../src/talk/model/import/imported-deck.ts';
import { importText, reportOf, slidesOf } from '../../../support/import.ts';

const slides = (dialect: Dialect, text: string, files?: Record<string, string>): string =>
  slidesOf(importText(dialect, text, files));

test.each(['marp', 'quarto', 'pandoc', 'remark'] as const)(
  '%s: a link finds its definition on another slide',
  (dialect) => {
    const found = slides(
      dialect,
      '# A\n\nSee [the quay] and [it][Quay 2], not `[the quay]`.\n\n---\n\n# B\n\n[the quay]: a.md\n[quay 2]: b.md\n',
    );
    const [first = ''] = found.split('# B');
    expect(first).toContain('\n[the quay]: a.md\n\n[quay 2]: b.md\n');
  },
);

test('a program that reads slide by slide shares no definitions', () => {
  expect(slides('slidev', '---\n---\n\n# A\n\n[quay]\n\n---\n\n# B\n\n[quay]: a.md\n')).toBe(
    '---\n\n# A\n\n[quay]\n\n---\n\n# B\n\n[quay]: a.md\n',
  );
});

test('a footnote goes to the slide that has its mark', () => {
  const found = slides('quarto', '## A\n\nWords[^1].\n\n## B\n\n[^1]: Of the harbour.\n\nMore.\n');
  expect(found).toContain('Words[^1].\n\n[^1]: Of the harbour.\n');
  expect(found.split('## B')[1]).not.toContain('[^1]');
});

test('commands for formulas become macros of the talk', () => {
  const deck = importText(
    'pandoc',
    '---\nheader-includes:\n  - \\newcommand{\\tide}[1]{\\mathbf{#1}}\n  - \\newcommand{\\unused}{x}\n---\n\n# A\n\n$\\renewcommand{\\vec}{\\mathbf}$\n\n$$\\tide{a} \\vec b \\depth$$\n\n`\\newcommand{\\code}{x}`\n\n\\DeclareMathOperator{\\depth}{depth}\n',
  );
  expect(deck.text).toContain(
    'macros: |\n  \\tide = \\mathbf{#1}\n  \\vec = \\mathbf\n  \\depth = \\operatorname{depth}\n',
  );
  expect(slidesOf(deck)).not.toMatch(/renewcommand|DeclareMath|\$\$\s*\$\$/);
  expect(deck.text).toContain('placeholders: true');
});

test('commands come from the file that a deck names', () => {
  const head = 'output:\n  beamer_presentation:\n    includes:\n      in_header: tides.tex';
  const deck = importText('quarto', `---\n${head}\n---\n\n## A\n\n$\\ebb$\n`, {
    'tides.tex': '\\newcommand{\\ebb}{\\downarrow}\n',
  });
  expect(deck.text).toContain('\\ebb = \\downarrow');
});

test('ids are those that a talk can have, each once, and links follow', () => {
  const page = `<div class="reveal"><div class="slides">
<section id="pier.one"><h2>A</h2><p><a href="#/pier.one">x</a></p></section>
<section id="2"><h2>B</h2></section>
<section id="2"><h2>C</h2></section>
</div></div>`;
  const found = slides('reveal', page);
  expect(found).toContain('id: pier-one\n');
  expect(found).toContain('href="#/pier-one"');
  expect(found.match(/id: slide-2\n/g)).toHaveLength(1);
});

test('rules of a page for the classes of its slides come along, without those for whole pages', () => {
  const page = `<html><head><link rel="stylesheet" href="css/reveal.css"><link rel="stylesheet" href="own.css">
<link rel="stylesheet" href="gone.css"><style>body { color: red } .reveal .tall, .other { height: 9em }</style></head>
<body><div class="reveal"><div class="slides"><section><h2>A</h2><p class="tall quay">x</p></section></div></div></body></html>`;
  const deck = importText('reveal', page, {
    'own.css':
      '.reveal section .quay { top: 1px; position: fixed } .unused { top: 2px } .quay.fragment { top: 3px }',
  });
  expect(deck.css).toContain('.quay { top: 1px; position: absolute }');
  expect(deck.css).toContain('.tall { height: 9em }');
  expect(deck.css).not.toMatch(/red|unused|fragment|other/);
  expect(reportOf(deck).join('\n')).toContain('dropped: gone.css -> This stylesheet is not beside');
});

test('the stylesheets of remark are those of its page and of its head', () => {
  const page =
    '<html><head><style>.inverse { background: black }</style></head><body><textarea id="source">\nclass: inverse\n\n# A\n</textarea></body></html>';
  expect(importText('remark', page).css).toContain('.inverse { background: black }');
  const text =
    '---\noutput:\n  xaringan::moon_reader:\n    css: [default, own.css]\n---\n\n# A\n\n.quay[x]\n';
  expect(importText('remark', text, { 'own.css': '.quay { color: red }' }).css).toContain(
    '.quay { color: red }',
  );
});

test('classes called as those of talks have another name', () => {
  const deck = importText(
    'marp',
    '---\nmarp: true\nstyle: ".block { color: red }"\n---\n\n# A\n\n<div class="block tall">x</div>\n\n`<div class="block">`\n',
  );
  expect(slidesOf(deck)).toContain('<div class="deck-block tall">x</div>\n\n`<div class="block">`');
  expect(deck.css).toBe('.deck-block { color: red }');
});

test('addresses with blanks are those of pictures', () => {
  expect(slides('pandoc', '# A\n\n![Quay](the old quay.png){width=80%}\n')).toContain(
    '](</assets/harbours/the%20old%20quay.png> "Quay"){width=80%}',
  );
  expect(slides('marp', '# A\n\n![Quay](quay.png "The old.png")\n')).toContain('"The old.png"');
});

test('the fence that is open at the end of a quotation is closed', () => {
  expect(slides('reveal', '# A\n\n> ```c\nint a;\n')).toContain('> ```c\n> ```\nint a;');
});

test('a file at an address of the machine of its author is looked for beside the deck', () => {
  const deck = importText(
    'deckset',
    '# A\n\n![](file:///Users/ada/quay/boat.png)\n\n---\n\n# B\n\n![inline](C:\\quay\\tide.png)\n\n<img src="file:///home/ada/pier.png">\n',
  );
  expect(deck.files.map(({ from }) => from)).toEqual(['boat.png', 'tide.png', 'pier.png']);
  expect(deck.text).not.toMatch(/file:|C:/);
});

test.each(['slidev', 'marp', 'reveal', 'deckset', 'remark'] as const)(
  '%s: a title above a quotation stays a title, and a quotation alone is one',
  (dialect) => {
    expect(slides(dialect, '# A\n\n> Ebb\n')).toContain('layout: default\n---\n\n# A\n');
    expect(slides(dialect, '> Ebb\n')).not.toContain('layout: default');
    expect(slides(dialect, '# A\n\n- b\n\n> Ebb\n')).not.toContain('layout: default');
  },
);

test('rules for the parts of a slide hold for them within the elements of a talk', () => {
  const deck = importText(
    'marp',
    '---\nmarp: true\nstyle: "section.lead > .quay, ul > li { top: 0 }"\n---\n\n# A\n\n<style scoped>\nsection > p { top: 1px }\n</style>\n\nB\n',
  );
  expect(deck.css).toContain('section.lead .quay, ul > li { top: 0 }');
  expect(slidesOf(deck)).toContain(':root p { top: 1px }');
});
