import { spawn } from 'node:child_process';
import path from 'node:path';

/** What a run of the program ended with. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

const BIN = path.resolve(import.meta.dirname, '../../bin/rostrum.mjs');

/** Runs `rostrum export` in a folder. */
export function runExport(words: string[], options: { cwd: string }): Promise<Ended> {
  return runRostrum(['export', ...words], options);
}

/** Runs a verb of the command line in a folder. */
export function runRostrum(words: string[], { cwd }: { cwd: string }): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...words], { cwd });
  return new Promise((resolve) => {
    const result = { out: '', err: '' };
    child.stdout.on('data', (text) => (result.out += String(text)));
    child.stderr.on('data', (text) => (result.err += String(text)));
    child.on('close', (code) => resolve({ ...result, code }));
  });
}
