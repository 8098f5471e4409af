import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { lockFile } from '../../../../src/node/data/refresh/source-state.ts';
import {
  gzipBomb,
  sendBytes,
  sendHuge,
  sendStatus,
  type Answerer,
} from '../../../support/faults.ts';
import { readAnswer } from '../../../support/answers.ts';
import { callRostrum, type Ended } from '../../../support/run.ts';
import { LIST_TEXT, makeFolder, serveFor } from '../../../support/refresh.ts';

const ROSTRUM = path.resolve(import.meta.dirname, '../../../../bin/rostrum.mjs');

/** Some commands are processes of their own, and the machine may be busy. */
vi.setConfig({ testTimeout: 30_000 });

const DOCUMENTATION = path.resolve(import.meta.dirname, '../../../../docs/data.md');

const RECIPE = `import { defineDataset, v } from 'rostrum';

export default defineDataset({
  schema: v.object({ asOf: v.string(), subscribers: v.number(), source: v.string() }),
  refresh: {
    id: 'lists',
    source: { name: 'lists.example', url: 'https://lists.example/', licence: 'CC0-1.0' },
    minInterval: '6h',
    updatePeriod: '7d',
    staleAfter: '60d',
    ask: { url: 'https://lists.example/count.json', format: 'json' },
    parse({ answer }, { today }) {
      return { rows: [{ asOf: today, subscribers: answer.subscribers }] };
    },
  },
});
`;

const TALK = '---\ntitle: Now\n---\n\n# The list\n\nNow {{ list.subscribers }}.\n';

function makeProject(): string {
  const root = makeFolder();
  mkdirSync(path.join(root, 'slides/talks'), { recursive: true });
  writeFileSync(path.join(root, 'slides/talks/now.md'), TALK);
  writeFileSync(path.join(root, 'data/list.json'), LIST_TEXT);
  writeFileSync(path.join(root, 'data/list.ts'), RECIPE);
  return root;
}

function start(root: string, ...words: string[]): ChildProcess {
  return startWith({}, root, ...words);
}

function startWith(more: NodeJS.ProcessEnv, root: string, ...words: string[]): ChildProcess {
  const env = { ...process.env, NO_COLOR: '1', ROSTRUM_CONTACT: 'me@example.org', ...more };
  return spawn(process.execPath, [ROSTRUM, 'data', ...words], { cwd: root, env });
}

process.env['ROSTRUM_CONTACT'] = 'me@example.org';

/** Runs a command here; those that are killed, measured or configure Vite get a process of their own. */
function run(root: string, ...words: string[]): Promise<Ended> {
  return callRostrum(['data', ...words], { cwd: root });
}

function runApart(root: string, ...words: string[]): Promise<Ended> {
  return follow(start(root, ...words));
}

function follow(child: ChildProcess): Promise<Ended> {
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout?.on('data', (chunk) => (ended.out += String(chunk)));
  child.stderr?.on('data', (chunk) => (ended.err += String(chunk)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ended, code })));
}

function serveNow(answer: Answerer) {
  return serveFor(answer, Date.now);
}

const growing = (): Answerer => {
  let subscribers = 600;
  return (_request, response) => response.end(JSON.stringify({ subscribers: ++subscribers }));
};

