import { expect, test } from 'vitest';
import { READERS } from '../../../../src/talk/import/import.ts';
import { importText } from '../../../support/import.ts';
import { recogniseDialect } from '../../../../src/talk/import/recognise.ts';

const recognise = (text: string, path = 'deck.md', beside = ''): string[] =>
  Object.values(
    recogniseDialect({ path, text }, Object.values(READERS), (file) =>
      file === 'package.json' && beside !== '' ? { path: file, text: beside } : undefined,
    ),
  );

test('keys of front matter and constructs of the text say for which program a deck was written', () => {
  expect(recognise('---\nrevealOptions:\n  hash: true\n---\n\n# A\n')).toEqual([
    'reveal',
    'its front matter has "revealOptions"',
  ]);
  expect(recognise('# A\n\nNote: b\n')).toEqual(['reveal', 'it has a mark of reveal.js']);
});

test('keys of a program say more than a name that decks of another usually have', () => {
  expect(recognise('---\npaginate: true\n---\n\n# A\n', 'PITCHME.md')).toEqual([
    'marp',
    'its front matter has "paginate"',
  ]);
  expect(recognise('# A\n', 'PITCHME.md')).toEqual(['reveal', 'its name says so']);
});

test('code says nothing about the program', () => {
  const plain = ['markdown', 'it has nothing that only one program reads'];
  expect(recognise('# A\n\n```text\nNote: b\n```\n')).toEqual(plain);
  expect(recognise('# A\n\nHere `<!-- .slide: a -->` is code.\n')).toEqual(plain);
});

test('what a project needs says for which program its decks are', () => {
  const list = '{ "devDependencies": { "@slidev/cli": "1" } }';
  expect(recognise('# A\n', 'deck.md', list)).toEqual(['slidev', 'package.json has "@slidev/cli"']);
});

test('slides of remark in R Markdown are those of remark', () => {
  const text = '---\ntitle: A\noutput:\n  xaringan::moon_reader:\n    nature: {}\n---\n\n# A\n';
  expect(recognise(text, 'slides.Rmd')).toEqual([
    'remark',
    'it has "xaringan" in its front matter',
  ]);
});

test('properties at the top of slides are those of remark, and front matter is not', () => {
  const remark = ['remark', 'it has properties of remark at the top of a slide'];
  expect(recognise('---\ntitle: A\n---\nclass: slide\n\n# A\n', 'slides.Rmd')).toEqual(remark);
  expect(recognise('background-image: url(a.png)\nclass: dark\n\n# A\n')).toEqual(remark);
  expect(recognise('# A\n\n---\nclass: dark\nlayout: cover\n---\n\n# B\n')).not.toEqual(remark);
});

test('line ends of Windows and tabs in front matter do not hide its keys', () => {
  const text = '---\r\nauthor: |\r\n\tAda\r\nslide-level: 2\r\n---\r\n\r\n# A\r\n';
  expect(recognise(text)).toEqual(['pandoc', 'its front matter has "slide-level"']);
});

test('plain Markdown is cut at underlined headings as well', () => {
  expect(importText('markdown', 'Quay\n====\n\na\n\nPier\n====\n\nb\n').slides.total).toBe(2);
});

test('keys of a program say more than slides that look like those of another', () => {
  const text = '---\ndrawings: {}\n---\n\n# A\n\n---\nlayout: image\n\nimage: a.png\n---\n';
  expect(recognise(text)).toEqual(['slidev', 'its front matter has "drawings"']);
});

