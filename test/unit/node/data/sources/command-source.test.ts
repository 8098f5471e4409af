import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { CommandRequest } from '../../../../../src/talk/data/update/request.ts';
import { bare, connect, writeFiles } from '../../../../support/connect.ts';
import { makeFolder, testWorld } from '../../../../support/refresh.ts';

const NODE = process.execPath;
const CSV = 'asOf,riders\\n2026-11-20,1200\\n';
const OLD =
  '{\n  "title": "Riders",\n  "sources": {},\n  "rows": [\n    { "asOf": "2026-01-01", "riders": 1000, "source": "counter" }\n  ]\n}\n'.replace(
    '{},',
    '{ "counter": { "name": "Counter" } },',
  );

/** Asks a program that runs a script of Node. */
const ask = (script: string, more: Partial<CommandRequest> = {}): CommandRequest => ({
  command: [NODE, '-e', script],
  format: 'csv',
  ...more,
});

const env = { PATH: process.env['PATH'], TOKEN: 's3cret/token+1', OTHER: 'other-secret' };
const run = (request: CommandRequest, files: Record<string, string> = {}) =>
  connect(request, { files: { 'data/riders.json': OLD, ...files }, world: testWorld({ env }) });

test('what a program of the recipe prints becomes rows', async () => {
  const { result, rows } = await run(ask(`console.log('${CSV}')`));
  expect(result.failure).toBeNull();
  expect(bare(rows)).toEqual([
    { asOf: '2026-01-01', riders: 1000 },
    { asOf: '2026-11-20', riders: 1200 },
  ]);
});

test('no shell reads its words, and it runs in the project with few variables', async () => {
  const script = `console.log(JSON.stringify([{ asOf: '2026-11-20', riders: 1001, words: process.argv.slice(1), cwd: process.cwd(), env: Object.keys(process.env).sort() }]))`;
  const command = [NODE, '-e', script, '$HOME', '; touch x', '*'];
  const { rows, root, result } = await run({ command, format: 'json', env: ['TOKEN'] });
  expect(result.failure).toBeNull();
  const [words, env] = [
    ['$HOME', '; touch x', '*'],
    ['PATH', 'ROSTRUM_PROGRAM', 'TOKEN'],
  ];
  expect(rows.at(-1)).toMatchObject({ words, env });
  expect(existsSync(path.join(root, 'x'))).toBe(false);
});

test.each([
  ['is missing', { command: ['rostrum-no-such-program'] }, /there is no such program here/],
  ['may not be run', { command: ['./plain.txt'] }, /it cannot be started/],
  ['fails', ask('console.error("no route\\n"); process.exit(3)'), /it ended with 3: no route\./],
  ['is ended by a signal', ask('process.kill(process.pid, "SIGSEGV")'), /it ended with SIGSEGV/],
  ['prints nothing', ask(''), /it is empty/],
  ['prints no table', ask('console.log("hello")'), /it has one line and no rows/],
  ['prints half', ask(`process.stdout.write('asOf,riders\\n2026-11-20')`), /line 2 has 1 cells/],
  ['prints bytes', ask('process.stdout.write(Buffer.from([0xff, 0x41, 0xe4]))'), /not UTF-8/],
  ['prints another type', ask(`console.log('asOf,riders\\n2026,many')`), /"many" in the column/],
])('a program that %s leaves the old rows, with the reason', async (_name, more, said) => {
  const { result, text } = await run({ ...ask(''), ...more }, { 'plain.txt': 'x' });
  expect([result.outcome, result.failure?.message]).toEqual(['kept', expect.stringMatching(said)]);
  expect(result.failure?.advice).toMatch(/^\S.*\.$/);
  expect(text).toBe(OLD);
});

