import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COLOURS, loadAxe, runAxe } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { makeProject } from '../support/project.ts';
import { runRostrum } from '../support/run.ts';
import { serveSite, type ServedSite } from '../support/site.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const [DESK, PHONE] = [
  { width: 1280, height: 720 },
  { width: 390, height: 800 },
];

let browser: Browser;
let site: ServedSite;
/** Pages to read are the same in a build, which loads with fewer requests. */
let built: ServedSite;
beforeAll(async () => {
  [browser, site, built] = await Promise.all([
    launchBrowser(),
    serveSite(REPOSITORY, 'dev'),
    serveSite(REPOSITORY, 'build'),
  ]);
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await built[Symbol.asyncDispose]();
  await browser.close();
});

/** Opens a page and lists what is wrong with it, in both modes, and whether it moves sideways. */
async function look(url: string, viewport = DESK): Promise<string[]> {
  const page = await browser.newPage({ viewport, colorScheme: 'light' });
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  if (url.endsWith('?read')) await page.waitForSelector('html[data-ready]', { state: 'attached' });
  await loadAxe(page);
  const found = await runAxe(page, {});
  await page.evaluate(() => void (document.documentElement.dataset['mode'] = 'dark'));
  const inDark = (await runAxe(page, COLOURS)).map((line) => `dark ${line}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.close();
  return [...found, ...inDark, ...(wide > viewport.width ? [`${wide} px wide`] : [])];
}

test.each([DESK, PHONE])('the index has no fault at a width of $width', async (viewport) => {
  expect(await look(site.base, viewport)).toEqual([]);
});

test('the page of a wrong address has no fault', async () => {
  expect(await look(`${site.base}lpc-2042/`, PHONE)).toEqual([]);
});

test('the index of a project without talks has no fault, nor one with a broken talk', async () => {
  const empty = makeProject({ 'slides/talks/.keep': '' });
  await using none = await serveSite(empty.root, 'dev');
  expect(await look(none.base, PHONE)).toEqual([]);
  empty.write('slides/talks/one.md', '---\ntitle: One\n---\n\n# One\n\n{{ none.such }}\n');
  await using one = await serveSite(empty.root, 'dev');
  expect(await look(one.base)).toEqual([]);
});

test.each([DESK, PHONE])('a talk to read has no fault at a width of $width', async (viewport) => {
  expect(await look(`${built.base}lpc-2024/?read`, viewport)).toEqual([]);
});

test('a slide on a telephone, with its bar, has no fault', async () => {
  expect(await look(`${site.base}lpc-2024/`, PHONE)).toEqual([]);
});

test('a page of differences has no fault', async () => {
  const { root } = makeProject({ '.keep': '' });
  const file = path.join(root, 'diff.html');
  const words = ['diff', 'lpc-2024', 'rust-for-linux-today', '--html', file];
  expect(await runRostrum(words, { cwd: REPOSITORY })).toMatchObject({ code: 0 });
  expect(await look(`file://${file}`)).toEqual([]);
});
