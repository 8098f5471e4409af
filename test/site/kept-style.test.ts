import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, version, type InlineConfig } from 'vite';
import { afterAll, expect, test, vi } from 'vitest';
import { rostrum } from '../../src/node/api.ts';
import { nameCachedStyle } from '../../src/node/vite/style-cache.ts';
import { toDevUrls } from '../../src/node/pages/urls.ts';

const root = mkdtempSync(path.join(tmpdir(), 'rostrum-style-'));
mkdirSync(path.join(root, 'slides/talks'), { recursive: true });
writeFileSync(path.join(root, 'slides/talks/one.md'), '---\ntitle: One\n---\n\n# One\n');
const MARK = '/* kept */';
/** The file is named by the mode among others, so that no other start reads what this test writes. */
const MODE = `test-${process.pid}`;
const written = new Set<string>();

// A server that is closed may still be writing what it has begun, in this process.
afterAll(async () => {
  for (const folder of [root, ...written]) {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
});

/** Starts a dev server and asks for the stylesheet that its page links; gives it, and the file in which it is kept. */
async function readStyle(options: InlineConfig = {}): Promise<{ css: string; kept: string }> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    mode: MODE,
    plugins: [rostrum()],
    server: { port: 0 },
    ...options,
  });
  const kept = nameCachedStyle(server.config, toDevUrls(server.config), version);
  written.add(kept);
  await server.listen();
  const base = server.resolvedUrls?.local[0] ?? '';
  const page = await (await fetch(`${base}one/`)).text();
  const url = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1] ?? '';
  const answer = await fetch(new URL(url, base), { headers: { accept: 'text/css' } });
  const css = await answer.text();
  await vi.waitUntil(() => existsSync(kept), { timeout: 20_000 });
  await server.close();
  return { css, kept };
}

test('the stylesheet of the last start is served, and built again for another state', async () => {
  const made = await readStyle();
  expect(made.css).toContain('.slide');
  writeFileSync(made.kept, `${MARK}\n${readFileSync(made.kept, 'utf8')}`);
  const again = await readStyle();
  expect(again).toEqual({ css: expect.stringContaining(MARK), kept: made.kept });
  const other = await readStyle({ mode: `${MODE}-other` });
  expect(other.css).not.toContain(MARK);
});
