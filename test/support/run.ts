import { spawn } from 'node:child_process';
import path from 'node:path';

/** What a run of the program ended with. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

const BIN = path.resolve(import.meta.dirname, '../../bin/rostrum.mjs');

/** Runs the command line in a folder; `env` is added to what the test itself was given. */
export function runRostrum(
  words: string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...words], { cwd, env: { ...process.env, ...env } });
  return new Promise((resolve) => {
    const result = { out: '', err: '' };
    child.stdout.on('data', (text) => (result.out += String(text)));
    child.stderr.on('data', (text) => (result.err += String(text)));
    child.on('close', (code) => resolve({ ...result, code }));
  });
}
