import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL of its own, on a free port of this machine. */
export interface Postgres {
  /** Its address with a password. */
  url: string;
  /** Runs SQL as its owner. */
  run(sql: string): void;
  stop(): void;
}

/** The user as whom a server runs for root, which PostgreSQL refuses. */
const NOBODY = 65_534;
const PASSWORD = 'pass-w0rd&more';

/** Whether the machine has PostgreSQL, by its programs. */
export const HAS_POSTGRES =
  process.platform !== 'win32' &&
  ['postgres', 'initdb', 'pg_ctl', 'psql'].every(
    (name) => spawnSync(name, ['--version']).status === 0,
  );

/** Starts a server with a database of its own. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  chmodSync(folder, 0o700);
  const secret = path.join(folder, 'secret');
  writeFileSync(secret, PASSWORD);
  if (isRoot) chownSync(secret, NOBODY, NOBODY);
  const data = path.join(folder, 'data');
  const env = { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C' };
  const run = (program: string, words: string[], input?: string): SpawnSyncReturns<string> => {
    const ended = spawnSync(program, words, { ...user, env, cwd: folder, input, encoding: 'utf8' });
    if (ended.status === 0) return ended;
    const log = path.join(folder, 'log');
    const said = existsSync(log) ? readFileSync(log, 'utf8') : '';
    throw new Error(`${program} ended with ${ended.status}: ${ended.stderr}${ended.stdout}${said}`);
  };
  run('initdb', [
    '-D',
    data,
    '-U',
    'owner',
    '-A',
    'scram-sha-256',
    `--pwfile=${secret}`,
    '-E',
    'UTF8',
    '-N',
  ]);
  const port = await findPort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
  run('pg_ctl', ['-D', data, '-l', path.join(folder, 'log'), '-o', options, '-w', 'start']);
  const url = `postgres://owner:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres`;
  return {
    url,
    run: (sql) => void run('psql', ['-X', '-v', 'ON_ERROR_STOP=1', url, '-f', '-'], sql),
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
