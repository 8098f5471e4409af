import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { listArguments } from '../../src/node/chromium/chromium-arguments.ts';
import { findBrowsers } from '../../src/node/chromium/find-browser.ts';

/** Arguments that Playwright gives itself, and one for programs that open few pages: with a zygote a page costs less. */
const UNWANTED = /^(?:--headless|--remote-debugging-pipe|--no-zygote|about:blank)/;

/** How a page is opened. */
export interface PageOptions extends BrowserContextOptions {
  /** Whether a page fetches all of its talk after some seconds, for the time without a network; defaults to false. */
  keepsTalk?: boolean;
}

/** A browser whose contexts save data unless they keep talks: to keep a talk takes more time than to show it. */
export interface TestBrowser extends Browser {
  newContext(options?: PageOptions): Promise<BrowserContext>;
}

/** The browser of this process: the test files of a worker share one. */
const running = new Map<'browser', Promise<Browser>>();

/** Opens the browser that the package brings, or else the machine's. To close it closes what was opened in it. */
export async function launchBrowser(): Promise<TestBrowser> {
  // A script ends when its browser has ended.
  if (process.env['VITEST'] === undefined) return startBrowser();
  const browser = await (running.get('browser') ?? shareBrowser());
  return browser.isConnected() ? lendBrowser(browser) : lendBrowser(await shareBrowser());
}

function shareBrowser(): Promise<Browser> {
  const started = startBrowser();
  running.set('browser', started);
  return started;
}

async function startBrowser(): Promise<Browser> {
  for await (const binary of findBrowsers({ prefer: 'bundled' })) {
    const args = listArguments(binary, undefined).filter((arg) => !UNWANTED.test(arg));
    const env = { ...(process.env as Record<string, string>), ...binary.env };
    // The arguments decide about shared memory, by the machine.
    const ignoreDefaultArgs = ['--disable-dev-shm-usage'];
    return chromium.launch({ executablePath: binary.path, args, env, ignoreDefaultArgs });
  }
  throw new Error('There is no browser to test with.');
}

function lendBrowser(browser: Browser): TestBrowser {
  const contexts: BrowserContext[] = [];
  const lent: Pick<TestBrowser, 'newContext' | 'close'> = {
    async newContext({ keepsTalk = false, ...options } = {}) {
      const context = await browser.newContext(options);
      contexts.push(context);
      if (!keepsTalk) await context.addInitScript(saveData);
      return context;
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
    },
  };
  return Object.assign(Object.create(browser) as Browser, lent);
}

/** Runs in the page. */
function saveData(): void {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
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
  browser: TestBrowser,
  options: PageOptions = {},
): Promise<WatchedPage> {
  const viewport = { width: 1280, height: 720 };
  const context = await browser.newContext({ viewport, ...options });
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
