import path from 'node:path';
import type { Browser } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examples } from '../gallery/registry.ts';
import { ALL_BLOCKS } from '../support/blocks.ts';
import { launchBrowser, openDrawn, watchPage, type WatchedPage } from '../support/browser.ts';

const ROOT = path.resolve(import.meta.dirname, '../gallery');
const moving = Object.keys(examples).filter((name) => (examples[name]?.next ?? []).length > 0);

let server: ViteDevServer;
let browser: Browser;
let gallery: WatchedPage;

beforeAll(async () => {
  server = await createServer({
    configFile: path.join(ROOT, 'vite.config.ts'),
    server: { port: 0, host: '127.0.0.1' },
    logLevel: 'silent',
    cacheDir: path.resolve(ROOT, '../../node_modules/.cache/rostrum/gallery'),
  });
  await server.listen();
  browser = await launchBrowser();
  gallery = await watchPage(browser);
  await openDrawn(gallery.page, server.resolvedUrls?.local[0] ?? '');
});

afterAll(async () => {
  await gallery[Symbol.asyncDispose]();
  await browser.close();
  await server.close();
});

test('every block has an example', () => {
  const shown = new Set(Object.values(examples).map(({ block }) => block ?? 'chart'));
  expect(ALL_BLOCKS.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});

test('every example is shown without trouble', async () => {
  const ids = await gallery.page.$$eval('section.slide', (slides) => slides.map(({ id }) => id));
  expect(ids).toEqual(Object.keys(examples));
  expect(await gallery.page.$$eval('.problem, .failed', (found) => found.length)).toBe(0);
  expect(gallery.troubles).toEqual([]);
});

test('every drawing has marks, and all its words are inside it', async () => {
  const faults = await gallery.page.$$eval('section.slide', (slides) =>
    slides.flatMap((slide) => {
      const drawings = [...slide.querySelectorAll('svg[data-drawn], [data-drawn] svg')];
      return drawings.flatMap((drawing) => {
        if (!drawing.querySelector('path, rect, circle, line')) return [`${slide.id}: empty`];
        const box = slide.getBoundingClientRect();
        const words = [...drawing.querySelectorAll('text')].filter((word) => {
          const { left, right, top, bottom } = word.getBoundingClientRect();
          const isInside =
            left >= box.left - 1 &&
            right <= box.right + 1 &&
            top >= box.top - 1 &&
            bottom <= box.bottom + 1;
          return !isInside;
        });
        return words.map((word) => `${slide.id}: ${word.textContent}`);
      });
    }),
  );
  expect(faults).toEqual([]);
});

test.each(moving)('%s moves to its next data and back', async (name) => {
  const { page } = gallery;
  const slide = page.locator(`section[id="${name}"]`);
  const read = (): Promise<string> => slide.locator('.block').first().innerHTML();
  const settle = async (): Promise<void> => {
    await page.waitForFunction(
      (id) => document.getElementById(id)?.getAnimations({ subtree: true }).length === 0,
      name,
    );
    await page.waitForTimeout(600);
  };
  const before = await read();
  await slide.dispatchEvent('click');
  await settle();
  expect(await read()).not.toBe(before);
  await slide.dispatchEvent('click');
  await settle();
  expect(await read()).toBe(before);
  expect(gallery.troubles).toEqual([]);
});
