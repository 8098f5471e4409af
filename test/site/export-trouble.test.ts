import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { spawnSync, type SpawnOptions } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { openExporter } from '../support/exporter.ts';
import { readPdf } from '../support/pdf.ts';
import { openBrowser } from '../../src/node/chromium/chromium.ts';
import { defineBlock } from '../../src/talk/model/block.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const BIN = path.join(REPOSITORY, 'bin/rostrum.mjs');
/** A user who owns no files. */
const OTHER_USER = { uid: 65_534, gid: 65_534 };

/** A block whose element is never defined. */
const NEVER = defineBlock({
  name: 'never',
  about: 'Is never drawn.',
  schema: v.strictObject({ x: v.number() }),
  compile: (_, { id }) => ({
    html: `<never-drawn data-block="${id}"></never-drawn>`,
    steps: 0,
    text: '',
    uses: [],
  }),
});

let folder: string;
let project: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rostrum-trouble-'));
  chmodSync(folder, 0o755);
  project = path.join(folder, 'project');
  cpSync(path.join(REPOSITORY, 'test/projects/tiny'), project, { recursive: true });
  // What is computed once must exist before a user without the right to write runs it.
  expect(run(['export', '-f', 'json', '-o', folder]).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(words: string[], options: SpawnOptions = {}) {
  return spawnSync(process.execPath, [BIN, ...words], {
    cwd: project,
    encoding: 'utf8',
    ...options,
  } as { encoding: 'utf8' });
}

/** Root may write everywhere, so the command runs as another user; in a closed repository a system folder is used. */
function findClosedFolder(): { closed: string; options: SpawnOptions } {
  const closed = path.join(folder, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0o555);
  if (process.getuid?.() !== 0) return { closed, options: {} };
  const isOpen = run(['export', '-f', 'json', '-o', '/dev/null'], OTHER_USER).status === 0;
  return isOpen ? { closed, options: OTHER_USER } : { closed: '/sys', options: {} };
}

test('without permission it says so before anything is done, and leaves nothing', () => {
  const { closed, options } = findClosedFolder();
  const before = readdirSync(closed);
  const { status, stdout, stderr } = run(['export', '-f', 'md', '-o', closed], options);
  expect([status, stdout], stderr).toEqual([3, '']);
  expect(stderr).toMatch(/cannot be written: (?:you have no permission|the disk is read-only)\.\n/);
  expect(readdirSync(closed)).toEqual(before);
});

// Processes have such a limit on Linux and macOS; a full disk ends in the same place.
test.skipIf(process.platform === 'win32')(
  'where no more can be written it says so, and leaves nothing of the file',
  () => {
    const target = path.join(folder, 'limited');
    mkdirSync(target);
    const command = `ulimit -f 1; exec "${process.execPath}" "${BIN}" export -f json -o "${target}"`;
    const options = { cwd: project, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], options);
    expect([status, stdout], stderr).toEqual([3, '']);
    expect(stderr).toContain('it would be larger than a file may be there');
    expect(readdirSync(target)).toEqual([]);
  },
);

test.skipIf(process.platform === 'win32')('a talk can go through a pipe', () => {
  const command = `"${process.execPath}" "${BIN}" export -f md -o /dev/stdout | cat`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: project, encoding: 'utf8' });
  expect(stdout, stderr).toMatch(/^---\ntitle: The harbour in figures\n/);
  expect(stderr).toMatch(/^\/dev\/stdout {2}/);
});

test.runIf(existsSync('/dev/full'))('a full disk is called by its name', () => {
  const { status, stderr } = run(['export', '-f', 'md', '-o', '/dev/full']);
  expect([status, stderr]).toEqual([
    3,
    '"/dev/full" cannot be written: the disk is full.\nNothing was written there. Name another place with -o.\n',
  ]);
});

test('a block that never gets ready, and a server that never answers, are named with their slide; the rest is written', async () => {
  // What it holds open ends with it.
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const talk = `---
title: Late
date: 2024-01-01
---

# Late

~~~never
x: 1
~~~

---

# Silent

![A picture](https://127.0.0.1:${port}/picture.png)
`;
  const root = path.join(folder, 'late');
  mkdirSync(path.join(root, 'slides/talks'), { recursive: true });
  writeFileSync(path.join(root, 'slides/talks/late.md'), talk);
  await using exporter = openExporter(root, [NEVER]);
  const options = { 'keep-going': true };
  const error = await exporter.write('late', 'late.pdf', options).catch((cause: unknown) => cause);
  server.close();
  expect(String(error)).toContain(`"late" is not whole; this was not drawn:
  slide silent: picture https://127.0.0.1:${port}/picture.png was not drawn in time
  slide late: never-drawn late/1 was not drawn in time
`);
  const pdf = await readPdf(readFileSync(path.join(exporter.folder, 'late.pdf')));
  expect(pdf.pages).toHaveLength(2);
});

// The bundled browser is one of Linux, where processes can be read.
test.runIf(process.platform === 'linux')(
  'a page that crashes fails all that waits for it, and what is asked of it later',
  async () => {
    await using browser = await openBrowser({ prefer: 'bundled' });
    const page = await browser.page();
    await page.open('data:text/html,<p>slides');
    const waits = expect(page.evaluate('new Promise(() => {})')).rejects.toThrow('page crashed');
    const renderer = listBelow(process.pid).find(isRenderer);
    if (renderer) process.kill(renderer, 'SIGKILL');
    await waits;
    await expect(page.picture()).rejects.toThrow('page crashed');
  },
);

test.runIf(process.platform === 'linux')(
  'a page that crashes before its session starts is given up at once',
  async () => {
    await using browser = await openBrowser({ prefer: 'bundled' });
    const renderer = listBelow(process.pid).find(isRenderer);
    expect(renderer).toBeDefined();
    if (renderer) process.kill(renderer, 'SIGKILL');
    await expect(browser.page()).rejects.toThrow('page crashed');
  },
);

/** Lists the processes that a process has started, and that those have. */
function listBelow(parent: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const own = all.filter((name) => read(`/proc/${name}/status`).includes(`PPid:\t${parent}\n`));
  return own.map(Number).flatMap((pid) => [pid, ...listBelow(pid)]);
}

function isRenderer(pid: number): boolean {
  return read(`/proc/${pid}/cmdline`).includes('--type=renderer');
}

/** A process may have ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
