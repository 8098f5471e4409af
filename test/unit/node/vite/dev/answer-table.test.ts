import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { answerTable } from '../../../../../src/node/vite/dev/answer-table.ts';
import { makeProject } from '../../../../support/project.ts';

const TABLE = 'Datum;Fahrten\n20.11.2026;1200,5\n21.11.2026;1310\n';
const QUERY = { name: 'City riders.csv', source: 'City counter' };

/** Serves a project, and returns what sends tables to it. */
async function serve(isSafe = false) {
  const { root } = makeProject({ 'slides/talks/talk.md': '# One\n' });
  const answer = answerTable({ project: { root }, isSafe });
  const server = createServer((request, response) =>
    answer(request, response, () => response.writeHead(404).end()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const send = async (
    body: string | Uint8Array<ArrayBuffer>,
    { query = QUERY as Record<string, string>, headers = {}, method = 'POST' } = {},
  ): Promise<[number, string]> => {
    const address = `http://127.0.0.1:${port}/@rostrum/table?${new URLSearchParams(query).toString()}`;
    const response = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/octet-stream', ...headers },
      ...(method === 'POST' ? { body } : {}),
    });
    return [response.status, await response.text()];
  };
  const list = (): string[] => readdirSync(root).filter((name) => name === 'data');
  return { root, send, list, [Symbol.dispose]: () => void server.close() };
}

test('a table that is dropped becomes a dataset, with its source, and says what its columns are', async () => {
  using served = await serve();
  expect(await served.send(TABLE)).toEqual([
    201,
    'data/city-riders.json has 2 rows: asOf (date), Fahrten (number).',
  ]);
  const text = readFileSync(path.join(served.root, 'data/city-riders.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    sources: { origin: { name: 'City counter' } },
    rows: [
      { asOf: '2026-11-20', Fahrten: 1200.5 },
      { asOf: '2026-11-21', Fahrten: 1310 },
    ],
  });
  expect(readdirSync(path.join(served.root, 'data')).sort()).toEqual([
    'city-riders.json',
    'city-riders.ts',
  ]);
  const [status, words] = await served.send(TABLE);
  expect([status, words]).toEqual([422, expect.stringContaining('already')]);
});

test('what is no table, or too large, is refused with its reason, and nothing is written', async () => {
  using served = await serve();
  const { send } = served;
  expect(await send('PK\u0003\u0004')).toEqual([422, expect.stringContaining('is a zip archive')]);
  expect((await send('a,b\n1\n'))[0]).toBe(422);
  expect((await send(''))[0]).toBe(422);
  expect((await send('x'.repeat(10_000_001)))[0]).toBe(413);
  expect((await send(TABLE, { query: { name: 'a.csv' } }))[0]).toBe(400);
  expect((await send(TABLE, { query: { ...QUERY, name: '../..' } }))[0]).toBe(422);
  expect((await send('', { method: 'GET' }))[0]).toBe(405);
  const form = { 'Content-Type': 'text/plain' };
  expect((await send(TABLE, { headers: form }))[0]).toBe(415);
  expect(served.list()).toEqual([]);
});

test('tables come from this machine alone, and none in safe mode', async () => {
  using served = await serve();
  const headers = { 'X-Forwarded-For': '192.0.2.1' };
  expect((await served.send(TABLE, { headers }))[0]).toBe(403);
  using safe = await serve(true);
  expect((await safe.send(TABLE))[0]).toBe(403);
  expect([...served.list(), ...safe.list()]).toEqual([]);
});
