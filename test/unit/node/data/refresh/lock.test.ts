import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LockHeldError, takeLock } from '../../../../../src/node/data/refresh/lock.ts';
import { lockFile, readSourceStates } from '../../../../../src/node/data/refresh/source-state.ts';
import { sweepDrafts, writeDataset } from '../../../../../src/node/data/refresh/write-file.ts';
import { MachineError } from '../../../../../src/node/errors.ts';
import { NOW, sendJson } from '../../../../support/faults.ts';
import {
  LIST_TEXT,
  listRecipe,
  makeFolder,
  runRefresh,
  serveFor,
  testWorld,
} from '../../../../support/refresh.ts';

/** A process that cannot be running. */
const GONE = 2 ** 30;

function holder(pid: number, host = hostname()): string {
  return JSON.stringify({ pid, host, since: '2026-11-22T11:59:00.000Z' });
}

test('of two refreshes at once, the second reports the first', () => {
  const file = path.join(makeFolder(), 'cache/refresh.lock');
  const free = takeLock(file, NOW);
  expect(() => takeLock(file, NOW)).toThrow(MachineError);
  expect(() => takeLock(file, NOW)).toThrow(/Another refresh is running: process \d+, since 2026/);
  free();
  expect(existsSync(file)).toBe(false);
  takeLock(file, NOW)();
});

test('waits a moment for another refresh to end, and then reports it', async () => {
  const root = makeFolder();
  writeFileSync(path.join(root, 'data/list.json'), LIST_TEXT);
  const served = await serveFor(sendJson({ subscribers: 603 }));
  const mirrors = [`https://lists.example=${served.url}`];
  const free = takeLock(lockFile(root), NOW);
  await expect(runRefresh(root, { list: listRecipe() }, { mirrors })).rejects.toThrow(
    LockHeldError,
  );
  const world = testWorld();
  let waits = 0;
  world.sleep = () => {
    if (++waits === 3) free();
    return Promise.resolve();
  };
  const [result] = await runRefresh(root, { list: listRecipe() }, { mirrors, world });
  expect([result?.outcome, waits]).toEqual(['new', 3]);
});

test('a rest longer than a day, or without end, is one of a day', async () => {
  const root = makeFolder();
  writeFileSync(path.join(root, 'data/list.json'), LIST_TEXT);
  const served = await serveFor((_request, response) =>
    response.writeHead(429, { 'retry-after': '9'.repeat(400) }).end(),
  );
  const recipe = listRecipe({ ask: { url: `${served.url}/count.json`, format: 'json' } });
  const [result] = await runRefresh(root, { list: recipe });
  expect(result?.failure?.message).toMatch(/asks to wait 24 hours/);
  expect(readSourceStates(root)['list']?.notBefore).toBe('2026-11-23T12:00:00.000Z');
});

test('a lock of a process that is gone, or half written, is taken over', () => {
  const file = path.join(makeFolder(), 'refresh.lock');
  for (const text of [holder(GONE), '{"pid":', '']) {
    writeFileSync(file, text);
    takeLock(file, NOW)();
    expect(existsSync(file)).toBe(false);
  }
});

test('a lock that is older than any refresh is taken over, even when its process id is in use', () => {
  const file = path.join(makeFolder(), 'refresh.lock');
  writeFileSync(file, holder(process.pid));
  expect(() => takeLock(file, NOW)).toThrow(MachineError);
  takeLock(file, NOW + 15 * 60_000)();
});

test('a lock of another machine is left alone', () => {
  const file = path.join(makeFolder(), 'refresh.lock');
  writeFileSync(file, holder(GONE, 'elsewhere.example'));
  expect(() => takeLock(file, NOW)).toThrow(/on elsewhere\.example/);
});

