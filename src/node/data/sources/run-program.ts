import { spawn } from 'node:child_process';
import { hasCode } from '../../system-error.ts';
import { endProgram, endWithParent, makeMark, MARK } from './end-program.ts';

/** How a program is run. */
export interface ProgramOptions {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds until it is ended. */
  timeout: number;
  /** How many bytes it may print. */
  bytes: number;
  /** What it reads; defaults to nothing. */
  input?: string;
}

/** How a program ended: with all its output, or why not. */
export type ProgramResult =
  | { ok: true; output: Buffer }
  | { ok: false; why: 'missing' | 'refused' | 'slow' | 'large' }
  | { ok: false; why: 'failed'; end: string; words: string };

const MAX_WORDS = 4000;
/** How long output is read on after the program has ended: something that was not found may hold it open. */
const OUTPUT_GRACE_MS = 1000;
const IS_WINDOWS = process.platform === 'win32';

/**
 * Runs a program without a shell, in a process group of its own. When the program ends, fails, takes too long or prints too
 * much, all that it started is ended; so it is when this process ends.
 */
export function runProgram(
  [program = '', ...words]: readonly string[],
  options: ProgramOptions,
): Promise<ProgramResult> {
  const { cwd, env, timeout, bytes, input } = options;
  const mark = makeMark();
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd,
      env: { ...env, [MARK]: mark },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      detached: !IS_WINDOWS,
      windowsHide: true,
    });
    const release = endWithParent(child, mark);
    const output: Buffer[] = [];
    let [size, said] = [0, ''];
    const finish = (result: ProgramResult): void => {
      clearTimeout(timer);
      clearTimeout(grace);
      release();
      endProgram(child, mark);
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => finish({ ok: false, why: 'slow' }), timeout);
    let grace: NodeJS.Timeout | undefined;
    child.stdout?.on('data', (piece: Buffer) => {
      grace?.refresh();
      size += piece.length;
      if (size > bytes) return finish({ ok: false, why: 'large' });
      output.push(piece);
    });
    child.stderr?.on('data', (piece: Buffer) => {
      said = (said + piece.toString('utf8')).slice(-MAX_WORDS);
    });
    child.once('error', (error) =>
      finish({ ok: false, why: hasCode(error, 'ENOENT') ? 'missing' : 'refused' }),
    );
    const end = (code: number | null, signal: NodeJS.Signals | null): void => {
      if (code === 0) return finish({ ok: true, output: Buffer.concat(output) });
      finish({ ok: false, why: 'failed', end: String(code ?? signal), words: said });
    };
    child.once('exit', (code, signal) => {
      // What it started would keep the output open.
      endProgram(child, mark);
      grace = setTimeout(() => end(code, signal), OUTPUT_GRACE_MS);
    });
    child.once('close', end);
    child.stdin?.on('error', () => {
      // A program that does not read its input says why in its own words.
    });
    child.stdin?.end(input);
  });
}
