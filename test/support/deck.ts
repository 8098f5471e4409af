import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { kernelBlocks } from '../../src/kernel/api.ts';
import { rostrum } from '../../src/node/api.ts';
import { COMMAND_PLUGIN, type CommandOptions } from '../../src/node/vite/site.ts';
import { launchBrowser, type PageOptions, type TestBrowser } from './browser.ts';
import { openProjectFolder } from './project.ts';
import { serveSite } from './site.ts';

/** A built project, and a browser that looks at it. */
export interface BuiltStage extends AsyncDisposable {
  /** Opens an address of the project in a page of its own and waits until it is drawn. */
  open(address: string, options?: OpenOptions): Promise<Page>;
}

/** A built project whose server can end. */
export interface ServedStage extends BuiltStage {
  /** Ends the server, as a network that fails does also for service workers. */
  cut(): Promise<void>;
}

/** A project served by the dev server, and a browser that looks at it. */
export interface Stage extends BuiltStage {
  root: string;
  write(file: string, text: string): void;
  /** Ends the server and starts another one at the same address; `between` runs while there is none. */
  restart(between: () => Promise<void>): Promise<void>;
}

/** How a page of the stage is opened. */
export interface OpenOptions extends PageOptions {
  /** Called with the page before it loads. */
  prepare?: (page: Page) => Promise<void>;
}

/** Builds files, by path from a project's root, with their notes, and starts a browser; its pages load in half the time of a dev server's. */
export async function openBuiltStage(
  files: Record<string, string | Uint8Array>,
): Promise<ServedStage> {
  const { root } = openProjectFolder(files);
  const [site, browser] = await Promise.all([
    serveSite(root, 'build', { notes: true }),
    launchBrowser(),
  ]);
  return {
    open: (address, options) => openPage(browser, site.base + address, options),
    cut: async () => site[Symbol.asyncDispose](),
    async [Symbol.asyncDispose]() {
      await browser.close();
      await site[Symbol.asyncDispose]();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Serves files, by path from a project's root, and starts a browser. */
export async function openStage(
  files: Record<string, string>,
  commandOptions: CommandOptions = {},
): Promise<Stage> {
  const { root, write } = openProjectFolder(files);
  const start = async (port: number): Promise<ViteDevServer> => {
    const server = await createServer({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [{ name: COMMAND_PLUGIN, api: commandOptions }, rostrum({ blocks: kernelBlocks })],
      server: { port, strictPort: port !== 0 },
    });
    return server.listen();
  };
  let server = await start(0);
  const base = server.resolvedUrls?.local[0] ?? '';
  const browser = await launchBrowser();
  return {
    root,
    write,
    open: (address, options) => openPage(browser, base + address, options),
    async restart(between) {
      await server.close();
      await between();
      server = await start(Number(new URL(base).port));
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function openPage(
  browser: TestBrowser,
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
