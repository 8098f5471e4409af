import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { answerRehearsals } from '../../../../../src/node/vite/dev/rehearsal-files.ts';
import { makeProject } from '../../../../support/project.ts';
import { makeRun } from '../../../../support/rehearsal.ts';

const RUN = makeRun('0 one, 30 two', 60);
const NOW = new Date(2026, 10, 30, 9, 5);

/** Serves a project with one talk, and returns what sends to it. */
async function serve(isSafe = false) {
  const { root } = makeProject({ 'slides/talks/talk.md': '# One\n' });
  const answer = answerRehearsals({ project: { root, talkNames: ['talk'] }, isSafe }, () => NOW);
  const server = createServer((request, response) =>
    answer(request, response, () => response.writeHead(404).end()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const send = async (
    body: string,
    { talk = 'talk', headers = {}, method = 'POST' } = {},
  ): Promise<[number, string]> => {
    const response = await fetch(`http://127.0.0.1:${port}/@rostrum/rehearsal/${talk}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(method === 'POST' ? { body } : {}),
    });
    return [response.status, await response.text()];
  };
  const list = (): string[] => readdirSync(root).filter((name) => name === 'rehearsals');
  return { root, send, list, [Symbol.dispose]: () => void server.close() };
}

test('writes a rehearsal to a file of its own, only with what it has to hold', async () => {
  using served = await serve();
  const text = JSON.stringify({ ...RUN, said: 'words' });
  expect(await served.send(text)).toEqual([201, 'rehearsals/talk-2026-11-30-0905.json']);
  expect(await served.send(text)).toEqual([201, 'rehearsals/talk-2026-11-30-0905-2.json']);
  const file = path.join(served.root, 'rehearsals/talk-2026-11-30-0905.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(RUN);
});

test('refuses what is no rehearsal of a talk of the project, and writes nothing', async () => {
  using served = await serve();
  const { send } = served;
  for (const body of ['', '{', '[]', JSON.stringify({ ...RUN, seconds: -1 })])
    expect((await send(body))[0]).toBe(400);
  const other = JSON.stringify({ ...RUN, talk: 'other' });
  expect((await send(other, { talk: 'other' }))[0]).toBe(400);
  expect((await send(JSON.stringify({ ...RUN, talk: '../talk' }), { talk: '..%2Ftalk' }))[0]).toBe(
    400,
  );
  expect((await send(other))[0]).toBe(400);
  expect((await send(' '.repeat(3 << 20)))[0]).toBe(400);
  expect((await send('', { method: 'GET' }))[0]).toBe(405);
  const form = { 'Content-Type': 'text/plain' };
  expect((await send(JSON.stringify(RUN), { headers: form }))[0]).toBe(415);
  expect(served.list()).toEqual([]);
});

test('takes none from elsewhere, and none in safe mode', async () => {
  using served = await serve();
  const headers = { 'X-Forwarded-For': '192.0.2.1' };
  expect((await served.send(JSON.stringify(RUN), { headers }))[0]).toBe(403);
  expect(served.list()).toEqual([]);
  using safe = await serve(true);
  expect((await safe.send(JSON.stringify(RUN)))[0]).toBe(403);
  expect(safe.list()).toEqual([]);
});
