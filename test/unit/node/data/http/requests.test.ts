import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { readRetryAfter } from '../../../../../src/node/data/http/retry-after.ts';
import type { NextPage, WebRequest } from '../../../../../src/talk/data/update/request.ts';
import { bare, connect, type Connected } from '../../../../support/connect.ts';
import { NOW, type Answerer } from '../../../../support/faults.ts';
import { makeFolder, serveFor, testWorld } from '../../../../support/refresh.ts';

const TOKEN = 'ghp_s3cret+token/1';
const env = { TOKEN, TEAM: 'kernel team' };
const world = testWorld({ env });
const ROWS = [{ asOf: '2026-11-20', riders: 1200 }];

interface Asked {
  request: IncomingMessage;
  body: string;
}

/** Serves answers to requests with their bodies, and records them. */
async function serveBodies(
  answer: (asked: Asked, index: number) => [number, Record<string, string>, unknown],
) {
  const asked: Asked[] = [];
  const answerer: Answerer = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = { request, body: Buffer.concat(chunks).toString('utf8') };
      asked.push(one);
      const [status, headers, value] = answer(one, asked.length - 1);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(value === undefined ? '' : JSON.stringify(value));
    });
  };
  const served = await serveFor(answerer);
  return { url: served.url, asked };
}

const ask = (request: Partial<WebRequest> & { url: string }, root = makeFolder()) =>
  connect({ format: 'json', ...request }, { root, world });

/** Reads everything that a refresh left in its folder, and what it says. */
function everything({ root, result }: Connected): string {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
  return [...texts, JSON.stringify(result)].join('\n');
}

test('headers and a body are sent with the values of variables, which are kept nowhere', async () => {
  const { url, asked } = await serveBodies(() => [200, { etag: '"1"' }, ROWS]);
  const found = await ask({
    url,
    headers: { Authorization: 'Bearer env:TOKEN', 'X-Team': 'env:TEAM!' },
    body: { query: '{ riders(team: $team) }', variables: { team: 'env:TEAM', first: 5 } },
  });
  expect(found.result.failure).toBeNull();
  expect(bare(found.rows)).toEqual(ROWS);
  const [{ request, body } = { request: null, body: '' }] = asked;
  expect(request?.method).toBe('POST');
  expect(request?.headers).toMatchObject({
    authorization: `Bearer ${TOKEN}`,
    'x-team': 'kernel team!',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
  });
  expect(JSON.parse(body)).toEqual({
    query: '{ riders(team: $team) }',
    variables: { team: 'kernel team', first: 5 },
  });
  for (const word of [TOKEN, 'kernel team', Buffer.from(TOKEN).toString('base64').slice(0, 20)])
    expect(everything(found)).not.toContain(word);
});

test('a text is sent as it is, with the type that a header says', async () => {
  const { url, asked } = await serveBodies(() => [200, {}, ROWS]);
  const type = 'application/x-www-form-urlencoded';
  await ask({ url, body: 'a=1&key=env:TOKEN', headers: { 'Content-Type': type } });
  expect([asked[0]?.body, asked[0]?.request.headers['content-type']]).toEqual([
    `a=1&key=${TOKEN}`,
    type,
  ]);
});

test.each([
  [
    'a variable that is not set',
    { headers: { authorization: 'env:NOT_THERE' } },
    'NOT_THERE is not set.',
  ],
  [
    'a variable of a body that is not set',
    { body: { a: ['env:NOT_THERE'] } },
    'NOT_THERE is not set.',
  ],
  ['a header of ours', { headers: { Host: 'other.example' } }, 'the header "Host" is not one'],
  ['a header that is no name', { headers: { 'a b': 'c' } }, 'the header "a b" is not one'],
  [
    'a header with a line end',
    { headers: { a: 'b\r\nc: d' } },
    'has a character that headers cannot have',
  ],
])('%s is reported before anything is sent', async (_name, more, said) => {
  const { url, asked } = await serveBodies(() => [200, {}, ROWS]);
  const { result } = await ask({ url, ...more });
  expect(result.failure?.message).toContain(said);
  expect(asked).toEqual([]);
});

test('a key that the answer repeats is neither written nor printed', async () => {
  const headers = { authorization: 'Bearer env:TOKEN' };
  const echo = await serveBodies(({ request }) => [
    200,
    {},
    [{ ...ROWS[0], by: request.headers.authorization }],
  ]);
  const leaked = await ask({ url: echo.url, headers });
  expect(leaked.result.failure?.message).toBe(
    'The rows of Counter hold the value of TOKEN, which is not published.',
  );
  const wrong = await serveBodies(({ request }) => [
    200,
    {},
    [{ ...ROWS[0], riders: request.headers.authorization }],
  ]);
  const shape = v.array(v.object({ riders: v.picklist(['a']) }));
  const said = await ask({ url: wrong.url, headers, shape });
  expect(said.result.failure?.kind).toBe('shape');
  const refused = await serveBodies(() => [401, {}, {}]);
  const unknown = await ask({ url: refused.url, headers });
  expect(unknown.result.failure?.message).toContain('it does not accept TOKEN');
  for (const found of [leaked, said, unknown]) expect(everything(found)).not.toContain(TOKEN);
});