test('plain Markdown has headings above more than three dashes', () => {
  const { text } = importText(
    'markdown',
    'Quay\n----\n\na\n\n---\n\nPier\n-----\n\nb\n\n----\n\nc\n---\nd\n',
  );
  expect(text.match(/^## .*$/gm)).toEqual(['## Quay', '## Pier']);
  expect(importText('markdown', 'a\n---\nb\nc\n----\nd\n').slides.total).toBe(3);
});

test('a page with the frame of reveal.js is its own, whatever its code shows', () => {
  const page =
    '<!doctype html>\n<div class="reveal">\n<!-- all -->\n<div class="slides"><section><pre>\n???\n</pre></section></div></div>\n';
  expect(recognise(page)).toEqual(['reveal', 'it has the frame of reveal.js around its slides']);
});

test('a title at the top is that of Pandoc, also where its slides have signs of notes', () => {
  expect(recognise('% Tides\n% Ada\n\n# A\n\n???\n')).toEqual([
    'pandoc',
    'it has a title of Pandoc at its top',
  ]);
  expect(recognise('# A\n\n% of all\n\n???\n')[0]).toBe('remark');
});

test('files that slides bring in, themes and transitions show that a deck is made for Slidev', () => {
  const part = '# A\n\n---\nsrc: ./pages/b.md\n---\n';
  expect(recognise(part)).toEqual(['slidev', 'it has an element of Slidev']);
  expect(recognise(part.replace('b.md', 'b.md#2,4-5'))[0]).toBe('slidev');
  expect(recognise('# A\n\n---\nsrc: ../library/tides.md#ebb\n---\n')[0]).toBe('markdown');
  const because = 'it has a theme or a transition of Slidev';
  expect(recognise('---\ntheme: seriph\n---\n\n# A\n')).toEqual(['slidev', because]);
  expect(recognise('---\ntransition: slide-left\n---\n\n# A\n')).toEqual(['slidev', because]);
  expect(recognise('---\ntransition: fade\n---\n\n# A\n')[0]).toBe('markdown');
});

test('front matter is found between plus signs, and above dashes with blanks of Japanese', () => {
  expect(recognise('---\nmarp: true\n---\u3000\n\n# A\n')[0]).toBe('marp');
  const hugo = '+++\ntitle = "Quay"\noutputs = ["Reveal"]\n+++\n\n# A\n\n---\n\n# B\n';
  expect(recognise(hugo)).toEqual(['reveal', 'it has "Reveal" among its outputs']);
  const deck = importText('reveal', hugo);
  expect(deck.slides.total).toBe(2);
  expect(deck.text).toContain('title: Quay\n');
  expect(deck.text).not.toContain('+++');
  // A slide between two cuts is not taken for a head in TOML.
  expect(importText('reveal', '+++\n# A = b\n+++\n\n# B\n').text).toContain('# A = b');
});

test('plain Markdown with few lines of dashes among many headings is cut at both, with a word about it', () => {
  const text = Array.from({ length: 8 }, (_, at) => `## ${at}\n\na\n\n`).join('');
  const deck = importText('markdown', `${text}---\n\nb\n`);
  expect(deck.slides.total).toBe(9);
  expect(deck.notes.map(({ outcome }) => outcome)).toEqual(['approximated']);
  expect(importText('markdown', `## A\n\n## B\n\n---\n\n## C\n`).slides.total).toBe(2);
  expect(importText('markdown', `${text}---\nid: b\n---\n\nb\n`).slides.total).toBe(2);
});

test('the file by which a deck is built says so, where the deck itself does not', () => {
  const besideOf = (build: string) => (text: string) =>
    recogniseDialect({ path: 'deck.md', text }, Object.values(READERS), (file) =>
      file === 'Makefile' ? { path: file, text: build } : undefined,
    ).dialect;
  const slides = besideOf('all:\n\tpandoc -s \\\n\t  --to beamer deck.md -o deck.pdf\n');
  expect(slides('# A\n\nx\n')).toBe('pandoc');
  expect(slides('# A\n\nNote: x\n')).toBe('reveal');
  expect(besideOf('all:\n\tpandoc deck.md -o deck.html\n')('# A\n\nx\n')).toBe('markdown');
});

test('files that lines of mdBook name are there, and one that is missing is text with a word about it', () => {
  const deck = importText(
    'markdown',
    '# A\n\n{{#playpen ./tide.rs}}\n\n```rust\n{{#include tide.rs:2:2}}\n{{#rustdoc_include tide.rs:ebb}}\n```\n\n{{#include gone.md}}\n',
    {
      './tide.rs': 'fn tide() {}\n',
      'tide.rs': 'a\nb\n// ANCHOR: ebb\nlow\n// ANCHOR_END: ebb\n',
    },
  );
  expect(deck.text).toContain(
    '```rust\nfn tide() {}\n```\n\n```rust\nb\nlow\n```\n\n\\{{#include gone.md}}',
  );
  expect(deck.notes.map(({ what, span }) => [what, span.line])).toEqual([
    ['{{#include gone.md}}', 10],
  ]);
});
