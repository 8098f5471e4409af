import { isBuiltin } from 'node:module';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { findStatementFault } from '../../../../../src/node/data/sources/sql-statement.ts';
import { bare, connect, RIDERS, writeFiles } from '../../../../support/connect.ts';
import { makeFolder } from '../../../../support/refresh.ts';

const HAS_SQLITE =
  isBuiltin('node:sqlite') || process.allowedNodeEnvironmentFlags.has('--experimental-sqlite');
const IS_BUILT_IN = isBuiltin('node:sqlite');
const QUERY = 'select day as asOf, sum(riders) as riders from trips group by day order by day';

interface Database {
  exec(sql: string): void;
  close(): void;
}

/** Writes a database into a project; Node 20 has no SQLite. */
async function makeDatabase(root: string, sql: string): Promise<string> {
  const module = (await import('node:sqlite' as string)) as {
    DatabaseSync: new (file: string) => Database;
  };
  const file = path.join(root, 'data/raw/trips.db');
  writeFiles(root, { 'data/raw/.keep': '' });
  const database = new module.DatabaseSync(file);
  database.exec(sql);
  database.close();
  return file;
}

const TRIPS = `create table trips (day text, line text, riders integer, note blob);
insert into trips values ('2026-11-20', 'U1', 700, null), ('2026-11-20', 'U2', 500, x'00ff'), ('2026-11-21', 'U1', 1310, null);`;

test.runIf(IS_BUILT_IN)('a query of an SQLite file becomes rows', async () => {
  const root = makeFolder();
  const file = await makeDatabase(root, TRIPS);
  const before = readFileSync(file);
  const { result, rows } = await connect({ sqlite: 'raw/trips.db', query: QUERY }, { root });
  expect(result.failure).toBeNull();
  expect(bare(rows)).toEqual([
    { asOf: '2026-11-20', riders: 1200 },
    { asOf: '2026-11-21', riders: 1310 },
  ]);
  expect(readFileSync(file)).toEqual(before);
  const one = `${QUERY.replace(' group', ' where line = ? group')};`;
  const request = { sqlite: 'raw/trips.db', query: one, values: ['U2'] };
  const other = makeFolder();
  writeFiles(other, { 'data/raw/trips.db': before });
  const asked = await connect(request, { root: other });
  expect(bare(asked.rows)).toEqual([{ asOf: '2026-11-20', riders: 500 }]);
});

test.runIf(IS_BUILT_IN)('numbers keep their digits, and what is no JSON is refused', async () => {
  const root = makeFolder();
  await makeDatabase(root, TRIPS);
  const schema = v.looseObject({ asOf: v.string() });
  const query = `select '2026-11' as asOf, 9007199254740993 as big, 1e999 as far, 2.5 as half, null as none`;
  const { rows } = await connect({ sqlite: 'raw/trips.db', query }, { root, schema });
  expect(rows[0]).toMatchObject({ big: '9007199254740993', far: null, half: 2.5, none: null });
  const bytes = await connect(
    { sqlite: 'raw/trips.db', query: 'select note from trips' },
    {
      root: makeFolder(),
      schema,
      files: { 'data/raw/trips.db': readFileSync(path.join(root, 'data/raw/trips.db')) },
    },
  );
  expect(bytes.result.failure?.message).toContain('a column holds bytes; select its text');
});

test.runIf(IS_BUILT_IN).each([
  ['has a fault', 'select riders from trip', /no such table: trip/],
  [
    'never ends',
    'with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) as riders from n',
    /it was not done within 1 s/,
  ],
  [
    'gives too many rows',
    "with recursive n(i) as (select 1 union all select i + 1 from n limit 200000) select '2026' as asOf, i as riders from n",
    /it gives more than 100000 rows/,
  ],
  ['writes by a function', "select writefile('x', 'y') as riders", /no such function: writefile/],
])('a query that %s leaves the old rows, with the reason', async (_name, query, said) => {
  const root = makeFolder();
  await makeDatabase(root, TRIPS);
  const { result, text } = await connect(
    { sqlite: 'raw/trips.db', query, timeout: query.includes('max(i)') ? '1s' : '50s' },
    { root },
  );
  expect([result.outcome, text]).toEqual(['never', '']);
  expect(result.failure?.message).toMatch(said);
});

test.each([
  ['select 1; select 2', 'several statements'],
  ['select 1; drop table trips', 'several statements'],
  ['delete from trips', 'does not begin with'],
  ['vacuum into "x"', 'does not begin with'],
  ["attach 'other.db' as other", 'does not begin with'],
  ['-- select\ndrop table trips', 'does not begin with'],
  ['/* select */ pragma writable_schema = 1', 'does not begin with'],
])('%j is refused before a database is opened', async (query, said) => {
  const files = { 'data/raw/trips.db': 'no database' };
  const { result } = await connect({ sqlite: 'raw/trips.db', query }, { files });
  expect(result.failure?.message).toContain(said);
});

test('one statement may have comments, texts with semicolons, and one at its end', () => {
  for (const query of [
    'select \';\' -- ;\n, "a;b" /* ; */;',
    ' WITH a as (select 1) select * from a',
    'values (1)',
  ])
    expect(findStatementFault(query)).toBeNull();
});

test.each([
  ['raw/none.db', 'there is no such file'],
  ['../../../etc/passwd', 'it leads out of the project'],
  ['/../secret.db', 'it leads out of the project'],
  ['raw', 'it is no file'],
  ['raw/link.db', 'it leads out of the project'],
])('the path %s is refused', async (sqlite, said) => {
  const root = makeFolder();
  writeFiles(root, { 'data/raw/x.db': '' });
  symlinkSync('/etc/passwd', path.join(root, 'data/raw/link.db'));
  const { result } = await connect({ sqlite, query: QUERY }, { root });
  expect(result.failure?.message).toContain(said);
});

test('a file that is no database is reported; so is a Node without SQLite', async () => {
  const files = { 'data/raw/trips.db': 'no database'.repeat(200) };
  const { result } = await connect(
    { sqlite: 'raw/trips.db', query: QUERY },
    { files, schema: RIDERS },
  );
  expect(result.failure?.message).toMatch(HAS_SQLITE ? /file is not a database/ : /has no SQLite/);
  if (!HAS_SQLITE) expect(result.failure?.advice).toContain("command: ['sqlite3', '-readonly'");
});
