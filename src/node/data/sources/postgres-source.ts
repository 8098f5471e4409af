import { pathToFileURL } from 'node:url';
import type { ClientConfig } from 'pg';
import type { PostgresRequest } from '../../../talk/data/update/request.ts';
import { reasonOf } from '../../../talk/text/error-text.ts';
import { findPackage } from '../../find-package.ts';
import { expandEnv } from '../refresh/secrets.ts';
import { readTimeout } from './program-limits.ts';
import {
  MAX_QUERY_ROWS,
  queryFailure,
  tidyRows,
  tooManyRows,
  type QueryRow,
} from './query-rows.ts';
import type { SourceContext } from './source-context.ts';

const CONNECT_TIMEOUT_MS = 15_000;
const FIRST_BATCH = 20;
const MAX_BATCH = 2000;
const BATCH_CHARACTERS = 4_000_000;
const MAX_CHARACTERS = 64_000_000;
/** Types by their number: 8 bytes, any digits, yes or no, JSON. */
const NUMBERS = [20, 21, 23, 26, 700, 701, 1700];
const BOOLEAN = 16;
const JSONS = [114, 3802];
const BYTES = 17;
const DATABASE = 'PostgreSQL';

/** Queries a PostgreSQL database in a transaction that can only read, through a cursor, which takes one `select`. */
export async function askPostgres(
  request: PostgresRequest,
  { root, world, kinds }: SourceContext,
): Promise<QueryRow[]> {
  const connectionString = expandEnv(request.postgres, world.env);
  const timeout = readTimeout(request.timeout);
  const { Client } = await loadPg(root);
  const client = new Client(toConfig(connectionString, timeout));
  // A connection that breaks later must not end the program.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin read only');
    const query = request.query.trim().replace(/;$/, '');
    const text = `declare answer no scroll cursor for ${query}`;
    // Only the extended protocol refuses a second statement behind the first.
    const asked = { text, values: [...(request.values ?? [])], queryMode: 'extended' };
    await client.query(asked);
    const rows = await fetchAll(
      async (count) => (await client.query<QueryRow>(`fetch ${count} from answer`)).rows,
    );
    return tidyRows(rows, kinds);
  } catch (error) {
    if (error instanceof Error && error.name === 'SourceError') throw error;
    throw queryFailure(DATABASE, explain(error), 'Try the query in psql, as the same user.');
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Fetches rows in batches of a few megabytes, so that rows of any length are refused in time. */
async function fetchAll(fetch: (count: number) => Promise<QueryRow[]>): Promise<QueryRow[]> {
  const rows: QueryRow[] = [];
  let [characters, count] = [0, FIRST_BATCH];
  for (;;) {
    const batch = await fetch(count);
    for (const row of batch) rows.push(row);
    characters += JSON.stringify(batch).length;
    if (rows.length > MAX_QUERY_ROWS) throw tooManyRows(DATABASE);
    if (characters > MAX_CHARACTERS)
      throw queryFailure(DATABASE, 'its rows have more than 64 MB', 'Select fewer columns.');
    if (batch.length < count) return rows;
    const length = Math.max(1, characters / rows.length);
    count = Math.max(1, Math.min(MAX_BATCH, Math.floor(BATCH_CHARACTERS / length)));
  }
}

async function loadPg(root: string): Promise<typeof import('pg')> {
  const file = findPackage('pg', { root, isSafe: false });
  if (file !== undefined) {
    const module = (await import(pathToFileURL(file).href)) as { default: typeof import('pg') };
    return module.default;
  }
  throw queryFailure(
    DATABASE,
    'the package "pg" is not installed',
    'Run "npm install --save-dev pg".',
  );
}

function toConfig(
  connectionString: string,
  timeout: number,
): ClientConfig & { queryMode?: string } {
  return {
    connectionString,
    connectionTimeoutMillis: Math.min(timeout, CONNECT_TIMEOUT_MS),
    statement_timeout: timeout,
    query_timeout: timeout,
    application_name: 'rostrum',
    options: '-c default_transaction_read_only=on',
    types: { getTypeParser: ((type: number) => findParser(type)) as never },
  };
}

/** Dates and times stay texts: read as days of this machine's zone they could become other days. */
function findParser(type: number): (text: string) => unknown {
  if (NUMBERS.includes(type)) return toNumber;
  if (type === BOOLEAN) return (text) => text === 't';
  if (JSONS.includes(type)) return (text) => JSON.parse(text) as unknown;
  if (type === BYTES) return refuseBytes;
  return (text) => text;
}

function toNumber(text: string): number | string | null {
  const number = Number(text);
  if (!Number.isFinite(number)) return null;
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? text : number;
}

function refuseBytes(): never {
  throw new Error('a column holds bytes; select its text with encode()');
}

function explain(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return (reasonOf(first).split('\n')[0] ?? '').slice(0, 300) || 'it did not answer';
}
