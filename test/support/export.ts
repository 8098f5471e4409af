import { callRostrum, type Ended } from './run.ts';

/** Runs `rostrum export` in a folder. */
export function runExport(words: string[], { cwd }: { cwd: string }): Promise<Ended> {
  return callRostrum(['export', ...words], { cwd });
}
