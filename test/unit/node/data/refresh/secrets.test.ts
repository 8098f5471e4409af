import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { redact } from '../../../../../src/node/data/refresh/secrets.ts';
import type { RefreshRecipe } from '../../../../../src/talk/data/update/refresh-context.ts';
import { readDataset } from '../../../../support/connect.ts';
import { sendBytes, type Answerer } from '../../../../support/faults.ts';
import { makeFolder, runRefresh, serveFor, testWorld } from '../../../../support/refresh.ts';

const TOKEN = 'glpat-2f7c9d1e8b3a6054';
const env = { TOKEN, LOGIN: 'ada@example.org' };
const ROW = { asOf: '2026-11-20', riders: 1200 };

/** Refreshes a dataset whose recipe knows the token, and gives all that it left and said. */
async function follow(refresh: Partial<RefreshRecipe>, answer: Answerer = sendRows) {
  const root = makeFolder();
  const { url, requests } = await serveFor(answer);
  const mirrors = [`https://city.example=${url}`];
  const recipe = {
    schema: v.object({ asOf: v.string(), riders: v.number() }),
    refresh: {
      id: 'city',
      source: { name: 'City', url: 'https://city.example/', licence: 'CC0-1.0' },
      minInterval: '1h',
      updatePeriod: '1d',
      staleAfter: '30d',
      needs: ['TOKEN'],
      ask: { url: 'https://city.example/riders', format: 'json' },
      ...refresh,
    } satisfies RefreshRecipe,
  };
  const [result] = await runRefresh(root, { a: recipe }, { mirrors, world: testWorld({ env }) });
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(({ parentPath, name }) =>
    readFileSync(path.join(parentPath, name), 'utf8'),
  );
  return {
    result,
    requests,
    rows: readDataset(root, 'a').rows,
    all: [JSON.stringify(result), ...texts].join('\n'),
  };
}

function sendRows(...[request, response]: Parameters<Answerer>): void {
  const isFirst = !request.url?.includes('page=2');
  const next = `<https:/${request.headers.host}>`;
  response.setHeader('etag', '"1"');
  if (isFirst) response.setHeader('link', `</riders?key=${TOKEN}&page=2>; rel="next", ${next}`);
  const rows = isFirst ? [ROW] : [{ ...ROW, asOf: '2026-11-21' }];
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows));
}

test('an address with a key is asked, and kept nowhere', async () => {
  const url = `https://city.example/riders?key=${TOKEN}`;
  const found = await follow({ ask: { url, format: 'json', next: { by: 'link' } } });
  expect(found.result?.failure).toBeNull();
  expect(found.rows.length).toBe(2);
  expect(found.requests.map((request) => request.url)).toEqual([
    `/riders?key=${TOKEN}`,
    `/riders?key=${TOKEN}&page=2`,
  ]);
  expect(found.all).not.toContain(TOKEN);
});

test.each<[string, Partial<RefreshRecipe>, RegExp, Answerer?]>([
  [
    'an error of "ask"',
    {
      ask: () => {
        throw new Error(`no account for ${TOKEN}`);
      },
    },
    /no account for \[TOKEN\]/,
  ],
  [
    'an error of "parse"',
    {
      parse: () => {
        throw new Error(`bad ${encodeURIComponent(TOKEN)}`);
      },
    },
    /bad \[TOKEN\]/,
  ],
  [
    'an address that is none',
    { ask: { url: `https//${TOKEN}`, format: 'json' } },
    /"https\/\/\[TOKEN\]" is no/,
  ],
  [
    'a row',
    { parse: () => ({ rows: [{ ...ROW, note: `of ${TOKEN}` }] }) },
    /hold the value of TOKEN/,
  ],
  [
    'the address of the source',
    { source: { name: 'City', url: `https://city.example/?key=${TOKEN}`, licence: 'x' } },
    /hold the value of TOKEN/,
  ],
  [
    'both halves of a login, as they are sent',
    {
      ask: { url: 'https://city.example/riders', format: 'json', auth: ['LOGIN', 'TOKEN'] },
      needs: [],
    },
    /\[LOGIN:TOKEN\]/,
    sendBytes(
      `<!doctype html><title>${Buffer.from(`${env.LOGIN}:${TOKEN}`).toString('base64')}</title>`,
      'text/html',
    ),
  ],
])('%s shows the name of the variable', async (_name, refresh, said, answer) => {
  const { result, all, rows } = await follow(refresh, answer);
  expect(result?.failure?.message).toMatch(said);
  expect(rows).toEqual([]);
  for (const secret of [TOKEN, Buffer.from(TOKEN).toString('base64').slice(0, 12)])
    expect(all).not.toContain(secret);
});

test('the folder of a clone is no secret', async () => {
  const { result } = await follow({ needs: ['LOGIN'], ask: { tree: 'LOGIN', titles: [] } });
  expect(result?.failure?.message ?? '').not.toContain('[LOGIN]');
});

test('what a cut left of a value is replaced, and words that look like its protocol are not', () => {
  const secrets = new Map([
    [TOKEN, 'TOKEN'],
    ['postgres://ada@db.example/club', 'CLUB'],
  ]);
  expect(redact(`it said "glpat-2f7c9d1`, secrets)).toBe('it said "[TOKEN]');
  expect(redact('1e8b3a6054" is no number', secrets)).toBe('[TOKEN]" is no number');
  expect(redact('postgres://other.example refused', secrets)).toBe(
    'postgres://other.example refused',
  );
  expect(redact('a glpat is a kind of token', secrets)).toBe('a glpat is a kind of token');
});
