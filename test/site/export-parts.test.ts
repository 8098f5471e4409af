import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openBrowser } from '../../src/node/chromium/chromium.ts';
import { finishPdf } from '../../src/node/pdf/pdf-finish.ts';
import { usePaper } from '../../src/node/print/paper.ts';
import { cutTalk } from '../../src/node/print/print-batches.ts';
import { printParts } from '../../src/node/export/pdf-export.ts';
import { findReference, listPages, readText, type PdfFile } from '../../src/node/pdf/pdf-file.ts';
import { buildClient } from '../../src/node/client/client.ts';
import { Project } from '../../src/node/project/project.ts';
import { findKernelBlocks } from '../support/kernel-blocks.ts';
import { readPdf } from '../support/pdf.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');

test('a talk printed in parts says all that it says when printed in one piece', async () => {
  const checked = await new Project({
    root: REPOSITORY,
    blocks: findKernelBlocks(REPOSITORY),
  }).compile('lpc-2024');
  if (!checked) throw new Error('The talk is gone.');
  const talk = checked.value;
  const parts = cutTalk(talk, false, 20);
  expect(parts.length).toBeGreaterThan(2);
  await using browser = await openBrowser({ prefer: 'bundled' });
  const files = {
    root: REPOSITORY,
    ...usePaper(talk, { runtime: await buildClient(talk, REPOSITORY), root: REPOSITORY }),
  };
  const [joined, whole] = await Promise.all([
    printParts(browser, talk, files, parts),
    printParts(browser, talk, files, [talk]),
  ]);
  expectNoLooseEnds(joined.file);
  expect(listContents(joined.file)).toEqual(listContents(whole.file));
  const [one, other] = [joined, whole].map(({ file }) => finishPdf(file, talk));
  expect(await readPdf(one ?? Buffer.alloc(0))).toEqual(await readPdf(other ?? Buffer.alloc(0)));
});

/** All that objects refer to is there, and each page and link finds its own element. */
function expectNoLooseEnds({ objects }: PdfFile): void {
  const heads = [...objects.values()].map((body) => body.split('>> stream')[0] ?? '');
  const asked = heads.flatMap((head) => [...head.matchAll(/(?<![\d.])(\d+) 0 R/g)]);
  expect(asked.filter(([, id]) => !objects.has(Number(id)))).toEqual([]);
  const keys = heads.flatMap((head) => [...head.matchAll(/\/StructParents? (\d+)/g)]);
  const tree = heads.find((head) => head.includes('/ParentTree\n')) ?? '';
  const known = [...tree.matchAll(/(\d+) \d+ 0 R/g)].map(([, key]) => Number(key));
  expect(known).toEqual(keys.map(([, key]) => Number(key)).sort((a, b) => a - b));
  expect(new Set(known).size).toBe(known.length);
}

/** What each page paints, in order, without places: they are relative to the first slide of a file. */
function listContents(file: PdfFile): string[] {
  return listPages(file).map((page) => {
    const body = readText(file, findReference(readText(file, page), 'Contents') ?? 0);
    const packed = body.slice(body.indexOf('stream\n') + 7, body.lastIndexOf('\nendstream'));
    const content = inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
    return content.replace(/<[^>]*>|-?[\d.]+/g, (word) => (word[0] === '<' ? word : ''));
  });
}
