import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import { rostrum } from '../../../../../src/node/vite/vite.ts';
import { COMMAND_PLUGIN } from '../../../../../src/node/vite/site.ts';
import { openProjectFolder, SMALL_PROJECT } from '../../../../support/project.ts';

const STATE = /\/talks\/@rostrum\/([\da-f]{16})\//;
const LOADED = /<(?:script|link)[^>]* (?:src|href)="(\/[^"]+)"/g;

let root: string;
let server: ViteDevServer;

beforeAll(async () => {
  ({ root } = openProjectFolder(SMALL_PROJECT));
  server = await createServer({
    root,
    base: '/talks/',
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: COMMAND_PLUGIN, api: { offline: true } }, rostrum()],
    server: { port: 0 },
  });
  await server.listen();
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const get = (address: string) =>
  fetch(new URL(address, server.resolvedUrls?.local[0]), { headers: { accept: '*/*' } });

/** Lists the addresses that a page loads. */
async function listLoaded(address: string): Promise<string[]> {
  const text = await (await get(address)).text();
  return [...text.matchAll(LOADED)].map(([, url = '']) => url);
}

test('everything that a page loads is there, and files of the client never change', async () => {
  for (const address of ['/talks/', '/talks/first/']) {
    const loaded = await listLoaded(address);
    expect(loaded.length, address).toBeGreaterThan(3);
    for (const url of loaded) {
      const { status, headers } = await get(url);
      expect(status, url).toBe(200);
      expect(headers.get('content-type'), url).toMatch(/^(?:text\/(?:css|javascript)|font\/woff2)/);
      const isKept = STATE.test(url) && !url.endsWith('/page.js');
      expect(headers.get('cache-control'), url).toMatch(isKept ? /immutable/ : /no-cache/);
    }
  }
});

test('the module of a page starts the client of the same state', async () => {
  const url = (await listLoaded('/talks/first/')).find((one) => one.endsWith('/page.js')) ?? '';
  const text = await (await get(url)).text();
  expect(text).toContain(`from "/talks/@rostrum/${STATE.exec(url)?.[1]}/dev.js"`);
  const api = await get('/talks/@rostrum/api.js');
  expect(await api.text()).toBe(`export * from './${STATE.exec(url)?.[1]}/api.js';\n`);
  expect(api.headers.get('cache-control')).toBe('no-cache');
});

test('a file that the client does not have is missing, in any state and below no other base', async () => {
  const url = (await listLoaded('/talks/first/')).find((one) => one.endsWith('/dev.js')) ?? '';
  const of = url.slice(0, -'dev.js'.length);
  for (const address of [
    `${of}none.js`,
    `${of}none.woff2`,
    `${of}assets`,
    `${of}../../engine.ts`,
    `${of}%2e%2e/x.js`,
    '/talks/@rostrum/0000000000000000/dev.js',
    url.slice('/talks'.length),
  ])
    expect((await get(address)).status, address).toBeGreaterThanOrEqual(400);
});

test('without blocks of the project’s own Vite bundles no packages', () => {
  expect(server.environments.client.depsOptimizer).toBeUndefined();
});
