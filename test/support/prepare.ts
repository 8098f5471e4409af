import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureClients } from '../../src/node/client/client.ts';
import { ensureSiteFloors } from '../../src/node/vite/finished/site-floor.ts';

const BIN = path.resolve(import.meta.dirname, '../../bin/rostrum.mjs');

/** Bundles the engine and its pages' scripts before the first test, so that no test that is short of time waits for them. */
export async function setup(): Promise<void> {
  const engine = promisify(execFile)(process.execPath, [BIN, '--version']);
  await Promise.all([engine, ensureClients(), ensureSiteFloors()]);
}
