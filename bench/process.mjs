import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { sleep } from './statistics.mjs';

const SAMPLE_EVERY = 50;
/** Milliseconds of a step in which Linux counts processor time. */
const TICK = 10;
const HOSTS = ['127.0.0.1', '[::1]'];

/** Runs a command to its end; gives its time, the processor time of it and what it waited for, and the greatest memory of all its processes, in MB. */
export function runCommand([command, args, options = {}], { timeout = 300_000 } = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const before = childTime();
    const child = spawn(command, args, { ...withEnv(options), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let peak = 0;
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    const sampling = setInterval(() => {
      peak = Math.max(peak, memoryOf(child.pid));
    }, SAMPLE_EVERY);
    const timer = setTimeout(() => killTree(child.pid, 'SIGKILL'), timeout);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(sampling);
      clearTimeout(timer);
      const milliseconds = performance.now() - started;
      const processor = childTime() - before;
      if (code === 0) return resolve({ milliseconds, processor, peak, output });
      return reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${output}`));
    });
  });
}

/** Starts a server; `stop` ends it with all its processes. */
export function startServer([command, args, options = {}]) {
  const child = spawn(command, args, { ...withEnv(options), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  return {
    get output() {
      return output;
    },
    memory: () => memoryOf(child.pid),
    async stop() {
      killTree(child.pid, 'SIGTERM');
      await sleep(200);
      killTree(child.pid, 'SIGKILL');
    },
  };
}

/** Waits until something listens at a port. */
export async function waitForPort(port, server, timeout = 60_000) {
  const end = performance.now() + timeout;
  while (performance.now() < end) {
    for (const host of HOSTS) if (await answers(host, port)) return host;
    await sleep(5);
  }
  throw new Error(`Nothing listens at port ${port}. The server said: ${server.output}`);
}

/** Finds a free port, below those that the system gives to clients: knocking at one of them can be answered by itself. */
export async function findPort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const taken = await Promise.all(HOSTS.map((host) => answers(host, port)));
    if (!taken.includes(true)) return port;
  }
}

function withEnv({ env, ...options }) {
  return { ...options, env: { ...process.env, ...env } };
}

/** Returns whether a server answers; an open port is not enough, since Vite tries ports before it takes one. */
async function answers(host, port) {
  try {
    await fetch(`http://${host}:${port}/none.txt`, { method: 'HEAD' });
    return true;
  } catch {
    return false;
  }
}

/** Lists a process and its descendants; only on Linux. */
function treeOf(root) {
  const children = new Map();
  for (const name of readFolder('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : null;
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const id of tree) tree.push(...(children.get(id) ?? []));
  return tree;
}

function parentOf(id) {
  const stat = readText(`/proc/${id}/stat`);
  return stat === '' ? null : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** Returns the processor time of all processes that this one has waited for, and those that they have, in milliseconds. */
function childTime() {
  const stat = readText('/proc/self/stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * TICK;
}

function memoryOf(root) {
  const kilobytes = treeOf(root).map((id) => {
    const found = /VmRSS:\s+(\d+)/.exec(readText(`/proc/${id}/status`));
    return found ? Number(found[1]) : 0;
  });
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1000;
}

function killTree(root, signal) {
  for (const id of treeOf(root).reverse()) {
    try {
      process.kill(id, signal);
    } catch {
      // It is gone already.
    }
  }
}

function readFolder(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
