import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { listArguments } from '../../src/node/chromium/chromium-arguments.ts';
import { findBrowsers } from '../../src/node/chromium/find-browser.ts';

/** Arguments that Playwright gives itself. */
const PLAYWRIGHTS_OWN = /^(?:--headless|--remote-debugging-pipe|about:blank)/;

/** Starts the browser that the package brings, or else the machine's. */
export async function launchBrowser(): Promise<Browser> {
  for await (const binary of findBrowsers({ prefer: 'bundled' })) {
    const args = listArguments(binary, undefined).filter((arg) => !PLAYWRIGHTS_OWN.test(arg));
    const env = { ...(process.env as Record<string, string>), ...binary.env };
    return chromium.launch({ executablePath: binary.path, args, env });
  }
  throw new Error('There is no browser to test with.');
}

/** Options of a page that is read and not looked at: few pixels are painted, and nothing moves. */
export const UNSEEN: BrowserContextOptions = { deviceScaleFactor: 0.25, reducedMotion: 'reduce' };

/** A page, and everything about it that should not have happened. */
export interface WatchedPage extends AsyncDisposable {
  page: Page;
  /** Errors and warnings, requests that failed, and requests that left the machine. */
  troubles: string[];
}

/** Opens a page of its own that notes every trouble. */
export async function watchPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (!isLocal(request.url())) troubles.push(`left the machine: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  return { page, troubles, [Symbol.asyncDispose]: () => context.close() };
}

/** Opens an address and waits until the page says that it is drawn; gives the names of what is not. */
export async function openDrawn(page: Page, url: string): Promise<string> {
  await page.goto(url);
  const root = page.locator('html[data-ready]');
  await root.waitFor({ state: 'attached' });
  return (await root.getAttribute('data-ready')) ?? '';
}

function isLocal(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'data:' || protocol === 'blob:' || hostname === '127.0.0.1';
}
