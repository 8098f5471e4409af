import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createServer } from 'vite';
import { rostrum } from '../../src/node/plugin.ts';
import { COMMAND_PLUGIN, type CommandWishes } from '../../src/node/vite/site.ts';
import { launchBrowser } from './browser.ts';

/** A project served by the dev server, and a browser that looks at it. */
export interface Stage extends AsyncDisposable {
  root: string;
  write(file: string, text: string): void;
  /** Opens an address of the server in a page of its own and waits until it is drawn. */
  open(address: string, options?: OpenOptions): Promise<Page>;
}

/** How a page of the stage is opened. */
export interface OpenOptions extends BrowserContextOptions {
  /** Called with the page before it loads. */
  prepare?: (page: Page) => Promise<void>;
}

/** Serves files, by path from a project's root, and starts a browser. */
export async function openStage(
  files: Record<string, string>,
  wishes: CommandWishes = {},
): Promise<Stage> {
  const root = mkdtempSync(path.join(tmpdir(), 'rostrum-stage-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: COMMAND_PLUGIN, api: wishes }, rostrum()],
    server: { port: 0 },
  });
  await server.listen();
  const base = server.resolvedUrls?.local[0] ?? '';
  const browser = await launchBrowser();
  return {
    root,
    write,
    open: (address, options) => openPage(browser, base + address, options),
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
  { prepare, ...options }: OpenOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  const page = await context.newPage();
  await prepare?.(page);
  await page.goto(url);
  if (options.javaScriptEnabled !== false) {
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
  }
  return page;
}
