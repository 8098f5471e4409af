import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import type { Browser } from 'playwright-core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openDrawn, watchPage } from '../support/browser.ts';
import { installExamples, writeSeats, writeTypeSettings } from '../support/example-packages.ts';
import { testInstalled } from '../support/installed.ts';
import {
  checkTypes,
  linkPackages,
  listDependencies,
  packTarball,
  REPOSITORY,
  runInstalled,
  unpackTarball,
} from '../support/package.ts';
import { serveFiles } from '../support/site.ts';

/** A package of ES modules alone serves what reads them: Node, and bundlers. */
const MODULES = ['node16-esm', 'bundler'];

let browser: Browser;
let around: string;
let root: string;
let tarball: string;

beforeAll(async () => {
  around = mkdtempSync(path.join(tmpdir(), 'rostrum-package-'));
  root = path.join(around, 'talks');
  const packing = packTarball(REPOSITORY, around);
  [browser, tarball] = await Promise.all([launchBrowser(), packing]);
  await unpackTarball(tarball, path.join(root, 'node_modules/rostrum'));
  linkPackages(root, [...listDependencies(), '@sparticuz/chromium']);
});
afterAll(async () => {
  await browser.close();
  rmSync(around, { recursive: true, force: true });
});

test('publint has nothing to say against the tarball', async () => {
  const file = readFileSync(tarball);
  const data = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: data }, strict: true });
  const texts = messages
    .filter(({ type }) => type !== 'suggestion')
    .map((message) => formatMessage(message, pkg));
  expect(texts).toEqual([]);
});

test('the types of the tarball are found by all that load ES modules', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
  if (analysis.types === false) throw new Error('The tarball has no types.');
  const problems = analysis.problems.filter(
    (problem) => !('resolutionKind' in problem) || MODULES.includes(problem.resolutionKind),
  );
  expect(problems).toEqual([]);
  expect(Object.keys(analysis.entrypoints)).toEqual(expect.arrayContaining(['.', './kernel']));
});

test('the bundled engine holds nothing of the guest', () => {
  const folder = path.join(root, 'node_modules/rostrum/dist/engine');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
  expect(texts.length).toBeGreaterThan(2);
  expect(texts.filter((text) => /block-commits|min-tool-version/.test(text))).toEqual([]);
});

describe('a theme and a block as packages', () => {
  let own: { root: string; node: string };
  beforeAll(async () => {
    own = { root: path.join(around, 'own'), node: process.execPath };
    mkdirSync(own.root);
    await installExamples(own.root, tarball);
  });

  test.each(['node16', 'bundler'])('types resolve with %s', async (resolution) => {
    const api = readFileSync(path.join(REPOSITORY, 'docs/api.md'), 'utf8');
    const [, ofMain = '', ofBrowser = ''] = api.split(/^## .*$/m);
    const listNames = (part: string): string =>
      [...part.matchAll(/^### (\w+)$/gm)].map(([, name]) => name).join(', ');
    const text = `import type { ${listNames(ofMain)} } from 'rostrum';
import type { ${listNames(ofBrowser)} } from 'rostrum/browser';
export type All = [Theme, Block, Problem, DatasetView, Frame];
`;
    writeFileSync(path.join(own.root, 'types.ts'), text);
    writeTypeSettings(own.root, resolution);
    expect(await checkTypes(own)).toBe('');
  });

  test('the colours of the theme hold, and the talk has no problem', async () => {
    const { code, err } = await runInstalled(own, ['check', '--theme', 'harbour']);
    expect(err).toContain('No problems.');
    expect(code).toBe(0);
    expect((await runInstalled(own, ['check', '--no-browser'])).err).toContain('No problems.');
  });

  test('a build has the theme, its layout and the block, which follows live data', async () => {
    const { code, err } = await runInstalled(own, ['build', '-o', 'built']);
    expect(code, err).toBe(0);
    await using site = await serveFiles(path.join(own.root, 'built'));
    await using watched = await watchPage(browser);
    const { page, troubles } = watched;
    expect(await openDrawn(page, `${site.base}ferry/#/the-crossing`)).toBe('');
    const title = page.locator('#the-crossing .slide-title');
    expect(await title.evaluate((one) => getComputedStyle(one).fontFamily)).toContain('Plex Serif');
    const left = (area: string) =>
      page.locator(`.area-${area}`).evaluate((one) => one.getBoundingClientRect().left);
    expect(await left('after')).toBeGreaterThan((await left('before')) + 100);
    expect(await left('verdict')).toBe(await left('before'));
    const gauge = page.locator('rostrum-gauge .gauge-text');
    await expect.poll(() => gauge.textContent()).toBe('80 of 320 seats are taken');
    await page.route('**/data/seats.json', (route) =>
      route.fulfill({ contentType: 'application/json', body: writeSeats(240) }),
    );
    await expect.poll(() => gauge.textContent()).toBe('240 of 320 seats are taken');
    expect(troubles).toEqual([]);
  });

  test('PowerPoint has the areas as texts in their places, and the block as shapes', async () => {
    const words = ['export', 'ferry', '-f', 'pptx', '-o', 'ferry.pptx'];
    const { code, err } = await runInstalled(own, words);
    expect(code, err).toBe(0);
    const { files } = await JSZip.loadAsync(readFileSync(path.join(own.root, 'ferry.pptx')));
    const slide = (await files['ppt/slides/slide2.xml']?.async('text')) ?? '';
    const shapes = slide.split('<p:sp>');
    const xOf = (text: string): number =>
      Number(/<a:off x="(\d+)"/.exec(shapes.find((one) => one.includes(text)) ?? '')?.[1]);
    expect(xOf('25 minutes')).toBeGreaterThan(xOf('40 minutes') + 4_000_000);
    expect(slide).toContain('80 of 320 seats are taken');
    const bars = shapes.filter((one) => one.includes('prst="roundRect"'));
    const widths = bars.map((one) => Number(/<a:ext cx="(\d+)"/.exec(one)?.[1]));
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(80 / 320);
    expect(Object.keys(files).filter((name) => /media\/./.test(name))).toEqual([]);
  });
});

testInstalled('unpacked', {
  installed: () => ({ root, node: process.execPath }),
  browser: () => browser,
});
