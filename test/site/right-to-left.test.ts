import { rmSync } from 'node:fs';
import JSZip from 'jszip';
import { getDocumentProxy } from 'unpdf';
import { afterAll, expect, test } from 'vitest';
import { openExporter } from '../support/exporter.ts';
import { openProjectFolder } from '../support/project.ts';

const TALK = `---
title: \u05e9\u05dc\u05d5\u05dd
language: he
date: 2026-03-01
---

# \u05db\u05d5\u05ea\u05e8\u05ea

- \u05e0\u05e7\u05d5\u05d3\u05d4 {{ rows.count }}

| \u05d0 | \u05d1 |
| --- | --- |
| 1 | English alone |

Note: \u05d3\u05d1\u05e8
`;

const ROWS = {
  title: 'Rows',
  sources: { us: { name: 'Us' } },
  rows: [{ asOf: '2026-01-01', count: 3900, exact: false, source: 'us' }],
};

const { root } = openProjectFolder({
  'slides/talks/t.md': TALK,
  'data/rows.json': JSON.stringify(ROWS),
});
const exporter = openExporter(root);
afterAll(async () => {
  await exporter[Symbol.asyncDispose]();
  rmSync(root, { recursive: true, force: true });
});

test('text of a PowerPoint file runs from right to left, and what is left to right within keeps its order', async () => {
  const { bytes } = await exporter.write('t', 't.pptx');
  const { files } = await JSZip.loadAsync(bytes);
  const read = async (name: string) => (await files[`ppt/${name}`]?.async('text')) ?? '';
  const slide = await read('slides/slide1.xml');
  const around = (word: string): string =>
    slide.slice(slide.lastIndexOf('<a:p>', slide.indexOf(word)), slide.indexOf(word));
  expect(around('\u05db\u05d5\u05ea\u05e8\u05ea')).toMatch(
    /^<a:p><a:pPr rtl="1" +algn="r"[^]*lang="he"/,
  );
  expect(slide).toContain('\u200e~3900\u200e');
  const [, indent] = /marL="(\d+)"/.exec(around('\u05e0\u05e7\u05d5\u05d3\u05d4')) ?? [];
  // 40 pixels, which is what the marks of a list take.
  expect(Number(indent)).toBeLessThan(600_000);
  expect(slide).toContain('<a:tblPr rtl="1"/>');
  expect(slide.match(/<a:pPr [^>]*>(?=(?:(?!<a:p>)[^])*Source: )/g)?.at(-1)).not.toContain('rtl');
  expect(await read('notesSlides/notesSlide1.xml')).toContain('<a:pPr algn="r" rtl="1"/>');
  expect(await exporter.findXmlFaults({ slide })).toEqual({});
});

test('a PDF says its language and direction', async () => {
  const { bytes } = await exporter.write('t', 't.pdf');
  const document = await getDocumentProxy(new Uint8Array(bytes));
  expect(await document.getViewerPreferences()).toEqual({
    DisplayDocTitle: true,
    Direction: 'R2L',
  });
});
