import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser, openDrawn, watchPage, type WatchedPage } from '../support/browser.ts';
import { serveSite, type ServedSite } from '../support/site.ts';

const TINY = path.resolve(import.meta.dirname, '../projects/tiny');
const TALK = 'slides/talks/harbour.md';
const LIBRARY = 'slides/library/boats.md';

let browser: Browser;
let root: string;
let site: ServedSite;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'rostrum-hot-'));
  copyTiny();
  [browser, site] = await Promise.all([launchBrowser(), serveSite(root, 'dev')]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site[Symbol.asyncDispose]()]);
  rmSync(root, { recursive: true, force: true });
});
beforeEach(copyTiny);

function copyTiny(): void {
  cpSync(TINY, root, { recursive: true });
}

/** Changes a file; an edit that keeps its length could pass unseen. */
function editFile(file: string, from: string, to: string): void {
  const text = readFileSync(path.join(root, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no "${from}".`);
  if (from.length === to.length) throw new Error('The edit has to change the length of the file.');
  writeFileSync(path.join(root, file), text.replace(from, to));
}

/** Opens the talk, marked so that a reload would show. */
async function openTalk(address = ''): Promise<WatchedPage> {
  const watched = await watchPage(browser);
  await openDrawn(watched.page, `${site.base}harbour/${address}`);
  await watched.page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
  return watched;
}

async function expectKept(page: Page): Promise<void> {
  expect(await page.locator('html[data-kept]').count()).toBe(1);
}

test('a slide that is added, and one that is taken away, leave the audience where it is', async () => {
  await using watched = await openTalk('#/tides/0');
  const { page, troubles } = watched;
  editFile(LIBRARY, '---\nid: boats', '# Before all boats\n\nNew.\n\n---\nid: boats');
  await page.locator('#before-all-boats').waitFor({ state: 'attached' });
  expect(await page.locator('section.present').getAttribute('id')).toBe('tides');
  copyTiny();
  await page.locator('#before-all-boats').waitFor({ state: 'detached' });
  expect(await page.locator('section.present').getAttribute('id')).toBe('tides');
  expect(await page.locator('section.present .fragment.visible').count()).toBe(1);
  await expectKept(page);
  expect(troubles).toEqual([]);
});

test('the overview stays open while slides change', async () => {
  await using watched = await openTalk();
  const { page } = watched;
  await page.keyboard.press('o');
  await page.locator('.reveal.overview').waitFor();
  editFile(LIBRARY, '- Barges', '- Barges and ferries');
  await page.locator('li', { hasText: 'Barges and ferries' }).waitFor({ state: 'attached' });
  expect(await page.locator('.reveal.overview').count()).toBe(1);
  await expectKept(page);
});

test('new data change the words that rest on them', async () => {
  await using watched = await openTalk('#/boats');
  const { page } = watched;
  editFile('data/boats.json', '"boats": 21', '"boats": 105');
  await page.locator('#boats .slide-title', { hasText: '105 boats' }).waitFor();
  await expectKept(page);
});

test("the talk's own stylesheet is swapped", async () => {
  await using watched = await openTalk('#/boats');
  const { page } = watched;
  const css = path.join(root, 'assets/harbour.css');
  writeFileSync(css, `${readFileSync(css, 'utf8')}\n.slide-title { letter-spacing: 7px; }\n`);
  await page.waitForFunction(
    () =>
      getComputedStyle(document.querySelector('#boats .slide-title') ?? document.body)
        .letterSpacing === '7px',
  );
  await expectKept(page);
});

test('a mistake shows on its slide, and goes when it is mended', async () => {
  await using watched = await openTalk('#/boats');
  const { page } = watched;
  editFile(LIBRARY, '{{ boats.boats | ago 1y }}', '{{ boats.bots | ago 1y }}');
  await page.locator('#boats .problem-inline').waitFor();
  expect(await page.locator('section.slide').count()).toBe(5);
  copyTiny();
  await page.locator('#boats .problem-inline').waitFor({ state: 'detached' });
  await expectKept(page);
});

test('front matter that cannot be read does not end the show', async () => {
  await using watched = await openTalk('#/boats');
  const { page } = watched;
  editFile(TALK, 'title: The harbour in figures', 'title: [The harbour');
  await page.locator('.problem').first().waitFor({ state: 'attached' });
  copyTiny();
  await page.locator('.problem').first().waitFor({ state: 'detached' });
  await page.locator('#boats').waitFor({ state: 'attached' });
  await expectKept(page);
});

test('the first formula of a talk brings its faces along', async () => {
  await using watched = await openTalk();
  const { page } = watched;
  editFile(LIBRARY, '## ', '## $x^2$ and ');
  const families = () => page.evaluate(() => [...document.fonts].map(({ family }) => family));
  await expect.poll(families).toContain('KaTeX_Main');
  expect(watched.troubles).toEqual([]);
});
