import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { createBuilder, createServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rostrum } from '../../src/node/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { openProjectFolder } from '../support/project.ts';
import { serveFiles, type ServedSite } from '../support/site.ts';

const TALK = '---\ntitle: T\n---\n\n# One\n\nText\n\n---\n\n# Two\n\nMore\n\nNote: Secret.\n';
const FRAME = '<!doctype html><iframe width="900" height="600" src="about:blank"></iframe>';

const { root, write } = openProjectFolder({ 'slides/talks/t.md': TALK, 'other/index.html': FRAME });
const opened: (() => PromiseLike<unknown>)[] = [];
let browser: Browser;
let stranger: ServedSite;
let guarded: ServedSite;

async function build(name: string, embed: boolean): Promise<ServedSite> {
  const outDir = path.join(root, name);
  const plugins = [rostrum({ embed })];
  const build = { outDir, emptyOutDir: true };
  const builder = await createBuilder({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins,
    build,
  });
  await builder.buildApp();
  return serve(outDir);
}

async function serve(folder: string): Promise<ServedSite> {
  const site = await serveFiles(folder);
  opened.push(() => site[Symbol.asyncDispose]());
  return site;
}

beforeAll(async () => {
  browser = await launchBrowser();
  opened.push(() => browser.close());
  stranger = await serve(path.join(root, 'other'));
  guarded = await build('dist', false);
});
afterAll(async () => {
  for (const close of opened) await close();
  rmSync(root, { recursive: true, force: true });
});

/** Opens a page of one site with a frame that shows an address. */
async function frame(host: string, address: string): Promise<{ page: Page; inner: Frame }> {
  const page = await browser.newPage();
  await page.goto(host);
  await page.locator('iframe').evaluate((element, src) => {
    (element as HTMLIFrameElement).src = src;
  }, address);
  await page.frameLocator('iframe').locator('html[data-ready]').waitFor({ state: 'attached' });
  const inner = page.frames()[1];
  if (!inner) throw new Error('There is no frame.');
  return { page, inner };
}

const classOf = (inner: Frame) => inner.evaluate(() => document.documentElement.className);

test('a built talk in a frame of a stranger is a document: no deck, no keys, no windows, no messages', async () => {
  for (const view of ['', '?print', '?speaker=0123456789abcdef', '?receiver=0123456789abcdef']) {
    const { page, inner } = await frame(stranger.base, `${guarded.base}t/${view}`);
    expect(await classOf(inner), view).toBe('framed');
    await page.close();
  }
  const { page, inner } = await frame(stranger.base, `${guarded.base}t/`);
  const windows: Page[] = [];
  page.context().on('page', (opened) => windows.push(opened));
  await inner.locator('#two').click();
  for (const key of ['s', 'r', 'p', 'o', 'b', '?', 'ArrowRight']) await page.keyboard.press(key);
  await page.evaluate(() => {
    const message = JSON.stringify({ method: 'slide', args: [1] });
    document.querySelector('iframe')?.contentWindow?.postMessage(message, '*');
  });
  const seen = await inner.evaluate(() => ({
    hash: location.hash,
    isDeck: document.querySelector('.reveal.ready, .present, dialog') !== null,
    shown: [...document.querySelectorAll('.slides > section')].map((section) => {
      const { visibility } = getComputedStyle(section);
      return visibility === 'visible' && section.getBoundingClientRect().height > 0;
    }),
    link: document.querySelector('.reader a')?.getAttribute('target'),
  }));
  expect(seen).toEqual({ hash: '', isDeck: false, shown: [true, true], link: '_blank' });
  expect(windows).toEqual([]);
  await page.close();
});

test('in a frame of its own origin it is a deck', async () => {
  write('dist/frame.html', FRAME);
  const { page, inner } = await frame(`${guarded.base}frame.html`, `${guarded.base}t/`);
  expect(await classOf(inner)).toContain('deck');
  await page.close();
});

test('a build that may be embedded is a deck in any frame', async () => {
  const open = await build('open', true);
  const { page, inner } = await frame(stranger.base, `${open.base}t/`);
  expect(await classOf(inner)).toContain('deck');
  expect(existsSync(path.join(root, 'open/_headers'))).toBe(false);
  await page.close();
});

test('hosts that read "_headers" forbid the frame', () => {
  expect(readFileSync(path.join(root, 'dist/_headers'), 'utf8')).toBe(
    "/*\n  Content-Security-Policy: frame-ancestors 'self'\n  X-Frame-Options: SAMEORIGIN\n",
  );
});

test('the dev server lets no stranger frame a talk, unless told so', async () => {
  for (const embed of [false, true]) {
    const server = await createServer({
      root,
      configFile: false,
      logLevel: 'silent',
      cacheDir: path.join(root, '.vite'),
      plugins: [rostrum({ embed })],
      server: { port: 0 },
    });
    await server.listen();
    const page = await browser.newPage();
    await page.goto(stranger.base);
    const address = `${server.resolvedUrls?.local[0]}t/`;
    await page.locator('iframe').evaluate((element, src) => {
      const frame = element as HTMLIFrameElement;
      const done = new Promise((resolve) => frame.addEventListener('load', resolve));
      frame.src = src;
      return done;
    }, address);
    const title = await page.frames()[1]?.title();
    expect(title === 'T', String(embed)).toBe(embed);
    await page.close();
    await server.close();
  }
});
