// Measures an event stream through a real nginx with nchan: node bench/hub.mjs [LISTENERS] [SECONDS]
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [listeners = 2000, seconds = 30] = process.argv.slice(2).map(Number);
const PORT = 5821;
const root = mkdtempSync(path.join(tmpdir(), 'rostrum-hub-'));
chmodSync(root, 0o755);
writeFileSync(
  path.join(root, 'nginx.conf'),
  `load_module /usr/lib/nginx/modules/ngx_nchan_module.so;
daemon off; worker_processes 2; worker_rlimit_nofile 20000; pid ${root}/pid; error_log ${root}/error.log;
events { worker_connections 8000; }
http {
  access_log off;
  client_body_temp_path ${root}/b; proxy_temp_path ${root}/p; fastcgi_temp_path ${root}/f; uwsgi_temp_path ${root}/u; scgi_temp_path ${root}/s;
  server {
    listen 127.0.0.1:${PORT} backlog=4096;
    location = /data/visitors { nchan_subscriber eventsource; nchan_channel_id visitors; nchan_message_buffer_length 1; nchan_subscriber_first_message oldest; nchan_eventsource_ping_interval 15; }
    location = /publish { allow 127.0.0.1; deny all; nchan_publisher http; nchan_channel_id visitors; nchan_message_buffer_length 1; }
  }
}
`,
);

const server = spawn('nginx', ['-p', root, '-c', path.join(root, 'nginx.conf')], {
  stdio: 'inherit',
});
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const lags = [];
let open = 0;

function listen() {
  const request = http.get({
    port: PORT,
    path: '/data/visitors',
    headers: { Accept: 'text/event-stream' },
    agent: false,
  });
  request.on('response', (response) => {
    open++;
    response.setEncoding('utf8');
    response.on('data', (text) => {
      for (const [, at] of text.matchAll(/"sentAt":(\d+(?:\.\d+)?)/g))
        lags.push(performance.now() - Number(at));
    });
  });
  request.on('error', () => undefined);
  return request;
}

function publish(n) {
  const row = JSON.stringify({ asOf: '2026-11-20', visitors: n, sentAt: performance.now() });
  return new Promise((resolve, reject) => {
    const request = http.request(
      { port: PORT, path: '/publish', method: 'POST', agent: false },
      (response) => response.resume().on('end', resolve),
    );
    request.on('error', reject);
    request.end(row);
  });
}

try {
  await wait(500);
  const requests = [];
  for (let n = 0; n < listeners; n++) {
    requests.push(listen());
    if (n % 50 === 49) await wait(10);
  }
  await wait(3000);
  lags.length = 0;
  for (let n = 0; n < seconds; n++) {
    await publish(n);
    await wait(1000);
  }
  const sorted = lags.toSorted((a, b) => a - b);
  const at = (share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(0);
  process.stdout.write(
    `${open} listeners, ${seconds} rows: ${lags.length} of ${open * seconds} events arrived.\n`,
  );
  process.stdout.write(`Lag in ms: p50 ${at(0.5)}, p99 ${at(0.99)}, greatest ${at(1)}.\n`);
  for (const request of requests) request.destroy();
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(root, { recursive: true, force: true });
}
