import { runRostrum, type Ended } from './run.ts';

/** Runs `rostrum export` in a folder. */
export function runExport(words: string[], options: { cwd: string }): Promise<Ended> {
  return runRostrum(['export', ...words], options);
}
