import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const ROOT = path.resolve(import.meta.dirname, '..');
const CACHE = path.join(ROOT, 'node_modules/.cache/rostrum');
const PACKAGE = 'node_modules/@sparticuz/chromium/package.json';
const BUNDLED = 'bundled';
const VIEWPORT = { width: 1280, height: 720 };

/** Decides on one browser for all tools: the program in `ROSTRUM_BROWSER`, else the bundled one, whatever else is installed. */
export function chooseBrowser() {
  process.env.ROSTRUM_BROWSER ||= BUNDLED;
}

/** Finds the chosen browser; the bundled one is there after the first export. */
export function findBrowser() {
  const named = process.env.ROSTRUM_BROWSER;
  if (named && named !== BUNDLED) return { executablePath: named, env: process.env };
  const { version } = JSON.parse(readFileSync(path.join(ROOT, PACKAGE), 'utf8'));
  const folder = path.join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) throw new Error(`The bundled browser is not in ${folder}.`);
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: path.join(folder, 'lib'),
    FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    XDG_CACHE_HOME: CACHE,
  };
  return { executablePath: path.join(folder, 'chromium'), env };
}

/** Names the chosen browser and its version. */
export function nameBrowser() {
  const named = process.env.ROSTRUM_BROWSER;
  const origin = named === BUNDLED ? 'bundled' : named;
  return withBrowser((browser) => `Chromium ${browser.version()} (${origin})`);
}

/** Starts the browser, calls back with it, and ends it. */
export async function withBrowser(work) {
  const args = ['--no-sandbox', '--disable-gpu', '--no-zygote', '--disable-software-rasterizer'];
  const browser = await chromium.launch({ ...findBrowser(), args });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Opens an empty window of a visitor who was never here, and a line to the browser's own figures. */
export async function openWindow(browser, { slowdown = 1 } = {}) {
  // Waiting evaluates text on the page, which the policy of Rostrum's pages forbids to their own scripts.
  const context = await browser.newContext({ viewport: VIEWPORT, bypassCSP: true });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await page.goto('about:blank');
  if (slowdown > 1) await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { context, page, protocol };
}

/** Returns, in the page, whether a current slide with a text is laid out in the window and visible. */
export const IS_VISIBLE = `(([selector, text]) => [...document.querySelectorAll(selector)].some((slide) => {
  if (!slide.textContent.includes(text)) return false;
  const { width, height, left, right, top, bottom } = slide.getBoundingClientRect();
  const isInside = left < innerWidth && right > 0 && top < innerHeight && bottom > 0;
  return width > 0 && height > 0 && isInside && slide.checkVisibility({ visibilityProperty: true });
}))`;

/** Writes a script for a new page that notes when a slide is painted, by the page's own clock, as `paintedAt`. */
export function notePainted(selector, text) {
  const seen = `${IS_VISIBLE}(${JSON.stringify([selector, text])})`;
  return `{
    const look = () => document.body && ${seen}
      ? requestAnimationFrame(() => requestAnimationFrame(() => (window.paintedAt = performance.now())))
      : requestAnimationFrame(look);
    requestAnimationFrame(look);
  }`;
}

/** Waits until a slide is painted: laid out, visible, and two frames later. */
export async function waitForSlide(page, selector, text, timeout = 60_000) {
  const seen = `${IS_VISIBLE}(${JSON.stringify([selector, text])})`;
  await page.waitForFunction(seen, null, { polling: 'raf', timeout });
  await ask(
    page,
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/** Evaluates an expression in a page that may be reloading, which some tools do after each edit. */
export async function ask(page, expression) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await page.evaluate(expression);
    } catch (error) {
      if (attempt === 4 || !String(error).includes('context was destroyed')) throw error;
      await page.waitForLoadState();
    }
  }
}
