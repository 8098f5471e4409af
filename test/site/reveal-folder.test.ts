import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { runExport } from '../support/export.ts';

const TINY = path.resolve(import.meta.dirname, '../projects/tiny');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rostrum-reveal-'));
  cpSync(TINY, path.join(folder, 'project'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a folder of reveal.js opens from the disk, without notes and with nothing of ours that runs', async () => {
  const target = path.join(folder, 'deck');
  const words = ['harbour', '--format', 'reveal', '-o', target];
  expect(await runExport(words, { cwd: path.join(folder, 'project') })).toMatchObject({ code: 0 });
  const page = readFileSync(path.join(target, 'index.html'), 'utf8');
  expect(page).not.toContain('<aside class="notes">');
  expect(page).not.toContain('rostrum:data');
  expect(existsSync(path.join(target, 'reveal/LICENSE'))).toBe(true);
  expect(existsSync(path.join(target, 'reveal/notes.js'))).toBe(false);

  await using browser = await launchBrowser();
  const tab = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const faults: string[] = [];
  tab.on('pageerror', (error) => faults.push(error.message));
  tab.on('requestfailed', (request) => faults.push(request.url()));
  await tab.goto(pathToFileURL(path.join(target, 'index.html')).href);
  await tab.waitForSelector('.reveal.ready section.present');
  const title = await tab.locator('section.present').innerText();
  const spine = await tab
    .locator('section.present')
    .evaluate((slide) => Number(getComputedStyle(slide).getPropertyValue('--spine-at')));
  expect(spine).toBeGreaterThan(0);
  const box = await tab.locator('section.present').boundingBox();
  expect(box).toMatchObject({ x: 0, y: 0, width: 1280 });
  await tab.keyboard.press('ArrowRight');
  await tab.waitForFunction((before) => {
    const shown = document.querySelector<HTMLElement>('section.present');
    return shown !== null && shown.innerText !== before;
  }, title);
  expect(faults).toEqual([]);
});

test('charts are drawings that need neither data nor a script', async () => {
  const target = path.join(folder, 'charts');
  cpSync(path.resolve(import.meta.dirname, '../projects/everything'), path.join(folder, 'all'), {
    recursive: true,
  });
  const words = ['everything', '-f', 'reveal', '-r', '#chart-line', '-o', target];
  expect(await runExport(words, { cwd: path.join(folder, 'all') })).toMatchObject({ code: 0 });
  const page = readFileSync(path.join(target, 'index.html'), 'utf8');
  expect(page).toMatch(/<rostrum-chart class="block [^"]*drawn"[^>]*>[^]*<svg class="chart-svg"/);
  expect(page).not.toContain('data-spec=');
});
