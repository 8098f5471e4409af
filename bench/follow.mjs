/*
 * Followers of a talk at nginx with the files of deploy/follow, all on this machine: node bench/follow.mjs [FOLLOWERS...]
 * Takes about half a minute for each number; both ends share the machine, so a relay of its own is faster.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const NGINX = '/usr/sbin/nginx';
const SECRET = 'bench';
const MESSAGES = 20;
const INTERVAL_MS = 500;
const LATE = 100;
/** As the page does: the first wait before a follower returns, and its spread. */
const RETRY_MS = 1000;
const LIMIT_MS = 60_000;
const SEQ = /"seq":(\d+)/g;

/** Writes the configuration with a port of its own, and returns how to start nginx with it. */
function prepare(folder, port) {
  const text = readFileSync('deploy/follow/nginx.conf', 'utf8').replace(':5820;', `:${port};`);
  mkdirSync(path.join(folder, 'place'));
  writeFileSync(
    path.join(folder, 'secret.conf'),
    `map $http_authorization $is_leader { "~^Bearer ${SECRET}$" 1; }\n`,
  );
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    (process.getuid() === 0 ? 'user root;\n' : '') + text,
  );
  return () =>
    spawn(NGINX, ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore' });
}

async function findPort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function post(port, seq) {
  const body = JSON.stringify({ build: 'bench', slide: 'a-slide-of-usual-length', step: -1, seq });
  const { ok, status } = await fetch(`http://127.0.0.1:${port}/live/bench`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${SECRET}` },
    body,
  });
  if (!ok) throw new Error(`The relay answered ${status}.`);
}

/** Opens a follower that returns after a fault; `onSeq` gets each number once. */
function follow(port, onSeq) {
  let last = 0;
  let isClosed = false;
  let socket;
  const open = () => {
    if (isClosed) return;
    socket = connect(port, '127.0.0.1', () => {
      socket.write('GET /live/bench HTTP/1.1\r\nHost: relay\r\nAccept: text/event-stream\r\n\r\n');
    });
    socket.on('data', (chunk) => {
      for (const [, digits] of chunk.toString('latin1').matchAll(SEQ)) {
        const seq = Number(digits);
        if (seq <= last) continue;
        last = seq;
        onSeq(seq);
      }
    });
    socket.on('error', () => undefined);
    socket.on('close', () => setTimeout(open, RETRY_MS * (0.5 + Math.random() / 2)));
  };
  open();
  return () => {
    isClosed = true;
    socket.destroy();
  };
}

async function until(isDone, what) {
  const end = Date.now() + LIMIT_MS;
  while (!isDone()) {
    if (Date.now() > end) throw new Error(`Not within a minute: ${what}.`);
    await sleep(5);
  }
}

/** Lists the master and its workers. */
function listFamily(master) {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1).split(' ');
      return [name, parent].includes(String(master)) ? Number(name) : [];
    } catch {
      return []; // It has ended.
    }
  });
}

/** Reads the memory of the relay in MB; what its processes share counts once. */
function readMemory(master) {
  const sizes = listFamily(master).map((pid) => {
    const [, kilobytes] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return Number(kilobytes) / 1024;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

async function measure(count) {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-bench-follow-'));
  const port = await findPort();
  const start = prepare(folder, port);
  let relay = start();
  const closers = [];
  try {
    await sleep(500);
    let seq = 1;
    await post(port, seq);
    const sentAt = new Map();
    const lags = [];
    const reached = new Map();
    const take = (number) => {
      reached.set(number, (reached.get(number) ?? 0) + 1);
      const sent = sentAt.get(number);
      if (sent !== undefined) lags.push(performance.now() - sent);
    };
    const joining = performance.now();
    for (let index = 0; index < count; index += 1) {
      closers.push(follow(port, take));
      if (index % 100 === 99) await sleep(5);
    }
    await until(() => reached.get(1) === count, 'all join and get the place');
    const joined = performance.now() - joining;
    for (let index = 0; index < MESSAGES; index += 1) {
      seq += 1;
      sentAt.set(seq, performance.now());
      await post(port, seq);
      const wanted = seq;
      await until(() => reached.get(wanted) === count, `all get place ${wanted}`);
      await sleep(INTERVAL_MS);
    }
    const memory = readMemory(relay.pid);
    const sorted = lags.toSorted((one, other) => one - other);
    const late = [];
    const last = seq;
    for (let index = 0; index < LATE; index += 1) {
      const opened = performance.now();
      await new Promise((resolve) => {
        const get = (number) => {
          if (number === last) resolve(late.push(performance.now() - opened));
          else take(number);
        };
        closers.push(follow(port, get));
      });
    }
    const total = count + LATE;
    const killed = performance.now();
    for (const one of listFamily(relay.pid)) process.kill(one, 'SIGKILL');
    await sleep(500);
    relay = start();
    await sleep(500);
    seq += 1;
    await post(port, seq);
    const wanted = seq;
    await until(() => reached.get(wanted) === total, 'all return and get the place');
    return {
      followers: count,
      'all joined, ms': joined,
      'lag, median, ms': quantile(sorted, 0.5),
      'lag, p99, ms': quantile(sorted, 0.99),
      'lag, greatest, ms': sorted.at(-1),
      'memory of the relay, MB': memory,
      'late joiner, median, ms': quantile(
        late.toSorted((one, other) => one - other),
        0.5,
      ),
      'killed until all have the new place, ms': performance.now() - killed,
    };
  } finally {
    for (const close of closers) close();
    relay.kill('SIGTERM');
    await new Promise((resolve) => relay.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

const counts = process.argv.slice(2).map(Number);
for (const count of counts.length > 0 ? counts : [1000, 5000]) {
  const result = await measure(count);
  for (const [name, value] of Object.entries(result))
    process.stdout.write(`${name}: ${Math.round(value * 10) / 10}\n`);
}
