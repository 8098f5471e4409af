import { expect, test } from 'vitest';
import { writeJson } from '../../../../src/node/export/talk-json.ts';
import { writeMarkdown } from '../../../../src/node/export/markdown-file.ts';
import { notesToText } from '../../../../src/node/print/notes-text.ts';
import { writeNotes } from '../../../../src/node/export/notes-file.ts';
import {
  describeSource,
  listSources,
  writeSources,
} from '../../../../src/node/export/talk-sources.ts';
import { addSourceSlides } from '../../../../src/node/export/source-list-slides.ts';
import { Project } from '../../../../src/node/project/project.ts';
import type { Talk } from '../../../../src/talk/model/talk.ts';
import { makeProject, SMALL_PROJECT } from '../../../support/project.ts';

async function compile(): Promise<Talk> {
  const { root } = makeProject(SMALL_PROJECT);
  const checked = await new Project({ root }).compile('first');
  if (!checked) throw new Error('There is no talk.');
  return checked.value;
}

test('flattens a talk to Markdown, values filled in', async () => {
  const text = writeMarkdown(await compile(), { notes: false, sources: true });
  expect(text).toBe(`---
title: First
event: Test 2026
date: 2026-01-01
---

---

### Opening

---

### Picture

![A square](assets/square.svg)

---

### Shared

20 users.

---

## Sources

- [Us](https://example.org/): Users (January 2025).
`);
});

test('puts the headings of a slide beneath its title, and leaves code alone', async () => {
  const talk = await compile();
  const text = '# Opening\n\n## Why\n\n~~~~\n# no heading\n~~~\n# nor this\n~~~~\n\n###### Deep';
  const [first] = talk.slides;
  const slides = first ? [{ ...first, text }] : [];
  expect(writeMarkdown({ ...talk, slides }, { notes: false, sources: false })).toContain(
    '### Opening\n\n#### Why\n\n~~~~\n# no heading\n~~~\n# nor this\n~~~~\n\n###### Deep\n',
  );
});

test('quotes speaker notes only where they are asked for', async () => {
  const talk = await compile();
  expect(writeMarkdown(talk, { notes: true, sources: false })).toContain(
    '### Opening\n\n> Speak slowly.\n',
  );
  expect(writeMarkdown(talk, { notes: false, sources: false })).not.toContain('Speak');
  expect(writeJson(talk, { notes: false })).not.toContain('Speak');
  expect(JSON.parse(writeJson(talk, { notes: true }))).toMatchObject({
    name: 'first',
    slides: [{ notes: '<p>Speak slowly.</p>' }, {}, {}],
  });
});

test('writes notes with number, title and time, as Markdown or as text', async () => {
  const talk = await compile();
  const slides = talk.slides.map((slide) => ({
    ...slide,
    time: slide.id === 'opening' ? 95 : null,
  }));
  const timed = { ...talk, slides };
  expect(writeNotes(timed, { isMarkdown: true })).toBe(
    '# First · Test 2026: notes\n\n## 1. Opening (1:35)\n\nSpeak slowly.\n\n## 2. Picture\n\n## 3. Shared\n',
  );
  expect(writeNotes(timed, { isMarkdown: false })).toContain(
    '1. Opening (1:35)\n-----------------\n\nSpeak slowly.\n',
  );
});

test('writes HTML of notes as plain Markdown', () => {
  expect(
    notesToText(
      '<p>One <strong>two</strong>\nthree.</p><ul><li>a<ul><li>b</li></ul></li><li><code>c</code></li></ul>',
    ),
  ).toBe('One **two** three.\n\n- a\n  - b\n- `c`');
  expect(notesToText('<p><span class="click">[click]</span> Now &lt;this&gt;.</p>')).toBe(
    '▸ Now <this>.',
  );
  expect(notesToText('')).toBe('');
});

test('lists each source once, with all that is from it and the newest date', () => {
  const source = { name: 'Us', url: 'https://example.org/', licence: 'MIT' };
  const uses = [
    { dataset: 'a', source, asOf: '2024-01', exact: true },
    { dataset: 'b', source, asOf: null, exact: true },
    { dataset: 'a', source, asOf: '2025-06-01', exact: true },
    {
      dataset: 'c',
      source: { name: 'Bad', url: 'javascript:alert(1)' },
      asOf: '2024',
      exact: true,
    },
    { dataset: 'd', source: null, asOf: '2024', exact: true },
  ];
  const talk = { slides: [{ uses }], datasets: {} };
  const [us, bad] = listSources(talk);
  expect(us && describeSource(us)).toBe('a (1 June 2025), b');
  expect(bad?.url).toBeNull();
  expect(writeSources(talk)).toBe(
    '## Sources\n\n- [Us](https://example.org/): a (1 June 2025), b. Licence: MIT.\n- Bad: c (2024).\n',
  );
  expect(writeSources({ slides: [], datasets: {} })).toBe('');
});

test('adds a slide of sources at the end, on as many slides as it takes', async () => {
  const talk = await compile();
  const added = addSourceSlides(talk).slides.slice(talk.slides.length);
  expect(added.map(({ id, number }) => [id, number])).toEqual([['sources', null]]);
  expect(added[0]?.html).toContain('<a href="https://example.org/">Us</a>');
  const [first] = talk.slides;
  const uses = Array.from({ length: 40 }, (_, index) => ({
    dataset: `set-${index}`,
    source: { name: `Source ${index}` },
    asOf: null,
    exact: true,
  }));
  const many = { ...talk, slides: first ? [{ ...first, uses }] : [] };
  expect(addSourceSlides(many).slides.map(({ id }) => id)).toEqual([
    'opening',
    'sources',
    'sources-2',
    'sources-3',
    'sources-4',
  ]);
  expect(addSourceSlides({ ...talk, slides: [] }).slides).toEqual([]);
});

test('notes as text keep addresses, deletions, numbers and the cells of tables', () => {
  expect(notesToText('<p>See <a href="https://a.example/">it</a>, <del>not</del> this.</p>')).toBe(
    'See [it](https://a.example/), ~~not~~ this.',
  );
  expect(notesToText('<ol start="3"><li>c<ul><li>d</li></ul></li></ol>')).toBe('3. c\n   - d');
  expect(notesToText('<table><tr><td>a</td><td>b</td></tr></table>')).toBe('| a | b |');
  expect(notesToText('<p><img alt="The quay" src="quay.svg"></p>')).toBe('The quay');
});
