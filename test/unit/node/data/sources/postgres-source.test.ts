import { createServer, type AddressInfo } from 'node:net';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { PostgresRequest } from '../../../../../src/talk/data/update/request.ts';
import { bare, connect, RIDERS } from '../../../../support/connect.ts';
import { HAS_POSTGRES, startPostgres, type Postgres } from '../../../../support/postgres.ts';
import { testWorld } from '../../../../support/refresh.ts';

const QUERY = 'select day as asOf, sum(riders) as riders from trips group by day order by day';
let server: Postgres | undefined;

beforeAll(async () => {
  if (!HAS_POSTGRES) return;
  server = await startPostgres();
  server.run(`create table trips (day date, line text, riders bigint);
    insert into trips values ('2026-11-20', 'U1', 700), ('2026-11-20', 'U2', 500), ('2026-11-21', 'U1', 1310);
    create function meddle() returns int language plpgsql as $$ begin insert into trips values (null, null, 1); return 1; end $$;`);
}, 120_000);

afterAll(() => server?.stop());

const ask = (
  query: string,
  more: Partial<PostgresRequest> = {},
  schema: typeof RIDERS | ReturnType<typeof loose> = RIDERS,
) =>
  connect(
    { postgres: 'env:DATABASE_URL', query, ...more },
    { schema, world: testWorld({ env: { DATABASE_URL: server?.url } }) },
  );
const loose = () => v.looseObject({});

test.runIf(HAS_POSTGRES)(
  'a query of a real PostgreSQL becomes rows, with days as they are',
  async () => {
    const { result, rows, text } = await ask(QUERY);
    expect(result.failure).toBeNull();
    expect(bare(rows)).toEqual([
      { asOf: '2026-11-20', riders: 1200 },
      { asOf: '2026-11-21', riders: 1310 },
    ]);
    expect(JSON.stringify(result) + text).not.toContain('pass-w0rd');
    const one = await ask(`${QUERY.replace(' group', ' where line = $1 group')};`, {
      values: ['U2'],
    });
    expect(bare(one.rows)).toEqual([{ asOf: '2026-11-20', riders: 500 }]);
  },
);

test.runIf(HAS_POSTGRES)('values keep their meaning', async () => {
  const query = `select 9007199254740993::int8 as big, 1.50::numeric as price, 'nan'::float8 as odd, true as done, null as none,
    '{"a": [1]}'::jsonb as part, timestamp '2026-11-20 12:00' as at, 'x' as "Name"`;
  const { rows } = await ask(query, {}, loose());
  expect(rows[0]).toEqual({
    big: '9007199254740993',
    price: 1.5,
    odd: null,
    done: true,
    none: null,
    part: { a: [1] },
    at: '2026-11-20 12:00:00',
    Name: 'x',
  });
});

test.runIf(HAS_POSTGRES).each([
  ['has a fault', 'select rider from trips', /column "rider" does not exist/],
  ['deletes', 'delete from trips', /syntax error at or near "delete"|cannot/i],
  [
    'writes by a function',
    'select meddle() as riders',
    /cannot execute INSERT in a read-only transaction/,
  ],
  [
    'writes within a select',
    'with gone as (delete from trips returning 1) select * from gone',
    /must not contain data-modifying statements/,
  ],
  ['has several statements', 'select 1; drop table trips', /cannot insert multiple commands/],
  [
    'ends the transaction',
    'select 1; commit; delete from trips',
    /cannot insert multiple commands/,
  ],
  ['sleeps', 'select pg_sleep(30)::text as riders', /timeout/i],
  [
    'gives too many rows',
    'select i as riders from generate_series(1, 200000) i',
    /more than 100000 rows/,
  ],
  [
    'gives very long rows',
    "select repeat('x', 1000000) as riders from generate_series(1, 2000)",
    /more than 64 MB/,
  ],
  ['gives bytes', "select '\\x00'::bytea as riders", /holds bytes/],
])('a query that %s leaves the old rows, with the reason', async (_name, query, said) => {
  const timeout = query.includes('pg_sleep') ? '1s' : '50s';
  const { result, text } = await ask(query, { timeout }, loose());
  expect([result.outcome, text]).toEqual(['never', '']);
  expect(result.failure?.message).toMatch(said);
  expect(result.failure?.message).not.toContain('pass-w0rd');
  const after = await ask('select count(*) as riders from trips', {}, loose());
  expect(after.rows[0]?.['riders']).toBe(3);
});

test.runIf(HAS_POSTGRES)('a wrong password is reported without it', async () => {
  const wrong = server?.url.replace('pass-w0rd', 'wr0ng-pass') ?? '';
  const world = testWorld({ env: { DATABASE_URL: wrong } });
  const { result } = await connect({ postgres: 'env:DATABASE_URL', query: QUERY }, { world });
  expect(result.failure?.message).toContain('password authentication failed for user "owner"');
  expect(JSON.stringify(result)).not.toContain('wr0ng-pass');
});

test('a database that is not there, and one that says nothing, are reported', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  onTestFinished(() => void silent.close());
  await new Promise((resolve) => silent.once('listening', resolve));
  const { port } = silent.address() as AddressInfo;
  const says = async (address: string) => {
    const url = `postgres://u:s3cret-word@${address}/db`;
    const world = testWorld({ env: { DATABASE_URL: url } });
    const request: PostgresRequest = { postgres: 'env:DATABASE_URL', query: QUERY, timeout: '1s' };
    const { result } = await connect(request, { world });
    expect(JSON.stringify(result)).not.toContain('s3cret-word');
    return result.failure?.message;
  };
  expect(await says('127.0.0.1:9')).toMatch(/ECONNREFUSED/);
  expect(await says(`127.0.0.1:${port}`)).toMatch(/timeout/i);
  const none = await connect({ postgres: 'env:DATABASE_URL', query: QUERY });
  expect(none.result.failure?.message).toBe('DATABASE_URL is not set.');
});