test('headers stay with their server, and a body is never sent on to another', async () => {
  const other = await serveBodies(() => [200, {}, ROWS]);
  const headers = { authorization: 'Bearer env:TOKEN', 'x-key': 'env:TOKEN' };
  const away = await serveBodies(() => [307, { location: other.url }, undefined]);
  await ask({ url: away.url, headers });
  expect(
    other.asked.map(({ request }) => [request.headers.authorization, request.headers['x-key']]),
  ).toEqual([[undefined, undefined]]);
  const post = await ask({ url: away.url, headers, body: { key: 'env:TOKEN' } });
  expect(post.result.failure?.message).toContain('with its body, to 127.0.0.1');
  expect(other.asked.length).toBe(1);
  const home = await serveBodies((_asked, index) =>
    index === 0 ? [308, { location: '/b' }, undefined] : [200, {}, ROWS],
  );
  const again = await ask({ url: `${home.url}/a`, body: { a: 1 } });
  expect([again.result.outcome, home.asked.map(({ body }) => body)]).toEqual([
    'new',
    ['{"a":1}', '{"a":1}'],
  ]);
  const changed = await serveBodies(() => [302, { location: '/b' }, undefined]);
  expect((await ask({ url: changed.url, body: {} })).result.failure?.kind).toBe('redirect');
});

const day = (number: number) => ({
  asOf: `2026-11-${String(number).padStart(2, '0')}`,
  riders: 1200 + number,
});
const PAGES = [[day(1), day(2)], [day(3), day(4)], [day(5)]];
const ALL = PAGES.flat();
const pageOf = ({ url = '' }: IncomingMessage, name: string): number =>
  Number(new URL(url, 'http://a').searchParams.get(name) ?? 0);

/** Serves pages in each of the ways that pages follow each other. */
const PAGED: [
  string,
  NextPage,
  (asked: Asked) => [number, Record<string, string>, unknown],
  Partial<WebRequest>,
][] = [
  [
    'a header',
    { by: 'link' },
    ({ request }) => {
      const page = pageOf(request, 'p');
      const next: Record<string, string> =
        page < 2
          ? { link: `</?p=0>; rel="first", </?p=${page + 1}&q=a,b>; rel="next"; title="x"` }
          : {};
      return [200, { etag: `"${page}"`, ...next }, PAGES[page]];
    },
    {},
  ],
  [
    'an address in the answer',
    { by: 'link', from: 'meta.next', rows: 'items' },
    ({ request }) => {
      const page = pageOf(request, 'p');
      const next = page < 2 ? `http://${request.headers.host}/?p=${page + 1}` : null;
      return [200, { etag: `"${page}"` }, { meta: { next }, items: PAGES[page] }];
    },
    {},
  ],
  [
    'a cursor',
    { by: 'cursor', from: 'meta.next', into: 'after', rows: 'data.items' },
    ({ request }) => {
      const page = pageOf(request, 'after');
      return [
        200,
        { etag: `"${page}"` },
        { meta: { next: page < 2 ? page + 1 : null }, data: { items: PAGES[page] } },
      ];
    },
    {},
  ],
  [
    'a number',
    { by: 'page', into: 'page', first: 0 },
    ({ request }) => [
      200,
      { etag: `"${pageOf(request, 'page')}"` },
      PAGES[pageOf(request, 'page')] ?? [],
    ],
    {},
  ],
  [
    'a cursor in the body, as GraphQL has it',
    {
      by: 'cursor',
      from: 'data.page.end',
      into: 'variables.after',
      more: 'data.page.hasNext',
      rows: 'data.nodes',
    },
    ({ body }) => {
      const { variables } = JSON.parse(body) as { variables: { after?: number } };
      const page = variables.after ?? 0;
      return [
        200,
        {},
        { data: { nodes: PAGES[page], page: { end: page + 1, hasNext: page < 2 } } },
      ];
    },
    { body: { query: '{ nodes }', variables: { first: 2 } } },
  ],
];

