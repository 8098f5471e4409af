import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, deflateSync } from 'node:zlib';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  cutGzip,
  cutInTheMiddle,
  failThenAnswer,
  gzipBomb,
  NOW,
  redirectTo,
  sendBytes,
  sendHuge,
  sendJson,
  sendPacked,
  sendStatus,
  silent,
  skewedClock,
  slowDrip,
  slowFirstByte,
  zipBomb,
  type Answerer,
} from '../../../support/faults.ts';
import { readAnswer } from '../../../support/answers.ts';
import {
  LIST_TEXT,
  listRecipe,
  QUICK,
  refreshList,
  serveFor,
  testWorld,
} from '../../../support/refresh.ts';

const MEGABYTE = 1_000_000;
const HOUR = 3_600_000;
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const deepList = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** The server's fault, what is said about it, and how often it was asked. */
const FAULTS: [name: string, answer: Answerer, kind: string, message: RegExp, asked: number][] = [
  ['a slow first byte', slowFirstByte, 'timeout', /did not answer within/, 3],
  ['a slow drip', slowDrip, 'timeout', /did not finish its answer within/, 3],
  ['silence in the middle', silent, 'timeout', /did not go on with its answer within/, 3],
  ['an answer cut in the middle', cutInTheMiddle, 'network', /broke off after 5 bytes/, 3],
  ['a packed answer cut in the middle', cutGzip, 'network', /broke off after/, 3],
  ['500', sendStatus(500), 'http', /answered 500: it has a fault of its own/, 3],
  ['404', sendStatus(404), 'http', /answered 404: what was asked is not there/, 1],
  ['401', sendStatus(401), 'http', /answered 401: it does not accept/, 1],
  ['403', sendStatus(403), 'limited', /answered 403: it does not answer this client/, 1],
  [
    '429 that asks for an hour',
    sendStatus(429, { 'retry-after': '3600' }),
    'limited',
    /answered 429: it was asked too often and asks to wait 60 minutes/,
    1,
  ],
  [
    '429 that does not say how long',
    sendStatus(429),
    'limited',
    /answered 429: it was asked too often\./,
    1,
  ],
  [
    'a challenge page',
    sendBytes(readAnswer('anubis.html'), 'text/html'),
    'challenge',
    /sent the page "Making sure you're not a bot!" instead of data/,
    1,
  ],
  ['a picture', sendBytes('\x89PNG', 'image/png'), 'shape', /it is of the type image\/png/, 1],
  ['text', sendBytes('hello', 'text/plain'), 'shape', /it is no JSON/, 1],
  [
    'invalid UTF-8',
    sendBytes(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'application/json'),
    'shape',
    /it is not written in UTF-8/,
    1,
  ],
  ['200 MB', sendHuge(200 * MEGABYTE, false), 'size', /is larger than 16 MB/, 1],
  ['200 MB, announced', sendHuge(200 * MEGABYTE, true), 'size', /is larger than 16 MB/, 1],
  ['a gzip bomb of 3 GB', gzipBomb(3000 * MEGABYTE), 'size', /is larger than 16 MB/, 1],
  [
    'a brotli bomb of a kilobyte',
    sendPacked(brotliCompressSync(Buffer.alloc(100 * MEGABYTE), QUICKLY), 'br'),
    'size',
    /is larger than 16 MB/,
    1,
  ],
  [
    'a deflate bomb',
    sendPacked(deflateSync(Buffer.alloc(30 * MEGABYTE)), 'deflate'),
    'size',
    /is larger than 16 MB/,
    1,
  ],
  [
    'gzip within gzip',
    sendPacked(Buffer.alloc(9), 'gzip, gzip'),
    'shape',
    /packed as "gzip, gz/,
    1,
  ],
  [
    'a zip bomb',
    sendBytes(zipBomb(30 * MEGABYTE), 'application/json'),
    'shape',
    /a zip archive/,
    1,
  ],
  ['a spreadsheet', sendBytes(zipBomb(1, 'xl/a'), 'application/zip'), 'shape', /spreadsheet/, 1],
  [
    'brackets without end',
    sendBytes('['.repeat(3 * MEGABYTE), 'text/plain'),
    'shape',
    /no JSON/,
    1,
  ],
  [
    'a deep list',
    sendBytes(deepList(MEGABYTE), 'application/json'),
    'shape',
    /nested deeper than 100/,
    1,
  ],
  ['a redirect loop', redirectTo('/count.json'), 'redirect', /sent on more than 5 times/, 6],
  [
    'a redirect to a private address',
    redirectTo('http://169.254.169.254/latest/meta-data/'),
    'redirect',
    /to 169\.254\.169\.254, an address of a local network/,
    1,
  ],
  ['a redirect to this machine', redirectTo('http://localhost:9/'), 'redirect', /to localhost/, 1],
  ['a redirect to a file', redirectTo('file:///etc/passwd'), 'redirect', /no web address/, 1],
  ['a redirect without an address', sendStatus(302), 'redirect', /without saying where to/, 1],
  ['rows missing', sendJson({}), 'shape', /subscribers/, 1],
  ['numbers as strings', sendJson({ subscribers: '603' }), 'shape', /Expected number/, 1],
  ['a number out of range', sendJson({ subscribers: -4 }), 'sense', /can only be from 0 to/, 1],
  ['a clock two days ahead', skewedClock(48 * HOUR), 'clock', /are 2 days apart/, 1],
  ['a clock two days behind', skewedClock(-48 * HOUR), 'clock', /are 2 days apart/, 1],
];

