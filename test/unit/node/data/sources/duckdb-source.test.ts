import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { bare, connect, writeFiles } from '../../../../support/connect.ts';
import {
  cutInTheMiddle,
  gzipBomb,
  sendBytes,
  sendHuge,
  sendStatus,
} from '../../../../support/faults.ts';
import { makeFolder, serveFor } from '../../../../support/refresh.ts';

const MONTHS =
  'select strftime(day, \'%Y-%m\') as "asOf", sum(riders) as RIDERS from trips group by 1 order by 1';

/** Runs SQL of DuckDB that writes files, in a folder. */
async function write(sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

/** Makes a project with a large table in each form that DuckDB writes. */
async function makeTrips(rows: number): Promise<string> {
  const root = makeFolder();
  writeFiles(root, { 'data/raw/.keep': '' });
  const raw = path.join(root, 'data/raw');
  const trips = `(select date '2025-01-01' + (i % 365)::int as day, 'U' || (i % 7) as line, (i * 37 % 1000) as riders from range(${rows}) t(i))`;
  await write(`copy ${trips} to '${raw}/trips.csv'`);
  await write(`copy ${trips} to '${raw}/trips.parquet'`);
  await write(`copy ${trips} to '${raw}/trips.ndjson' (format json)`);
  await write(`attach '${raw}/trips.duckdb' as d; create table d.trips as from ${trips}; detach d`);
  return root;
}

test('200,000 rows of any form become the twelve of a slide', { timeout: 60_000 }, async () => {
  const root = await makeTrips(200_000);
  const asked = ['trips.csv', 'trips.parquet', 'trips.ndjson'].map((file) => ({
    duckdb: { trips: `raw/${file}` },
    query: MONTHS,
  }));
  const attached = {
    duckdb: { store: 'raw/trips.duckdb' },
    query: MONTHS.replace('trips', 'store.trips'),
  };
  const all: unknown[] = [];
  for (const request of [...asked, attached]) {
    const { result, rows } = await connect(request, { root });
    expect(result.failure).toBeNull();
    all.push(bare(rows));
  }
  expect(all[0]).toHaveLength(12);
  expect((all[0] as unknown[])[0]).toEqual({ asOf: '2025-01', riders: 8_469_430 });
  for (const rows of all) expect(rows).toEqual(all[0]);
});

test('a table may be several files, and a file on the web', async () => {
  const files = {
    'data/raw/a.csv': 'day,riders\n2026-11-20,700\n',
    'data/raw/b.csv': 'day,riders\n2026-11-20,500\n',
  };
  const query = 'select day as asOf, sum(riders) as riders from trips group by day';
  const several = await connect({ duckdb: { trips: 'raw/*.csv' }, query }, { files });
  expect(bare(several.rows)).toEqual([{ asOf: '2026-11-20', riders: 1200 }]);
  const root = makeFolder();
  const file = path.join(root, 'trips.parquet');
  await write(`copy (select date '2026-11-20' as day, 1200 as riders) to '${file}'`);
  const served = await serveFor(sendBytes(readFileSync(file), 'application/octet-stream'));
  const url = `${served.url}/trips.parquet?v=1`;
  const web = await connect({ duckdb: { trips: url }, query });
  expect(web.result.failure).toBeNull();
  expect(bare(web.rows)).toEqual([{ asOf: '2026-11-20', riders: 1200 }]);
});

test('values keep their meaning: numbers, dates, lists, and what is unknown', async () => {
  const files = { 'data/raw/a.csv': 'a\n1\n' };
  const query = `select timestamp '2026-11-20 00:00:00' as asOf, sum(a) as total, 12.50::decimal(9,2) as price, 'nan'::double as odd,
    9007199254740993::bigint as big, null as none, [1, 2] as list, {'x': 'y'} as part, true as done from one`;
  const schema = v.looseObject({ asOf: v.string() });
  const { result, rows } = await connect(
    { duckdb: { one: 'raw/a.csv' }, query },
    { files, schema },
  );
  expect(result.failure).toBeNull();
  expect(rows[0]).toMatchObject({
    asOf: '2026-11-20',
    total: 1,
    price: 12.5,
    odd: null,
    big: '9007199254740993',
    none: null,
    list: [1, 2],
    part: { x: 'y' },
    done: true,
  });
});

test('parameters are values, with any text in them', async () => {
  const files = { 'data/raw/a.csv': 'a\n1\n' };
  const schema = v.object({ line: v.string() });
  const request = {
    duckdb: { one: 'raw/a.csv' },
    query: 'select $1 as line from one',
    values: ["x'; drop"],
  };
  expect((await connect(request, { files, schema })).rows).toEqual([{ line: "x'; drop" }]);
});

const one = { one: 'raw/a.csv' };

test.each([
  ['has a fault', one, 'selct 1', /syntax error/],
  ['names no column', one, 'select nothing from one', /Referenced column "nothing" not found/],
  ['has several statements', one, 'select 1; select 2', /several statements/],
  ['writes a file', one, "copy (select 1) to 'OUT'", /does not select|disabled|Permission/],
  [
    'reads another file',
    one,
    "select * from read_csv('/etc/passwd')",
    /disabled by configuration|Permission/,
  ],
  [
    'reads another file by its name',
    one,
    "select * from '/etc/passwd.csv'",
    /disabled by configuration|Permission|does not exist/,
  ],
  ['opens another database', one, "attach 'OUT' as other", /does not select|disabled|Permission/],
  ['changes settings', one, 'set enable_external_access = true', /does not select|locked/],
  [
    'asks the web',
    one,
    "select * from read_csv('http://127.0.0.1:9/a.csv')",
    /disabled by configuration|Permission|httpfs|locked/,
  ],
  [
    'never ends',
    one,
    'select count(*) as n from range(1000000000000) a, range(1000000000) b where a.range + b.range = 3',
    /was not done within 2 s/,
  ],
  ['gives too many rows', one, 'select 1 as n from range(200000)', /more than 100000 rows/],
  [
    'needs too much memory',
    one,
    'select list(range) as n from range(2000000000)',
    /Out of Memory|memory/i,
  ],
  ['gives bytes', one, "select 'a'::blob as n", /the column "n" holds bytes/],
  ['asks for an unknown kind', { one: 'raw/a.xlsx' }, 'select 1', /no file of a kind that is read/],
  ['asks for Arrow', { one: 'raw/a.arrow' }, 'select 1', /no file of a kind that is read/],
  ['asks for a missing file', { one: 'raw/none.csv' }, 'select 1', /there is no such file/],
  [
    'asks for a file that is no Parquet',
    { one: 'raw/a.parquet' },
    'select * from one',
    /No magic bytes|too small|parquet/i,
  ],
  [
    'asks for a Parquet that is cut',
    { one: 'raw/cut.parquet' },
    'select * from one',
    /Parquet|magic|footer|Invalid/i,
  ],
  [
    'asks for a Parquet that lies about its tail',
    { one: 'raw/tail.parquet' },
    'select * from one',
    /Footer length/,
  ],
  [
    'asks for a Parquet that lies about its parts',
    { one: 'raw/parts.parquet' },
    'select sum(a) as n from one',
    /Invalid|read enough|bigger|bytes outside/,
  ],
  ['is called gzip and is not', { one: 'raw/b.csv.gz' }, 'select * from one', /gzip|GZIP/i],
])(
  'a query that %s leaves the old rows, with the reason',
  { timeout: 60_000 },
  async (_name, duckdb, query, said) => {
    const root = makeFolder();
    writeFiles(root, {
      'data/raw/a.csv': 'a\n1\n',
      'data/raw/a.xlsx': 'x',
      'data/raw/a.parquet': 'no parquet at all',
      'data/raw/b.csv.gz': 'no gzip at all',
    });
    const whole = path.join(root, 'whole.parquet');
    await write(`copy (select range as a from range(10000)) to '${whole}'`);
    const bytes = readFileSync(whole);
    // Its tail, which says how it is built, lies about the lengths.
    const cut = Buffer.concat([bytes.subarray(0, 2000), bytes.subarray(-600)]);
    writeFileSync(path.join(root, 'data/raw/cut.parquet'), cut);
    const tail = Buffer.from(bytes);
    tail.writeUInt32LE(0x7fffffff, tail.length - 8);
    writeFileSync(path.join(root, 'data/raw/tail.parquet'), tail);
    // The first part says that it is far longer than the file.
    const parts = Buffer.from(bytes);
    parts.fill(0xff, 6, 12);
    writeFileSync(path.join(root, 'data/raw/parts.parquet'), parts);
    const out = path.join(root, 'out');
    const { result, text } = await connect(
      {
        duckdb,
        query: query.replace('OUT', out),
        timeout: query.includes('1000000000000') ? '2s' : '50s',
      },
      { root, schema: v.looseObject({}) },
    );
    expect([result.outcome, text, existsSync(out)]).toEqual(['never', '', false]);
    expect(result.failure?.message).toMatch(said);
    expect(readdirSync(path.join(root, 'data'))).toEqual(['raw']);
  },
);

test(
  'packed files that are far larger than they look stay within bounds',
  { timeout: 60_000 },
  async () => {
    const root = makeFolder();
    writeFiles(root, { 'data/raw/.keep': '' });
    const raw = path.join(root, 'data/raw');
    await write(`copy (select 'x' as a from range(5000000)) to '${raw}/bomb.parquet'`);
    writeFileSync(path.join(raw, 'bomb.csv.gz'), gzipSync(Buffer.alloc(20_000_000, 'a\n')));
    expect(statSync(path.join(raw, 'bomb.parquet')).size).toBeLessThan(400_000);
    for (const file of ['bomb.parquet', 'bomb.csv.gz']) {
      const request = {
        duckdb: { one: `raw/${file}` },
        query: 'select * from one',
        timeout: '50s',
      } as const;
      const { result } = await connect(request, { root, schema: v.looseObject({}) });
      expect(result.failure?.message).toContain('more than 100000 rows');
    }
    const cell = path.join(raw, 'cell.parquet');
    await write(`copy (select repeat('x', 61000000) as a) to '${cell}' (compression zstd)`);
    expect(statSync(cell).size).toBeLessThan(10_000);
    const request = { duckdb: { one: 'raw/cell.parquet' }, query: 'select * from one' };
    const { result } = await connect(request, { root, schema: v.looseObject({}) });
    expect(result.failure?.message).toContain('its rows have more than 60 MB');
  },
);

test.each([
  ['is not there', sendStatus(404), /answered 404/],
  ['is cut', cutInTheMiddle, /broke off after/],
  ['says a wrong length', sendHuge(300_000_000, true), /is larger than 256 MB/],
  ['never ends', sendHuge(400_000_000, false), /is larger than 256 MB/],
  ['is packed to a bomb', gzipBomb(300_000_000), /is larger than 256 MB/],
  ['is another file', sendBytes('no parquet', 'text/plain'), /too small|magic|parquet/i],
])(
  'a file on the web that %s leaves the old rows, with the reason',
  { timeout: 60_000 },
  async (_name, answer, said) => {
    const served = await serveFor(answer);
    const request = { duckdb: { one: `${served.url}/a.parquet` }, query: 'select * from one' };
    const { result, text } = await connect(request, { schema: v.looseObject({}) });
    expect([result.outcome, text]).toEqual(['never', '']);
    expect(result.failure?.message).toMatch(said);
  },
);