test('a program that hangs is ended with all its children', async () => {
  const child = `const { spawn } = require('child_process'); const { writeFileSync } = require('fs');`;
  const grandchild = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`;
  const script = `${child} const one = spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' });
    writeFileSync('pids', process.pid + ' ' + one.pid); process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`;
  const { result, root, text } = await run(ask(script, { timeout: '2s' }));
  expect(result.failure?.message).toContain('it was not done within 2 s');
  expect(text).toBe(OLD);
  for (const pid of readFileSync(path.join(root, 'pids'), 'utf8').split(' ').map(Number))
    await expectGone(pid);
});

test('children that a program leaves behind are ended, and do not hold up its answer', async () => {
  const script = `const one = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    require('fs').writeFileSync('pid', String(one.pid)); process.stdout.write('${CSV}', () => process.exit(0));`;
  const { result, root } = await run(ask(script));
  expect(result.outcome).toBe('new');
  await expectGone(Number(readFileSync(path.join(root, 'pid'), 'utf8')));
});

/** Starts children that leave the group of the program, one of which starts others as long as it lives. */
const ESCAPE = `const { spawn } = require('child_process'); const fs = require('fs');
  const start = (script, options) => { const one = spawn(process.execPath, ['-e', script], { detached: true, stdio: 'inherit', ...options }); one.unref(); fs.appendFileSync('pids', one.pid + ' '); return one; };
  const grandchild = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
  start(grandchild);
  start("const one = require('child_process').spawn(process.execPath, ['-e', " + JSON.stringify(grandchild) + "], { detached: true, stdio: 'ignore' }); require('fs').appendFileSync('pids', one.pid + ' '); one.unref()");
  const wait = () => fs.readFileSync('pids', 'utf8').trim().split(' ').length < 3 ? setTimeout(wait, 10) : done();`;

// Other systems do not list the environments of processes.
test.runIf(process.platform === 'linux')(
  'children that left the group are ended as well, when the program hangs and when it is done',
  async () => {
    const hangs = `${ESCAPE} const done = () => {}; wait(); setInterval(() => {}, 1000);`;
    const ends = `${ESCAPE} const done = () => process.stdout.write('${CSV}', () => process.exit(0)); wait();`;
    const slow = await run(ask(hangs, { timeout: '3s' }));
    expect(slow.result.failure?.message).toContain('it was not done within 3 s');
    const good = await run(ask(ends));
    expect(good.result.failure).toBeNull();
    expect(bare(good.rows).at(-1)).toEqual({ asOf: '2026-11-20', riders: 1200 });
    for (const { root } of [slow, good]) {
      const pids = readFileSync(path.join(root, 'pids'), 'utf8').trim().split(' ').map(Number);
      expect(pids.length).toBe(3);
      for (const pid of pids) await expectGone(pid);
    }
  },
);

test('a child that hides from being found does not hold up the answer', async () => {
  const script = `const one = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'inherit', env: {} });
    require('fs').writeFileSync('pid', String(one.pid)); process.stdout.write('${CSV}', () => process.exit(0));`;
  const { result, rows, root } = await run(ask(script));
  process.kill(Number(readFileSync(path.join(root, 'pid'), 'utf8')), 'SIGKILL');
  expect(result.failure).toBeNull();
  expect(bare(rows).at(-1)).toEqual({ asOf: '2026-11-20', riders: 1200 });
});

test('a program that prints without end is ended', async () => {
  const script = `const piece = 'x'.repeat(1 << 20); const pour = () => { while (process.stdout.write(piece)); process.stdout.once('drain', pour); }; pour();`;
  const { result, text } = await run(ask(script));
  expect(result.failure?.message).toContain('it printed more than 64 MB');
  expect(text).toBe(OLD);
});

test('its variables are named, and their values are neither written nor printed', async () => {
  const missing = await run(ask('', { env: ['NOT_THERE'] }));
  expect(missing.result.failure?.kind).toBe('needs');
  const said = await run(
    ask('console.error(process.env.TOKEN); process.exit(1)', { env: ['TOKEN'] }),
  );
  expect(said.result.failure?.message).toContain('it ended with 1: [TOKEN]');
  const script = `console.log(JSON.stringify([{ asOf: '2026-11-20', riders: 1001, note: 'by ' + process.env.TOKEN }]))`;
  const leaked = await run({ ...ask(script, { env: ['TOKEN'] }), format: 'json' });
  expect([leaked.result.failure?.message, leaked.text]).toEqual([
    'The rows of Counter hold the value of TOKEN, which is not published.',
    OLD,
  ]);
  const none = await run(ask(`console.log('asOf,riders\\n2026,' + process.env.OTHER)`));
  expect(none.result.failure?.message).toContain('"undefined" in the column');
  for (const { result, root } of [missing, said, leaked]) {
    const files = readFileSync(path.join(root, 'data/riders.json'), 'utf8');
    expect(JSON.stringify(result) + files).not.toContain(env.TOKEN);
  }
});

test('a value that is cut in a message is not shown in part', async () => {
  const secret = 'tok_9f8e7d6c5b4a39281706f5e4d3c2b1a0';
  const world = testWorld({ env: { ...env, TOKEN: secret, USER_NAME: 'somebody' } });
  const files = { 'data/riders.json': OLD };
  const fails = async (script: string, more: Partial<CommandRequest> = {}) => {
    const request = ask(script, { env: ['TOKEN'], ...more });
    const { result, root } = await connect(request, { files, world });
    expect(result.outcome).toBe('kept');
    return JSON.stringify(result) + readFileSync(path.join(root, 'data/riders.json'), 'utf8');
  };
  const said = [
    // The words of a program are cut at 200 characters, and at 4,000 from their end.
    await fails('console.error("x".repeat(185) + process.env.TOKEN); process.exit(1)'),
    await fails(
      'console.error("x ".repeat(3) + process.env.TOKEN + " " + "y".repeat(3975)); process.exit(1)',
    ),
    await fails('console.error(encodeURIComponent(process.env.TOKEN + "/+")); process.exit(1)'),
    await fails('console.log("asOf,riders\\n2026-11-20," + process.env.TOKEN)'),
    await fails('console.log(JSON.stringify({ key: process.env.TOKEN }).slice(0, -9))', {
      format: 'json',
    }),
    await fails('console.log("<title>" + process.env.TOKEN + "</title>")', { format: 'xml' }),
    await fails('throw new Error(process.env.TOKEN)'),
  ];
  for (const text of said) {
    for (let at = 0; at + 10 <= secret.length; at++)
      expect(text).not.toContain(secret.slice(at, at + 10));
  }
});

test('a program ends with the refresh that runs it', { timeout: 90_000 }, async () => {
  const root = makeFolder();
  const recipe = `import { defineDataset, v } from 'rostrum';