test.each(FAULTS)(
  '%s is reported as such, and the last good rows stay',
  async (_name, answer, ...rest) => {
    const [kind, message, asked] = rest;
    const served = await serveFor(answer);
    const world = kind === 'timeout' ? testWorld({ limits: QUICK }) : testWorld();
    const { outcome, failure, file } = await refreshList(served.url, { world });
    expect(outcome).toBe('kept');
    expect(failure?.kind).toBe(kind);
    expect(failure?.message).toMatch(message);
    expect(failure?.advice).toMatch(/^\S.*\.$/);
    expect(served.requests.length).toBe(asked);
    expect(file).toBe(LIST_TEXT);
  },
);

test('a refused connection is reported as such', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  const port = await new Promise<number>((resolve) =>
    server.on('listening', () => resolve((server.address() as AddressInfo).port)),
  );
  await new Promise((resolve) => server.close(resolve));
  const { outcome, failure } = await refreshList(`http://127.0.0.1:${port}`);
  expect([outcome, failure?.kind]).toEqual(['kept', 'network']);
  expect(failure?.message).toMatch(/could not be reached: the connection was refused/);
});

test('what may pass is asked again after a while, and then taken', async () => {
  const world = testWorld();
  const served = await serveFor(failThenAnswer(2));
  const { outcome } = await refreshList(served.url, { world });
  expect([outcome, served.requests.length, world.waits]).toEqual(['new', 3, [1000, 4000]]);
});

test.each([
  ['seconds', '7', 0],
  ['a date', new Date(NOW + 7000).toUTCString(), 0],
  // The source's own clock decides when its date has come, not this machine's.
  ['a date of a clock that is three hours ahead', new Date(NOW + 3 * HOUR + 7000).toUTCString(), 3],
  ['a date of a clock that is behind', new Date(NOW - 2 * HOUR + 7000).toUTCString(), -2],
])('a short Retry-After in %s is waited for', async (_name, retryAfter, hours) => {
  const world = testWorld();
  const answer = failThenAnswer(1, { 'retry-after': retryAfter });
  const served = await serveFor(answer, () => NOW + hours * HOUR);
  const { outcome } = await refreshList(served.url, { world });
  expect([outcome, world.waits]).toEqual(['new', [7000]]);
});

test('a date that is over is no reason to wait longer than usual', async () => {
  const world = testWorld();
  const served = await serveFor(failThenAnswer(1, { 'retry-after': new Date(0).toUTCString() }));
  const { outcome } = await refreshList(served.url, { world });
  expect([outcome, world.waits]).toEqual(['new', [1000]]);
});

test('clocks that are hours apart do not matter, and a cache may answer late', async () => {
  for (const off of [20 * HOUR, -20 * HOUR]) {
    const served = await serveFor(skewedClock(off));
    expect((await refreshList(served.url)).outcome).toBe('new');
  }
  const cached: Answerer = (request, response) => {
    response.setHeader('age', String((48 * HOUR) / 1000));
    skewedClock(-48 * HOUR)(request, response);
  };
  const served = await serveFor(cached);
  expect((await refreshList(served.url)).outcome).toBe('new');
});

test('unexpected keys pass', async () => {
  const served = await serveFor(sendJson({ subscribers: 603, charset: 'utf-8', more: [{}] }));
  const { outcome, file } = await refreshList(served.url);
  expect(outcome).toBe('new');
  expect(file).not.toContain('charset');
});

test('an answer that does not have the shape its request asks for is one that is not as expected', async () => {
  const shape = v.object({ subscribers: v.number() });
  const ask = { url: 'https://lists.example/count.json', format: 'json', shape } as const;
  const recipe = listRecipe({ ask });
  const served = await serveFor(sendJson({ subscribers: 'many' }));
  const { outcome, failure } = await refreshList(served.url, { recipe });
  expect([outcome, failure?.kind]).toEqual(['kept', 'shape']);
  expect(failure?.message).toMatch(/lists\.example is not as expected: subscribers /);
  // What is optional may be missing, and may be no good.
  const optional = { answer: { ...ask, isOptional: true } };
  const parse = ({ answer }: { answer?: unknown }, { today }: { today: string }) => ({
    rows: [{ asOf: today, subscribers: answer === undefined ? 7 : 0 }],
  });
  const without = await refreshList(served.url, { recipe: listRecipe({ ask: optional, parse }) });
  expect([without.outcome, without.note]).toEqual(['unchanged', 'without lists.example']);
});

