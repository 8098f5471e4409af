import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openKeptFindings, type Surroundings } from '../../../../src/node/check/kept-findings.ts';
import type { PageFilesOptions } from '../../../../src/node/print/page-files.ts';
import { Project } from '../../../../src/node/project/project.ts';
import { locateCache } from '../../../../src/node/typescript.ts';
import type { Talk } from '../../../../src/talk/model/talk.ts';
import type { Fault, Finding } from '../../../../src/talk/problems/finding.ts';
import { makeProject } from '../../../support/project.ts';

const AROUND: Surroundings = { browser: 'Chrome 1', day: '2026-11-30', engine: 'e' };
const FILES = {
  'slides/talks/t.md':
    '---\ncss: ../../assets/own.css\n---\n\n# One\n\n![A square](../../assets/a.svg)\n\nNote: Say it.\n',
  'assets/own.css': 'h1 { color: red }\n',
  'assets/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>\n',
};

interface Compiled {
  talk: Talk;
  files: PageFilesOptions;
}

async function compile(root: string): Promise<Compiled> {
  const project = new Project({ root });
  const talk = (await project.compile('t'))?.value;
  if (!talk) throw new Error('There is no talk.');
  const folder = path.join(root, 'client');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'script.js'), '');
  return {
    talk,
    files: { root, reads: project.readsOf('t'), runtime: { folder, blockStyles: [] } },
  };
}

function finding(fault: Fault): Finding {
  const words = { slide: 'one', block: null, what: 'The title', words: '', cause: 'title' };
  return { ...words, fault, badness: 1, count: 1, looks: [] };
}

const OVERFLOW = finding({ code: 'content-overflow', edge: 'bottom', pixels: 9 });

async function openKept(): Promise<
  Compiled & { root: string; write: (file: string, text: string) => void }
> {
  const { root, write } = makeProject(FILES);
  const { talk, files } = await compile(root);
  openKeptFindings(root, AROUND).keep(talk, files, [OVERFLOW]);
  return { root, write, talk, files };
}

test('gives what was found while nothing changes, in another run as well', async () => {
  const { root } = await openKept();
  const { talk, files } = await compile(root);
  expect(openKeptFindings(root, AROUND).find(talk, files)).toEqual([OVERFLOW]);
});

test.each([
  ['slides/talks/t.md', FILES['slides/talks/t.md'].replace('One', 'Two')],
  ['slides/talks/t.md', FILES['slides/talks/t.md'].replace('Say', 'Tell')],
  ['assets/own.css', 'h1 { color: tan }\n'],
  ['assets/a.svg', FILES['assets/a.svg'].replace('9 9', '9 5')],
])('knows nothing once %s has changed', async (file, text) => {
  const { root, write } = await openKept();
  write(file, text);
  const { talk, files } = await compile(root);
  expect(openKeptFindings(root, AROUND).find(talk, files)).toBeUndefined();
});

test('knows nothing in another browser, on another day, of another engine, with other packages', async () => {
  const { root, write, talk, files } = await openKept();
  for (const other of [{ browser: 'Chrome 2' }, { day: '2026-12-01' }, { engine: 'f' }])
    expect(openKeptFindings(root, { ...AROUND, ...other }).find(talk, files)).toBeUndefined();
  write('package-lock.json', '{}');
  expect(openKeptFindings(root, AROUND).find(talk, files)).toBeUndefined();
});

test('keeps nothing that another run may not find, of own blocks, or of an engine that may change', async () => {
  const { root } = makeProject(FILES);
  const { talk, files } = await compile(root);
  const kept = openKeptFindings(root, AROUND);
  kept.keep(talk, files, [finding({ code: 'block-not-drawn', reason: 'it took too long' })]);
  kept.keep(talk, files, [OVERFLOW, finding({ code: 'page-fault', reason: 'a script failed' })]);
  expect(kept.find(talk, files)).toBeUndefined();
  const own = { ...talk, blockFiles: { mine: { element: 'mine.ts' } } };
  kept.keep(own, files, []);
  expect(kept.find(own, files)).toBeUndefined();
  const changing = openKeptFindings(root, { ...AROUND, engine: null });
  changing.keep(talk, files, []);
  expect(changing.find(talk, files)).toBeUndefined();
});

test('measures again where what was kept cannot be read', async () => {
  const { root, talk, files } = await openKept();
  const folder = path.join(locateCache(root), 'findings');
  for (const name of readdirSync(folder)) writeFileSync(path.join(folder, name), '[{');
  expect(openKeptFindings(root, AROUND).find(talk, files)).toBeUndefined();
});
