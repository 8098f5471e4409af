import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { renderHeaderFiles } from '../../../../../src/node/vite/build/headers.ts';
import { findPort } from '../../../../support/relay.ts';

const OPTIONS = { isEmbeddable: false, isHashed: true, interval: 10_000 };
const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((file) => existsSync(file));

test('files with a hash are kept for ever, data for half of their interval', () => {
  const files = renderHeaderFiles(['netlify', 'nginx', 'apache'], OPTIONS);
  expect(Object.keys(files)).toEqual(['_headers', 'nginx.conf', '.htaccess']);
  for (const text of Object.values(files)) {
    expect(text).toContain('public, max-age=31536000, immutable');
    expect(text).toContain('public, max-age=5, must-revalidate');
    expect(text).toContain("frame-ancestors 'self'");
  }
  const slow = renderHeaderFiles(['netlify'], { ...OPTIONS, interval: 3_600_000 });
  expect(slow['_headers']).toContain('max-age=60,');
  const fast = renderHeaderFiles(['netlify'], { ...OPTIONS, interval: 1000 });
  expect(fast['_headers']).toContain('max-age=1,');
});

test('nothing is kept for ever by its folder where names have no hash, and frames may be allowed', () => {
  const files = renderHeaderFiles(['netlify', 'nginx'], {
    isEmbeddable: true,
    isHashed: false,
    interval: null,
  });
  expect(files['_headers']).not.toContain('immutable');
  expect(Object.values(files).join('')).not.toContain('frame');
});

// Reported as skipped where nginx is not installed.
test.skipIf(NGINX === undefined)('a real nginx sends what the file says', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'rostrum-nginx-'));
  // Where tests run as root, the workers of nginx are another user.
  chmodSync(root, 0o755);
  const site = path.join(root, 'www/talks');
  for (const [file, text] of Object.entries({
    'assets/talk-D9lelVoT.js': '1',
    'assets/plain.js': '1',
    'data/visitors.json': '{}',
    't/index.html': '<p>T',
    ...renderHeaderFiles(['nginx'], OPTIONS),
  })) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), text);
  }
  const port = await findPort();
  const config = `daemon off; worker_processes 1; pid ${root}/pid; error_log ${root}/error.log;
events {} http { access_log off; client_body_temp_path ${root}/b; proxy_temp_path ${root}/p; fastcgi_temp_path ${root}/f; uwsgi_temp_path ${root}/u; scgi_temp_path ${root}/s;
server { listen 127.0.0.1:${port}; root ${root}/www; include ${site}/nginx.conf; } }\n`;
  writeFileSync(path.join(root, 'nginx.conf'), config);
  const words = ['-p', root, '-c', path.join(root, 'nginx.conf')];
  execFileSync(NGINX ?? '', [...words, '-t', '-q'], { stdio: 'ignore' });
  const server = spawn(NGINX ?? '', words, { stdio: 'ignore' });
  const get = (file: string, headers = {}) =>
    fetch(`http://127.0.0.1:${port}/talks/${file}`, { headers });
  try {
    await expect
      .poll(
        () =>
          get('t/').then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 10_000 },
      )
      .toBe(200);
    const cacheOf = async (file: string) => (await get(file)).headers.get('cache-control');
    expect(await cacheOf('assets/talk-D9lelVoT.js')).toContain('immutable');
    expect(await cacheOf('assets/plain.js')).toBeNull();
    expect(await cacheOf('t/')).toBe('no-cache');
    const data = await get('data/visitors.json');
    expect(data.headers.get('cache-control')).toBe('public, max-age=5, must-revalidate');
    expect(data.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    const etag = data.headers.get('etag') ?? '';
    expect((await get('data/visitors.json', { 'If-None-Match': etag })).status).toBe(304);
    expect((await get('nginx.conf')).status).toBe(404);
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
    rmSync(root, { recursive: true, force: true });
  }
});