test.each(PAGED)(
  'pages follow each other by %s, and are one list',
  async (_name, next, answer, more) => {
    const { url, asked } = await serveBodies(answer);
    const found = await ask({ url, next, ...more });
    expect(found.result.failure).toBeNull();
    expect(bare(found.rows)).toEqual(ALL);
    expect(asked.length).toBe(next.by === 'page' ? 4 : 3);
  },
);

test.each(PAGED.slice(0, 4))(
  'by %s, pages are asked whether they changed, and read again when one did',
  async (_name, next, answer) => {
    let isSame = true;
    const { url, asked } = await serveBodies((one) => {
      const [status, headers, value] = answer(one);
      const etag = headers['etag'] ?? '';
      return isSame && one.request.headers['if-none-match'] === etag
        ? [304, { etag }, undefined]
        : [status, headers, value];
    });
    const root = makeFolder();
    const later = (minutes: number) => testWorld({ env, now: () => NOW + minutes * 60_000 });
    const refresh = (minutes: number) =>
      connect({ url, format: 'json', next }, { root, world: later(minutes) });
    await refresh(0);
    const pages = asked.length;
    expect((await refresh(120)).result.outcome).toBe('unchanged');
    const again = asked.slice(pages);
    expect(again.length).toBe(pages);
    expect(again.every(({ request }) => request.headers['if-none-match'])).toBe(true);
    isSame = false;
    expect((await refresh(240)).result.failure).toBeNull();
    expect(asked.length).toBe(pages * 3 + 1);
  },
);

test.each([
  [
    'lead in a circle',
    { by: 'link' },
    () => [200, { link: '</>; rel=next' }, ROWS],
    'its pages lead in a circle',
  ],
  [
    'never end',
    { by: 'page', into: 'p', limit: 3 },
    () => [200, {}, ROWS],
    'it has more than 3 pages',
  ],
  [
    'lead to another server',
    { by: 'link' },
    () => [200, { link: '<https://evil.example/>; rel="next"' }, ROWS],
    'its next page is at evil.example, another server',
  ],
  [
    'lead to another server, as the answer says',
    { by: 'link', from: 'next', rows: 'rows' },
    () => [200, {}, { next: 'https://evil.example/', rows: ROWS }],
    'its next page is at evil.example, another server',
  ],
  [
    'lead to no address',
    { by: 'link' },
    () => [200, { link: '<http://[>; rel="next"' }, ROWS],
    'at no address',
  ],
  ['are no lists', { by: 'page', into: 'p' }, () => [200, {}, { items: [] }], 'a page is no list'],
  [
    'have no list at the path',
    { by: 'page', into: 'p', rows: 'data.items' },
    () => [200, {}, { data: [] }],
    '"data.items" of a page is no list',
  ],
] as [string, NextPage, () => [number, Record<string, string>, unknown], string][])(
  'pages that %s are refused, and nothing is written',
  async (_name, next, answer, said) => {
    const { url } = await serveBodies(answer);
    const { result, text } = await ask({ url, next });
    expect([result.outcome, text]).toEqual(['never', '']);
    expect(result.failure?.message).toContain(said);
  },
);

test('an answer whose second page fails is not taken in part', async () => {
  const { url } = await serveBodies((_asked, index) =>
    index === 0 ? [200, { link: '</2>; rel="next"' }, ROWS] : [404, {}, {}],
  );
  const { result, text } = await ask({ url, next: { by: 'link' } });
  expect([result.outcome, result.failure?.kind, text]).toEqual(['never', 'http', '']);
});

test('a limit that is used up says when to ask again, in each of the ways that servers do', () => {
  const date = new Date(NOW).toUTCString();
  const reset = String(NOW / 1000 + 90);
  expect(readRetryAfter({ 'retry-after': '30', date }, NOW)).toBe(30_000);
  expect(
    readRetryAfter({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset, date }, NOW),
  ).toBe(90_000);
  expect(readRetryAfter({ 'ratelimit-remaining': '0', 'ratelimit-reset': '45' }, NOW)).toBe(45_000);
  expect(
    readRetryAfter({ 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': reset }, NOW),
  ).toBeNull();
  expect(
    readRetryAfter({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'soon' }, NOW),
  ).toBeNull();
});

test('requests go through a proxy with their body', async () => {
  const { url, asked } = await serveBodies(({ request }) => [
    200,
    {},
    request.url === 'http://api.example/graphql' ? ROWS : [],
  ]);
  const through = testWorld({ env: { ...env, HTTP_PROXY: url } });
  const request = {
    url: 'http://api.example/graphql',
    format: 'json',
    body: { a: 'env:TOKEN' },
  } as const;
  const { result } = await connect(request, { world: through });
  expect(result.failure).toBeNull();
  expect(asked[0]?.body).toBe(`{"a":"${TOKEN}"}`);
});
