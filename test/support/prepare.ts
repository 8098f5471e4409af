import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const BIN = path.resolve(import.meta.dirname, '../../bin/rostrum.mjs');

/** Bundles the engine before the first test, so that no test that is short of time waits for it. */
export async function setup(): Promise<void> {
  await promisify(execFile)(process.execPath, [BIN, '--version']);
}
