import JSZip from 'jszip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPdf } from '../support/pdf.ts';
import { openExporter, type Exporter } from '../support/exporter.ts';

/** Characters that mean something to XML, one that it forbids, and one that is half a pair. */
const HARD = String.raw`<A & B> \"c\" 'd' \e[0m \ufffe]]>`;
const ESCAPE = '\u001b';

const TALK = `---
title: "Title ${HARD}"
subtitle: "Subtitle ${HARD}"
speaker: "Speaker ${HARD}"
affiliation: "Affiliation ${HARD}"
event: "Event ${HARD}"
description: "Description ${HARD}"
date: 2026-03-01
---

---
layout: section
---

# Section ${ESCAPE} &amp; 'b'

---
id: t
---

# Terminal ${ESCAPE}[0m

\`\`\`text
${ESCAPE}[31merror${ESCAPE}[0m: no such device \u0007
\`\`\`

- ${ESCAPE}[1mbold &amp; \`<code>\`

| a ${ESCAPE} | b |
| --- | --- |
| <b title="${ESCAPE}">x</b> | [l](https://example.org/?a=1&b=<2>"${ESCAPE}) |

<svg viewBox="0 0 90 20" role="img" aria-label="A &amp; B ${ESCAPE}"><text y="15">${ESCAPE}[1m &lt;</text></svg>

<!-- Say ${ESCAPE}[1m <b>this</b> & [click] that. -->

---
id: chart
---

# Rows

\`\`\`chart
data: rows
type: bar
x: name
y: count
\`\`\`
`;

const ROWS = {
  title: 'Rows <&>',
  sources: { us: { name: `Us ${ESCAPE} & <them>`, url: 'https://example.org/?a=1&b=2' } },
  rows: [
    { name: `a${ESCAPE}[0m`, count: 3, source: 'us' },
    { name: '<b> & "c"', count: 4, source: 'us' },
  ],
};

let root: string;
let exporter: Exporter;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'rostrum-hard-'));
  for (const folder of ['slides/talks', 'data'])
    mkdirSync(path.join(root, folder), { recursive: true });
  writeFileSync(path.join(root, 'slides/talks/hard.md'), TALK);
  writeFileSync(path.join(root, 'data/rows.json'), JSON.stringify(ROWS));
  exporter = openExporter(root);
});
afterAll(async () => {
  await exporter[Symbol.asyncDispose]();
  rmSync(root, { recursive: true, force: true });
});

test('every part of a PowerPoint file is XML, whatever characters a talk holds', async () => {
  const { bytes } = await exporter.write('hard', 'hard.pptx');
  const { files } = await JSZip.loadAsync(bytes);
  const names = Object.keys(files).filter((name) => /\.(?:xml|rels|svg)$/.test(name));
  const texts: Record<string, string> = {};
  for (const name of names) texts[name] = (await files[name]?.async('text')) ?? '';
  expect(Object.keys(texts).length).toBeGreaterThan(20);
  expect(names.some((name) => name.endsWith('.svg'))).toBe(true);
  expect(await exporter.findXmlFaults(texts)).toEqual({});
  expect(texts['ppt/slides/slide2.xml']).toContain('␛[31merror␛[0m: no such device');
  expect(texts['docProps/app.xml']).toContain('Affiliation &lt;A &amp; B&gt;');
  expect(await exporter.findXmlFaults({ bad: `<a>${ESCAPE}</a>` })).toHaveProperty('bad');
});

test('a handout shows a mark where the speaker goes on, and no code for it', async () => {
  const { bytes } = await exporter.write('hard', 'hard-handout.pdf', { format: 'handout' });
  const text = (await readPdf(bytes)).pages.map((page) => page.text).join(' ');
  expect(text).toContain('that.');
  expect(text).not.toContain('click');
});
