import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer } from 'vite';
import { afterAll, expect, test, vi } from 'vitest';
import { rostrum } from '../../src/node/plugin.ts';

const root = mkdtempSync(path.join(tmpdir(), 'rostrum-style-'));
mkdirSync(path.join(root, 'slides/talks'), { recursive: true });
writeFileSync(path.join(root, 'slides/talks/one.md'), '---\ntitle: One\n---\n\n# One\n');
const kept = path.join(root, '.cache/rostrum/vite/talks.css');

// A server that is closed may still be writing what it has begun.
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

/** Starts a dev server and asks for the stylesheet that its page links. */
async function readStyle(): Promise<string> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [rostrum()],
    server: { port: 0 },
  });
  await server.listen();
  const base = server.resolvedUrls?.local[0] ?? '';
  const page = await (await fetch(`${base}one/`)).text();
  const url = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1] ?? '';
  const answer = await fetch(new URL(url, base), { headers: { accept: 'text/css' } });
  const css = await answer.text();
  await vi.waitUntil(() => existsSync(kept), { timeout: 20_000 });
  await server.close();
  return css;
}

test('the stylesheet of the last start is served, and made anew when it is of another state', async () => {
  const made = await readStyle();
  expect(made).toContain('.slide');
  const [stamp = '', ...rest] = readFileSync(kept, 'utf8').split('\n');
  writeFileSync(kept, `${stamp}\n/* kept */\n${rest.join('\n')}`);
  expect(await readStyle()).toMatch(/^\/\* kept \*\//);
  writeFileSync(kept, '/* another state */\n.old {}');
  expect(await readStyle()).not.toContain('.old');
});
