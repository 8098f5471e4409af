import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBuilder, type Plugin } from 'vite';
import type { Page } from 'playwright-core';
import { kernelBlocks } from '../../src/kernel/api.ts';
import { rostrum } from '../../src/node/api.ts';
import { COMMAND_PLUGIN, type CommandOptions } from '../../src/node/vite/site.ts';
import { launchBrowser, type TestBrowser } from './browser.ts';
import type { OpenOptions } from './deck.ts';

/** Answers one request of a page. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A built project behind a plain web server whose answers a test decides. */
export interface LiveStage extends AsyncDisposable {
  /** Where the built files lie. */
  folder: string;
  /** Opens a page, prepared before it loads, whose requests are answered by its own handlers, by path, else by files. */
  open(
    address: string,
    handlers?: Record<string, Handler>,
    options?: OpenOptions,
  ): Promise<LivePage>;
}

/** A page that keeps what went wrong on it. */
export interface LivePage {
  page: Page;
  handlers: Record<string, Handler>;
  /** Paths that it asked for. */
  asked: string[];
  /** Uncaught errors. */
  errors: string[];
  warnings: string[];
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Builds a project, whose files may name the server's own address, and serves it. */
export async function openLiveStage(
  filesAt: (base: string) => Record<string, string>,
  commandOptions: CommandOptions = {},
): Promise<LiveStage> {
  const root = mkdtempSync(path.join(tmpdir(), 'rostrum-live-'));
  const folder = path.join(root, 'dist');
  const pages = new Map<string, Pick<LivePage, 'handlers' | 'asked'>>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pages.get(String(request.headers[PAGE_HEADER]));
    page?.asked.push(pathname);
    response.on('error', () => undefined);
    (page?.handlers[pathname] ?? sendFile(folder, pathname))(request, response);
  });
  const base = await listen(server);
  for (const [file, text] of Object.entries(filesAt(base))) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  await build(root, commandOptions);
  const browser = await launchBrowser();
  return {
    folder,
    open(address, handlers = {}, options = {}) {
      const about = { handlers, asked: [] };
      const id = String(pages.size);
      pages.set(id, about);
      return watchPage(browser, base + address, { id, ...about, options });
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      server.closeAllConnections();
      server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Sends JSON that any page may read. */
export function sendJson(value: unknown, headers: Record<string, string> = {}): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', ...CORS, ...headers });
    response.end(typeof value === 'string' ? value : JSON.stringify(value));
  };
}

const FOUND_TIMEOUT_MS = 20_000;
const FOUND_INTERVAL_MS = 100;

/** Waits until a page has an element with a text. Looks ten times a second: Playwright looks in each frame, which makes frames. */
export async function untilFound(page: Page, selector: string, text = ''): Promise<void> {
  const wanted = { selector, text, timeout: FOUND_TIMEOUT_MS, interval: FOUND_INTERVAL_MS };
  const isFound = await page.evaluate(async ({ selector, text, timeout, interval }) => {
    const end = performance.now() + timeout;
    const look = (): boolean =>
      [...document.querySelectorAll(selector)].some(({ textContent }) =>
        textContent.includes(text),
      );
    while (!look()) {
      if (performance.now() > end) return false;
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
    return true;
  }, wanted);
  if (!isFound) throw new Error(`There is no "${selector}" with "${text}".`);
}

/** Lets any page read an answer. */
export const CORS = { 'Access-Control-Allow-Origin': '*' };

const PAGE_HEADER = 'x-page';

interface Watched extends Pick<LivePage, 'handlers' | 'asked'> {
  id: string;
  options: OpenOptions;
}

async function watchPage(
  browser: TestBrowser,
  url: string,
  { id, handlers, asked, options: { prepare, ...options } }: Watched,
): Promise<LivePage> {
  const errors: string[] = [];
  const warnings: string[] = [];
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    ...options,
    extraHTTPHeaders: { [PAGE_HEADER]: id },
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await prepare?.(page);
  await page.goto(url);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return { page, handlers, asked, errors, warnings, close: () => context.close() };
}

async function build(root: string, commandOptions: CommandOptions): Promise<void> {
  const command: Plugin<CommandOptions> = { name: COMMAND_PLUGIN, api: commandOptions };
  const builder = await createBuilder({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [command, rostrum({ blocks: kernelBlocks })],
  });
  await builder.buildApp();
}

function sendFile(folder: string, pathname: string): Handler {
  return (_request, response) => {
    const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    try {
      const body = readFileSync(file);
      response.writeHead(200, {
        'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
        'Last-Modified': statSync(file).mtime.toUTCString(),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
