import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

const HANG_MS = 60_000;
const CHILD = path.join(import.meta.dirname, 'child.mjs');
/** What a project imports of Rostrum, from this checkout. */
const OWN = {
  'rostrum/kernel': path.resolve('src/kernel/api.ts'),
  rostrum: path.resolve('src/talk/api.ts'),
};

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    // The number of the first input, by which a fault is found again.
    from: { type: 'string', default: '0' },
    only: { type: 'string', multiple: true },
    keep: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const bundle = await bundleFuzzer();
const { TARGET_NAMES, makeInput, keepInput } = await import(bundle);
const names = values.only ?? TARGET_NAMES;
let faults = 0;
for (const name of names) {
  const figures = await runTarget(name, (Number(values.minutes) * 60_000) / names.length);
  faults += Object.keys(figures.kinds).length;
  print(name, figures);
}
process.exitCode = faults > 0 ? 1 : 0;

/** Node 20 reads no TypeScript, so the fuzzer is bundled first. */
async function bundleFuzzer() {
  // Each run has its own, so that several may run at once.
  const folder = path.resolve('node_modules/.cache/rostrum/fuzz', String(process.pid));
  mkdirSync(folder, { recursive: true });
  const build = await rolldown({
    input: path.join(import.meta.dirname, 'main.ts'),
    platform: 'node',
    logLevel: 'silent',
    transform: { target: 'node20' },
    resolve: { alias: OWN },
    external: (id) => /^[\w@]/.test(id) && !(id in OWN) && !id.startsWith('@oxc-project/'),
  });
  const file = 'main.mjs';
  const output = { dir: folder, format: 'esm', entryFileNames: file, sourcemap: true };
  await build.write({ ...output, codeSplitting: false });
  await build.close();
  return pathToFileURL(path.join(folder, file)).href;
}

/** Runs a target in processes of its own: one that hangs or dies is a fault of its input, and the next goes on behind it. */
async function runTarget(target, time) {
  const total = { inputs: 0, kinds: {}, slow: 0, slowestMs: 0 };
  for (let [from, left] = [Number(values.from), time]; left > 0;) {
    const { figures, last, used, fault } = await runChild({ target, seed, from, time: left });
    add(
      total,
      figures ?? { inputs: last - from + 1, kinds: { [fault]: 1 }, slow: 0, slowestMs: 0 },
    );
    if (figures) break;
    process.stdout.write(`${target} ${last}: ${fault}\n`);
    if (values.keep) keepInput(target, last, makeInput(target, seed, last));
    from = last + 1;
    left -= used;
  }
  return total;
}

function runChild(options) {
  return new Promise((resolve) => {
    const child = fork(CHILD, [bundle, JSON.stringify({ ...options, isKept: values.keep })]);
    let [last, started, heard, figures, isHung] = [options.from, 0, Date.now(), null, false];
    const watch = setInterval(() => {
      isHung = Date.now() - heard > HANG_MS;
      if (isHung) child.kill('SIGKILL');
    }, 1000);
    child.on('message', (message) => {
      heard = Date.now();
      started ||= heard;
      last = message.count ?? last;
      figures = message.figures ?? figures;
    });
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      const fault = isHung ? 'hangs' : `ends the process: ${signal ?? code}`;
      // What dies before it has started would do so for ever.
      const used = started ? Date.now() - started : options.time;
      resolve({ figures, last, used, fault });
    });
  });
}

function add(total, { inputs, kinds, slow, slowestMs }) {
  total.inputs += inputs;
  total.slow += slow;
  total.slowestMs = Math.max(total.slowestMs, slowestMs);
  for (const [kind, times] of Object.entries(kinds)) {
    total.kinds[kind] = (total.kinds[kind] ?? 0) + times;
  }
}

function print(name, { inputs, kinds, slow, slowestMs }) {
  const count = (pattern) =>
    Object.entries(kinds).reduce((sum, [kind, times]) => sum + (pattern.test(kind) ? times : 0), 0);
  const figures = [
    `${inputs} inputs from seed ${seed}`,
    `${count(/^(?:throws|ends the process)/)} exceptions`,
    `${count(/^hangs/) + slow} over two seconds`,
    `${count(/^executes/)} executions`,
    `${count(/^(?!throws|ends the process|hangs|slow|executes)/)} other faults`,
    `slowest ${slowestMs} ms`,
  ];
  process.stdout.write(`${name}: ${figures.join(', ')}\n`);
  for (const [kind, times] of Object.entries(kinds)) process.stdout.write(`  ${times} x ${kind}\n`);
}