test('refreshes, says what became of it and what changes on slides', async () => {
  const root = makeProject();
  const served = await serveNow(growing());
  const mirrors = `--mirror=https://lists.example=${served.url}`;
  const dry = await run(
    root,
    'refresh',
    '--dry-run',
    '--mirror',
    `https://lists.example=${served.url}`,
  );
  expect(dry.code).toBe(0);
  expect(dry.out).toContain('1 figure on 1 slide in 1 talk would change:');
  expect(dry.out).toMatch(
    /data\/list\.json would get:\n {2}\+ \{ "asOf": "[-\d]+", "subscribers": 601,/,
  );
  expect(readFileSync(path.join(root, 'data/list.json'), 'utf8')).toBe(LIST_TEXT);
  const { code, out, err } = await run(root, 'refresh', 'list', mirrors);
  expect(code).toBe(0);
  expect(out).toMatch(/new +list +1 row +lists\.example/);
  expect(out).toMatch(/list\.subscribers +536 → 602 +now\/#\/the-list/);
  expect(err).toContain('1/1 list from lists.example: new');
  expect(served.requests[0]?.headers['user-agent']).toMatch(/^rostrum\/\S+ \(me@example\.org\)$/);
});

test('the recipe that the documentation shows works as it stands', async () => {
  const root = makeProject();
  const recipes = [...readFileSync(DOCUMENTATION, 'utf8').matchAll(/```ts\n([^]*?)```/g)];
  const [, recipe = ''] = recipes.find(([, text]) => text?.includes('refresh:')) ?? [];
  expect(recipe.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
  writeFileSync(path.join(root, 'data/mirror.ts'), recipe);
  const served = await serveNow((_request, response) => response.end('{"stars": 2874}'));
  const { code, out } = await run(
    root,
    'refresh',
    'mirror',
    `--mirror=https://mirror.example=${served.url}`,
  );
  expect([code, out]).toEqual([0, expect.stringMatching(/new +mirror +1 row +mirror\.example/)]);
  expect(readFileSync(path.join(root, 'data/mirror.json'), 'utf8').split('\n').slice(0, 4)).toEqual(
    [
      '{',
      '  "title": "mirror",',
      '  "sources": {',
      '    "mirror": { "name": "mirror.example", "url": "https://mirror.example/", "licence": "CC0-1.0" }',
    ],
  );
});

test('the table that the documentation reads is read by what it shows', async () => {
  const root = makeProject();
  const parts = [...readFileSync(DOCUMENTATION, 'utf8').matchAll(/```ts\n(ask:[^]*?)```/g)];
  const recipe = RECIPE.replace(/ {4}ask:[^]*?\n {4}\},\n/, parts[0]?.[1] ?? '');
  expect(recipe).toContain('requireColumn');
  writeFileSync(path.join(root, 'data/list.ts'), recipe.replace('{ define', '{ formats, define'));
  const served = await serveNow(sendBytes(readAnswer('subspace.html'), 'text/html'));
  const mirrors = `--mirror=https://subspace.kernel.org=${served.url}`;
  const { out } = await run(root, 'refresh', 'list', mirrors);
  expect(out).toMatch(/list\.subscribers +536 → 603/);
});

test('prints JSON, and fails where it must be strict', async () => {
  const root = makeProject();
  const served = await serveNow(sendStatus(404));
  const mirrors = `--mirror=https://lists.example=${served.url}`;
  const { code, out, err } = await run(root, 'refresh', '--json', mirrors);
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({
    dryRun: false,
    datasets: [{ name: 'list', outcome: 'kept', why: { kind: 'http' } }],
    changes: [],
  });
  expect((await run(root, 'refresh', '--strict', mirrors)).code).toBe(1);
  const status = await run(root, 'status', '--json');
  expect(JSON.parse(status.out)).toMatchObject([
    {
      name: 'list',
      rows: 2,
      asOf: '2024-09',
      state: 'failed',
      source: 'lists.example',
      talks: ['now'],
    },
  ]);
});

test('knows what it cannot refresh', async () => {
  const root = makeProject();
  const wrong = await run(root, 'refresh', 'lost');
  expect([wrong.code, wrong.err]).toEqual([
    2,
    'There is no dataset "lost".\nDid you mean "list"?\n',
  ]);
  writeFileSync(path.join(root, 'data/typed.json'), LIST_TEXT);
  expect((await run(root, 'refresh', 'typed')).err).toContain('is kept by hand');
  expect((await run(root)).err).toContain('needs a second word');
});

const OWN_BLOCK = `import { defineBlock, html, rostrum, v } from 'rostrum';

const tally = defineBlock({
  name: 'tally',
  about: 'Counts.',
  schema: v.strictObject({ data: v.string() }),
  compile({ data }, context) {
    const count = String(context.dataset(data, ['data'])?.rows.at(-1)?.subscribers);
    const markup = html\`<p class="block" data-block="\${context.id}">\${count}</p>\`.markup;
    return { html: markup, steps: 0, text: '- **now**: ' + count, uses: [] };
  },
});

export default { plugins: [rostrum({ blocks: [tally] })] };
`;

test('looks into blocks that a project made itself', async () => {
  const root = makeProject();
  writeFileSync(path.join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(root, 'vite.config.ts'), OWN_BLOCK);
  const talk = '---\ntitle: Now\n---\n\n# Counted\n\n```tally\ndata: list\n```\n';
  writeFileSync(path.join(root, 'slides/talks/now.md'), talk);
  mkdirSync(path.join(root, 'node_modules'));
  symlinkSync(path.resolve(ROSTRUM, '../..'), path.join(root, 'node_modules/rostrum'));
  const status = await runApart(root, 'status', '--json');
  expect(JSON.parse(status.out)).toMatchObject([{ name: 'list', talks: ['now'] }]);
  const served = await serveNow(growing());
  const { out, err } = await runApart(
    root,
    'refresh',
    `--mirror=https://lists.example=${served.url}`,
  );
  expect(out).toMatch(/tally of list: now +536 → 601 +now\/#\/counted/);
  writeFileSync(path.join(root, 'vite.config.ts'), 'export default nonsense(;');
  const broken = await runApart(root, 'status');
  expect([broken.code, broken.err]).toEqual([
    0,
    expect.stringContaining('vite.config.ts could not be read'),
  ]);
  expect(err).not.toContain('could not be read');
});

test('says where to begin in a project without data', async () => {
  const root = makeFolder();
  expect((await run(root, 'status')).out).toMatch(
    /^There is no dataset yet: it is a JSON file in data\//,
  );
  expect((await run(root, 'refresh')).out).toMatch(/^No dataset has a source to ask: a recipe/);
});

test('killed at any moment, leaves every file whole and every row in place', async () => {
  const root = makeProject();
  const file = path.join(root, 'data/list.json');
  const children: ChildProcess[] = [];
  let wait = 0;
  const grow = growing();
  const served = await serveNow((request, response) => {
    // Once the answer is out, the process is killed sooner or later: while reading, merging, writing, or after.
    response.on('finish', () => setTimeout(() => children.at(-1)?.kill('SIGKILL'), wait));
    grow(request, response);
  });
  for (wait of [0, 4, 9, 16]) {
    const child = start(root, 'refresh', `--mirror=https://lists.example=${served.url}`);
    children.push(child);
    await new Promise((resolve) => child.on('close', resolve));
    const { rows } = JSON.parse(readFileSync(file, 'utf8')) as { rows: { subscribers: number }[] };
    expect(rows.slice(0, 2)).toMatchObject([{ subscribers: 460 }, { subscribers: 536 }]);
  }
  children.length = 0;
  const { code } = await run(root, 'refresh', `--mirror=https://lists.example=${served.url}`);
  expect(code).toBe(0);
  expect(readdirSync(path.join(root, 'data')).sort()).toEqual(['list.json', 'list.ts']);
  expect(existsSync(lockFile(root))).toBe(false);
});

/** Lets a process say at its end how many bytes of memory it had at most. */
const SAY_MEMORY =
  "process.on('exit', () => process._rawDebug('peak', process.resourceUsage().maxRSS * 1024));";

// When a process collects its garbage differs from run to run: the same bound has to hold in one of two runs.
test(
  'an answer without end, and a small one that unpacks to a gigabyte, take no memory',
  { retry: 1 },
  async () => {
    const counted = { bytes: 0 };
    const peakWith = async (answer: Answerer): Promise<number> => {
      const root = makeProject();
      const served = await serveNow(answer);
      const mirrors = `--mirror=https://lists.example=${served.url}`;
      const spy = path.join(root, 'spy.mjs');
      writeFileSync(spy, SAY_MEMORY);
      const env = { NODE_OPTIONS: `--import=file://${spy}` };
      const { err } = await follow(startWith(env, root, 'refresh', '--json', mirrors));
      return Number(/peak (\d+)/.exec(err)?.[1]);
    };
    const huge: Answerer = (request, response) => {
      sendHuge(200_000_000, false)(request, response);
      response.on('close', () => (counted.bytes += request.socket.bytesWritten));
    };
    // The first start after a change puts the program together, which is not what is measured.
    await peakWith(growing());
    const usual = await peakWith(growing());
    expect(usual).toBeGreaterThan(10_000_000);
    for (const answer of [huge, gzipBomb(1_000_000_000)]) {
      expect((await peakWith(answer)) - usual).toBeLessThan(80_000_000);
    }
    // The connection was closed long before all was sent.
    expect(counted.bytes).toBeGreaterThan(16_000_000);
    expect(counted.bytes).toBeLessThan(100_000_000);
  },
);

test('a recipe that cannot be used is reported by status and by refresh', async () => {
  const root = makeProject();
  writeFileSync(path.join(root, 'data/list.ts'), RECIPE.replace("licence: 'CC0-1.0'", ''));
  const reason = 'its "refresh.source.licence" is missing';
  const status = await run(root, 'status');
  expect(status.out).toContain('broken');
  expect(status.out).toContain(reason);
  const refresh = await run(root, 'refresh', '--strict');
  expect(refresh.code).toBe(1);
  expect(refresh.out).toContain(`The recipe could not be followed: ${reason}.`);
});