test('a dataset without rows of its own was never filled', async () => {
  const served = await serveFor(sendStatus(404));
  const text = LIST_TEXT.replace(/"rows": \[[^]*\]/, '"rows": []');
  const { outcome, file } = await refreshList(served.url, { text });
  expect([outcome, file]).toEqual(['never', text]);
});

test('half of the rows are refused, and missing ones among many are not dropped', async () => {
  const days = ['01', '02', '03', '04', '05', '06'];
  const rows = days.map((day) => ({ asOf: `2026-11-${day}`, subscribers: Number(day) }));
  const lines = rows.map((row) => `    ${JSON.stringify({ ...row, source: 'lists' })}`);
  const text = LIST_TEXT.replace(
    /"rows": \[[^]*\]/,
    `"rows": [\n${lines.join(',\n')}\n  ]`,
  ).replace('"typed"', '"lists"');
  const recipe = listRecipe({
    parse: ({ answer }) => ({ rows: answer as typeof rows, isWhole: true }),
  });
  const halved = await serveFor(sendJson(rows.slice(4)));
  const { failure, file } = await refreshList(halved.url, { text, recipe });
  expect(failure?.message).toMatch(/4 of the 6 known rows are missing in it/);
  expect(file).toBe(text);
  const most = await serveFor(sendJson(rows.slice(2)));
  const kept = await refreshList(most.url, { text, recipe });
  expect([kept.outcome, kept.file]).toEqual(['unchanged', text]);
});

test('rows from the past and from the future do not make sense', async () => {
  const served = await serveFor(sendJson({}));
  const at = (asOf: string) => listRecipe({ parse: () => ({ rows: [{ asOf, subscribers: 1 }] }) });
  const text = LIST_TEXT.replaceAll('typed', 'lists');
  const old = await refreshList(served.url, { text, recipe: at('2024-08') });
  expect(old.failure?.message).toMatch(
    /newest row is of August 2024, and there is one of September 2024/,
  );
  const late = await refreshList(served.url, { text, recipe: at('2027-01-01') });
  expect(late.failure?.message).toMatch(
    /newest row is of 1 January 2027, and today is 22 November 2026/,
  );
});

test('a recipe whose address is none sends no request', async () => {
  const served = await serveFor(sendJson({ subscribers: 1 }));
  const ask = { url: 'lists', format: 'json' } as const;
  const { failure } = await refreshList(served.url, { recipe: listRecipe({ ask }) });
  expect(failure?.message).toBe('The recipe could not be followed: "lists" is no web address.');
  expect(served.requests).toEqual([]);
});

test.each([
  ['nothing', () => undefined, 'gave nothing'],
  ['a promise', () => Promise.resolve({ rows: [] }), 'gave a promise'],
  ['something else', () => ({ row: {} }), 'gave no rows'],
  ['rows that are none', () => ({ rows: [1, 2] }), 'gave no rows'],
])('reports a recipe whose parse gives %s', async (_name, parse, said) => {
  const served = await serveFor(sendJson({ subscribers: 1 }));
  const recipe = listRecipe({ parse: parse as never });
  const { outcome, failure } = await refreshList(served.url, { recipe });
  expect([outcome, failure?.kind]).toEqual(['kept', 'recipe']);
  expect(failure?.message).toContain(`refresh.parse ${said}`);
});

test('reports which request of a recipe is not valid', async () => {
  const good = { url: 'https://lists.example/a', format: 'json' };
  for (const bad of [
    5,
    null,
    { url: 'https://lists.example/' },
    { tree: 'T' },
    { ...good, format: 'yaml' },
  ]) {
    const recipe = listRecipe({ ask: { good, bad } as never });
    const { failure } = await refreshList('http://127.0.0.1:9', { recipe });
    expect([failure?.kind, failure?.message]).toEqual(['recipe', expect.stringContaining('"bad"')]);
  }
});

test('a host that gives nothing is not asked for its other files', async () => {
  const served = await serveFor(sendStatus(403));
  const recipe = listRecipe({
    ask: {
      a: { url: 'https://lists.example/a', format: 'json' },
      b: { url: 'https://lists.example/b', format: 'json' },
    },
  });
  await refreshList(served.url, { recipe });
  expect(served.requests.length).toBe(1);
});

test('the whole run has a deadline', async () => {
  const served = await serveFor(slowFirstByte);
  const world = testWorld();
  world.limits = { ...world.limits, firstByte: 10_000, total: 100 };
  const { failure } = await refreshList(served.url, { world });
  expect(failure?.message).toMatch(/not finished when the time for the whole refresh/);
});