test('a file is replaced whole, also through a link, and nothing is left beside it', () => {
  const folder = makeFolder();
  const file = path.join(folder, 'data/real.json');
  writeFileSync(file, 'old', { mode: 0o640 });
  symlinkSync(file, path.join(folder, 'link.json'));
  writeDataset(path.join(folder, 'link.json'), 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(lstatSync(path.join(folder, 'link.json')).isSymbolicLink()).toBe(true);
  expect(lstatSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(path.join(folder, 'data'))).toEqual(['real.json']);
});

test('a file that cannot be written stays, and says so', () => {
  const folder = makeFolder();
  expect(() => writeDataset(path.join(folder, 'missing/x.json'), 'new')).toThrow(
    /could not be written: ENOENT/,
  );
});

test('drafts of a killed refresh are swept away, and nothing else', () => {
  const folder = makeFolder();
  for (const name of ['.list.json.123.draft', 'list.json', '.hidden']) {
    writeFileSync(path.join(folder, name), 'x');
  }
  sweepDrafts(folder);
  expect(readdirSync(folder).sort()).toEqual(['.hidden', 'data', 'list.json']);
});

test('the lock is free again after a refresh, also after a failed one', async () => {
  const root = makeFolder();
  writeFileSync(path.join(root, 'data/list.json'), LIST_TEXT);
  const served = await serveFor(sendJson({}));
  await runRefresh(
    root,
    { list: listRecipe() },
    { mirrors: [`https://lists.example=${served.url}`] },
  );
  expect(existsSync(lockFile(root))).toBe(false);
});

test('a source is left alone until its interval is over, and asked when the file changed', async () => {
  const root = makeFolder();
  const file = path.join(root, 'data/list.json');
  writeFileSync(file, LIST_TEXT);
  const served = await serveFor(sendJson({ subscribers: 603 }));
  const recipe = listRecipe({ ask: { url: `${served.url}/count.json`, format: 'json' } });
  const run = async (
    now: number,
  ): Promise<[string | undefined, string | null | undefined, number]> => {
    const world = testWorld({ now: () => now });
    const [result] = await runRefresh(root, { list: recipe }, { world });
    return [result?.outcome, result?.note, served.requests.length];
  };
  const HOUR = 3_600_000;
  expect(await run(NOW)).toEqual(['new', null, 1]);
  expect(await run(NOW + HOUR)).toEqual(['unchanged', 'asked 60 minutes ago; again in 5 hours', 1]);
  expect(await run(NOW + 7 * HOUR)).toEqual(['unchanged', null, 2]);
  writeFileSync(file, LIST_TEXT);
  expect(await run(NOW + 8 * HOUR)).toEqual(['new', null, 3]);
});

test('a mirror has no etiquette of ours, and the source is asked after it as if for the first time', async () => {
  const root = makeFolder();
  writeFileSync(path.join(root, 'data/list.json'), LIST_TEXT);
  const tagged = (subscribers: number) =>
    serveFor((request, response) => {
      response.setHeader('etag', '"same"');
      if (request.headers['if-none-match'] === '"same"') return response.writeHead(304).end();
      response.end(JSON.stringify({ subscribers }));
    });
  const [mirror, source] = [await tagged(601), await tagged(602)];
  const recipe = listRecipe({ ask: { url: `${source.url}/count.json`, format: 'json' } });
  const run = async (mirrors: string[]) => {
    const [result] = await runRefresh(root, { list: recipe }, { mirrors });
    return [result?.outcome, mirror.requests.length, source.requests.length];
  };
  expect(await run([`${source.url}=${mirror.url}`])).toEqual(['new', 1, 0]);
  expect(await run([`${source.url}=${mirror.url}`])).toEqual(['unchanged', 2, 0]);
  expect(await run([])).toEqual(['new', 2, 1]);
  expect(await run([])).toEqual(['unchanged', 2, 1]);
  // Where another origin is asked elsewhere, this one keeps its own rest.
  expect(await run([`https://lists.example=${mirror.url}`])).toEqual(['unchanged', 2, 1]);
});

test('a source that asked to wait is left alone until then, in later runs too', async () => {
  const root = makeFolder();
  writeFileSync(path.join(root, 'data/list.json'), LIST_TEXT);
  const served = await serveFor((_request, response) =>
    response.writeHead(429, { 'retry-after': '3600' }).end(),
  );
  const recipe = listRecipe({ ask: { url: `${served.url}/count.json`, format: 'json' } });
  for (const minutes of [0, 30]) {
    const world = testWorld({ now: () => NOW + minutes * 60_000 });
    const [result] = await runRefresh(root, { list: recipe }, { world });
    expect(result?.failure?.kind).toBe('limited');
  }
  expect(served.requests.length).toBe(1);
  expect(readSourceStates(root)['list']?.failed?.kind).toBe('limited');
});

test('a file that its author saved meanwhile is merged into, not overwritten', async () => {
  const root = makeFolder();
  const file = path.join(root, 'data/list.json');
  writeFileSync(file, LIST_TEXT);
  const served = await serveFor((_request, response) => {
    writeFileSync(file, LIST_TEXT.replace('460', '461'));
    response.end('{"subscribers": 603}');
  });
  await runRefresh(
    root,
    { list: listRecipe() },
    { mirrors: [`https://lists.example=${served.url}`] },
  );
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('461');
  expect(text).toContain('603');
});

test('a file with errors is not touched', async () => {
  const root = makeFolder();
  const file = path.join(root, 'data/list.json');
  writeFileSync(file, LIST_TEXT.replace('460', '4 60'));
  const served = await serveFor(sendJson({ subscribers: 603 }));
  const mirrors = [`https://lists.example=${served.url}`];
  const [result] = await runRefresh(root, { list: listRecipe() }, { mirrors });
  expect([result?.outcome, result?.failure?.kind]).toEqual(['kept', 'file']);
  expect(served.requests.length).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(LIST_TEXT.replace('460', '4 60'));
});
