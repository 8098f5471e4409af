import path from 'node:path';
import { printDuration, toMilliseconds } from '../../../talk/text/duration.ts';
import { localFailure } from '../http/bad-response.ts';
import { SourceError } from '../refresh/failure.ts';
import type { ProgramResult } from './run-program.ts';

/** How many bytes a program may print. */
export const MAX_OUTPUT_BYTES = 64_000_000;
const TIMEOUT_MS = 60_000;
const MAX_TIMEOUT_MS = 300_000;
const MAX_WORDS = 200;
/** Names a program, for messages. */
export function nameCommand([program = '']: readonly string[]): string {
  return `the command "${path.basename(program)}"`;
}

/** Reads how long a source may take, in milliseconds. */
export function readTimeout(text: string | undefined): number {
  const wanted = text === undefined ? null : toMilliseconds(text);
  return Math.min(wanted ?? TIMEOUT_MS, MAX_TIMEOUT_MS);
}

/** Says why a program gave nothing. */
export function explain(
  name: string,
  result: ProgramResult & { ok: false },
  { timeout, bytes }: { timeout: number; bytes: number },
): SourceError {
  const [why, advice] = REASONS[result.why](result, {
    time: printDuration(timeout),
    size: `${bytes / 1_000_000} MB`,
  });
  return new SourceError(localFailure(name, why, advice));
}

type Explain = (
  result: ProgramResult & { ok: false },
  bounds: { time: string; size: string },
) => [why: string, advice: string];

const RUN_IT = 'Run it by hand in the project’s folder.';
const REASONS: Record<(ProgramResult & { ok: false })['why'], Explain> = {
  missing: () => ['there is no such program here', 'Install it, or name it by its path.'],
  refused: () => ['it cannot be started', 'Look at whether it may be run.'],
  slow: (_result, { time }) => [
    `it was not done within ${time}, and was ended`,
    'Let it do less, or give it more time with "timeout".',
  ],
  large: (_result, { size }) => [
    `it printed more than ${size}`,
    'Print the rows that slides show.',
  ],
  failed: (result) => {
    if (result.why !== 'failed') return ['it failed', RUN_IT];
    const lines = result.words.split('\n').map((line) => line.trim());
    const last = lines
      .findLast((line) => line !== '')
      ?.slice(0, MAX_WORDS)
      .replace(/\.$/, '');
    return [`it ended with ${result.end}${last ? `: ${last}` : ''}`, RUN_IT];
  },
};