export default defineDataset({ schema: v.object({}), refresh: {
  id: 'a', source: { name: 'A' }, minInterval: '1h', updatePeriod: '1d', staleAfter: '1d',
  ask: { command: [process.execPath, '-e', 'require("fs").writeFileSync("pid", String(process.pid)); setInterval(() => {}, 1000)'], format: 'csv' },
} });\n`;
  writeFiles(root, { 'data/riders.ts': recipe, 'slides/talks/t.md': '# T\n' });
  const bin = path.resolve('bin/rostrum.mjs');
  const refresh = spawn(NODE, [bin, 'data', 'refresh'], { cwd: root, stdio: 'ignore' });
  const file = path.join(root, 'pid');
  const ended = new Promise((resolve) => refresh.once('exit', resolve));
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') await wait(20);
  refresh.kill('SIGINT');
  await ended;
  await expectGone(Number(readFileSync(file, 'utf8')));
});

test('a schema of the answer is checked', async () => {
  const shape = v.array(v.object({ asOf: v.string(), riders: v.pipe(v.number(), v.maxValue(10)) }));
  const { result } = await run(ask(`console.log('${CSV}')`, { shape }));
  expect(result.failure?.message).toContain('[0].riders does not fit');
});

/** Waits until a process is gone, which takes a moment after it was killed. */
async function expectGone(pid: number): Promise<void> {
  expect(pid).toBeGreaterThan(1);
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    const state = readState(pid);
    if (state === 'Z') return;
    await wait(20);
  }
}

/** Reads the state of a process on Linux: one that is gone but was not asked after is "Z". */
function readState(pid: number): string {
  try {
    return /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}
