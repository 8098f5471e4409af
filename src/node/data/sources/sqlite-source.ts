import { isBuiltin } from 'node:module';
import type { SqliteRequest } from '../../../talk/data/update/request.ts';
import { readTimeout } from './program-limits.ts';
import { findProjectFiles } from './project-files.ts';
import { QUERY_PRELUDE, runQuery } from './query-program.ts';
import { MAX_QUERY_ROWS, queryFailure, type QueryRow } from './query-rows.ts';
import { findStatementFault } from './sql-statement.ts';
import type { SourceContext } from './source-context.ts';

const FLAG = '--experimental-sqlite';
const SCRIPT = `${QUERY_PRELUDE}
try {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(ask.file, { readOnly: true });
  database.exec('PRAGMA query_only = 1; PRAGMA trusted_schema = 0; PRAGMA busy_timeout = 5000');
  const statement = database.prepare(ask.query);
  statement.setReadBigInts(true);
  const read = (value) => {
    if (typeof value === 'bigint') return toNumber(value);
    if (value instanceof Uint8Array) throw new Error('a column holds bytes; select its text with hex()');
    return typeof value === 'number' && !Number.isFinite(value) ? null : value;
  };
  for (const row of statement.iterate(...ask.values)) {
    if (rows.length >= ask.most) break;
    add(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, read(value)])));
  }
  await answer();
} catch (error) {
  await fail(error);
}
`;

/** Queries an SQLite file of the project, opened for reading, by the module of Node. */
export async function askSqlite(
  request: SqliteRequest,
  { root, world, kinds }: SourceContext,
): Promise<QueryRow[]> {
  const database = `"${request.sqlite}"`;
  const fault = findStatementFault(request.query);
  if (fault !== null) throw queryFailure(database, fault, 'Ask with one "select".');
  const [file = ''] = findProjectFiles(root, request.sqlite);
  const flags = findFlags(database);
  const values = (request.values ?? []).map((value) =>
    typeof value === 'boolean' ? Number(value) : value,
  );
  const input = { file, query: request.query, values, most: MAX_QUERY_ROWS + 1 };
  const { PATH } = world.env;
  const timeout = readTimeout(request.timeout);
  return runQuery({
    script: SCRIPT,
    input,
    flags,
    cwd: root,
    env: { PATH },
    timeout,
    database,
    kinds,
  });
}

function findFlags(database: string): string[] {
  if (isBuiltin('node:sqlite')) return [];
  if (process.allowedNodeEnvironmentFlags.has(FLAG)) return [FLAG];
  throw queryFailure(
    database,
    `Node ${process.versions.node} has no SQLite`,
    `Use Node 22.12 or later, or the program: command: ['sqlite3', '-readonly', '-json', FILE, QUERY], format: 'json'.`,
  );
}
