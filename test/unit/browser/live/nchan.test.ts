import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { listen } from '../../../../src/browser/live/live-stream.ts';
import { findPort } from '../../../support/relay.ts';

const NGINX = '/usr/sbin/nginx';
const MODULE = '/usr/lib/nginx/modules/ngx_nchan_module.so';
const hasNchan = existsSync(NGINX) && existsSync(MODULE);

// Reported as skipped where nginx with nchan is not installed.
test.skipIf(!hasNchan)(
  'rows pass through a real nginx with nchan, the last one to those who join late',
  async () => {
    // A page looks at its clock when it comes back; here is none.
    vi.stubGlobal('addEventListener', () => undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    const root = mkdtempSync(path.join(tmpdir(), 'rostrum-nchan-'));
    chmodSync(root, 0o755);
    const port = await findPort();
    writeFileSync(
      path.join(root, 'nginx.conf'),
      `load_module ${MODULE}; daemon off; worker_processes 1; pid ${root}/pid; error_log ${root}/error.log;
events {} http { access_log off; client_body_temp_path ${root}/b; proxy_temp_path ${root}/p; fastcgi_temp_path ${root}/f; uwsgi_temp_path ${root}/u; scgi_temp_path ${root}/s;
server { listen 127.0.0.1:${port};
location = /rows { nchan_subscriber eventsource; nchan_channel_id rows; nchan_message_buffer_length 1; nchan_subscriber_first_message oldest; }
location = /publish { nchan_publisher http; nchan_channel_id rows; nchan_message_buffer_length 1; } } }\n`,
    );
    const server = spawn(NGINX, ['-p', root, '-c', path.join(root, 'nginx.conf')], {
      stdio: 'ignore',
    });
    const url = `http://127.0.0.1:${port}`;
    const publish = (n: number) =>
      fetch(`${url}/publish`, {
        method: 'POST',
        body: JSON.stringify({ asOf: '2026-11-20', n }),
      }).then(
        ({ status }) => status,
        () => 0,
      );
    const end = new AbortController();
    const got: [string, number | null][] = [];
    try {
      await expect.poll(() => publish(1), { timeout: 10_000 }).toBeGreaterThan(199);
      const heard = listen(
        { url: `${url}/rows`, interval: 60_000 },
        {
          onOpen: () => undefined,
          onText: (text, stamp) => void got.push([text, stamp]),
          onDrop: () => undefined,
          onHealthy: () => undefined,
        },
        { signal: end.signal, limits: { bytes: 10_000, timeout: 20_000 } },
      ).catch(() => 'ended');
      await expect.poll(() => got.length, { timeout: 10_000 }).toBe(1);
      await publish(2);
      await expect.poll(() => got.length, { timeout: 10_000 }).toBe(2);
      expect(got.map(([text]) => JSON.parse(text) as unknown)).toEqual([
        { asOf: '2026-11-20', n: 1 },
        { asOf: '2026-11-20', n: 2 },
      ]);
      const [first, second] = got.map(([, stamp]) => stamp ?? 0);
      expect(second).toBeGreaterThan(first ?? 0);
      end.abort();
      expect(await heard).toBe('ended');
    } finally {
      server.kill('SIGTERM');
      await new Promise((resolve) => server.once('exit', resolve));
      rmSync(root, { recursive: true, force: true });
    }
  },
);
