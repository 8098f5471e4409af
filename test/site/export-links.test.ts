import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { openExporter } from '../support/exporter.ts';
import { readPdf } from '../support/pdf.ts';
import { makeProject } from '../support/project.ts';

const LINKS = `---
title: Links
link: https://example.org/slides
date: 2026-03-01
---

---
id: one
---

# One

[a](#two) [b](#/two) [c](#/1) [d](#/two/0) [e](#größe) [f](#/größe) [g](#in-two) [h](https://example.org/a)
[i](mailto:a@example.org) [j](../../assets/paper.pdf)

<a href="#/two">k</a> <svg viewBox="0 0 9 9" role="img" aria-label="l" width="40"><a xlink:href="#/two"><rect width="9" height="9"/></a></svg>

---
id: two
---

# Two

- x

<!-- pause -->

- y

<!-- pause -->

<p id="in-two">z</p>

---
id: größe
---

# Three

---
id: film
---

# Film

![A tone](/assets/tone.ogg)
`;

const FILES = {
  'slides/talks/links.md': LINKS,
  'assets/paper.pdf': 'paper',
  'assets/tone.ogg': 'OggS',
};
const LOST = '"links": This link leads to a file or a slide that the export does not hold';

test('links by any address of a talk lead to its pages, and links to files become plain text', async () => {
  await using exporter = openExporter(makeProject(FILES).root);
  const { bytes, err } = await exporter.write('links', 'links.pdf');
  const [page, , , film] = (await readPdf(bytes)).pages;
  expect(film?.links).toEqual(['https://example.org/slides']);
  expect(page?.targets).toEqual([2, 2, 2, 2, 3, 3, 2, 2, 2]);
  expect(page?.links).toEqual(['https://example.org/a', 'mailto:a@example.org']);
  expect(bytes.toString('latin1')).not.toContain('rostrum.invalid');
  expect(err).toContain(`${LOST}, and became plain text: one: /assets/paper.pdf.`);

  const steps = await exporter.write('links', 'steps.pdf', { steps: true });
  expect((await readPdf(steps.bytes)).pages[0]?.targets).toEqual([4, 4, 4, 3, 5, 5, 4, 4, 4]);

  const handout = await exporter.write('links', 'handout.pdf', {
    format: 'handout',
    'per-page': '1',
  });
  expect((await readPdf(handout.bytes)).pages[0]?.targets).toEqual([2, 2, 2, 2, 3, 3, 2, 2, 2]);

  const part = await exporter.write('links', 'part.pdf', { range: '#one,#größe' });
  expect((await readPdf(part.bytes)).pages[0]?.targets).toEqual([2, 2]);
  expect(part.err).toContain('one: #/two');

  const { files } = await JSZip.loadAsync((await exporter.write('links', 'links.pptx')).bytes);
  const relations = await files['ppt/slides/_rels/slide1.xml.rels']?.async('text');
  const targets = [...(relations ?? '').matchAll(/Target="(slide\d)\.xml"/g)].map(
    ([, name]) => name,
  );
  expect(targets).toEqual([2, 2, 2, 2, 3, 3, 2, 2].map((place) => `slide${place}`));
});

test('a film of a talk without an address has its name in the export, which says so', async () => {
  const { 'slides/talks/links.md': talk, ...files } = FILES;
  const own = talk.replace('link: https://example.org/slides\n', '').replace(/\[j\]\(.*\)/, '');
  await using exporter = openExporter(makeProject({ 'slides/talks/links.md': own, ...files }).root);
  const lost = '"links": This film or sound is not in the export';
  for (const [name, options] of [
    ['links.pdf', {}],
    ['handout.pdf', { format: 'handout' }],
    ['links.pptx', {}],
  ] as const) {
    const { bytes, err } = await exporter.write('links', name, options);
    expect(err, name).toMatch(new RegExp(`${lost}[^\n]*: film: tone\\.ogg\\. Set "link"`));
    if (name !== 'links.pdf') continue;
    const page = (await readPdf(bytes)).pages[3];
    expect(page?.links).toEqual([]);
    expect(page?.text).toContain('tone.ogg');
  }
});
