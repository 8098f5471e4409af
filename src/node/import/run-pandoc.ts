import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { PandocInput, ReadContext } from '../../talk/import/dialect.ts';

const PANDOC_TIMEOUT_MS = 10_000;
const MAX_OUTPUT_BYTES = 16_000_000;
const ARGUMENTS: Readonly<Record<PandocInput, readonly string[]>> = {
  markdown: ['--from', 'markdown', '--to', 'json'],
  latex: ['--from', 'latex', '--to', 'json'],
  citations: ['--from', 'markdown', '--to', 'json', '--citeproc'],
  bibliography: ['--from', 'biblatex', '--to', 'csljson'],
};

/** Returns the function by which readers have Pandoc read a text, in its sandbox; it returns null where Pandoc is not installed. */
export function findPandoc(
  env: NodeJS.ProcessEnv = process.env,
): NonNullable<ReadContext['runPandoc']> {
  let isThere: boolean | null = null;
  const run = (words: readonly string[], input: string): string | null => {
    const result = spawnSync('pandoc', words, {
      // Windows looks for programs in the folder of a process first, and a deck may lie beside any.
      cwd: path.dirname(process.execPath),
      env: { PATH: env['PATH'], SystemRoot: env['SystemRoot'], LC_ALL: 'C.UTF-8' },
      input,
      encoding: 'utf8',
      timeout: PANDOC_TIMEOUT_MS,
      maxBuffer: MAX_OUTPUT_BYTES,
    });
    return result.status === 0 ? result.stdout : null;
  };
  return (text, { from }) => {
    isThere ??= run(['--version'], '') !== null;
    const out = isThere ? run(['--sandbox', ...ARGUMENTS[from]], text) : null;
    if (out === null) return null;
    try {
      return JSON.parse(out) as unknown;
    } catch {
      return null;
    }
  };
}
