import { spawn, type ChildProcess } from 'node:child_process';
import { hasCode } from '../../system-error.ts';

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
const IS_WINDOWS = process.platform === 'win32';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program without a shell, in a process group of its own. When the program ends, fails, takes too long or prints too
 * much, the whole group is ended; so it is when this process ends.
 */
export function runProgram(
  [program = '', ...words]: readonly string[],
  options: ProgramOptions,
): Promise<ProgramResult> {
  const { cwd, env, timeout, bytes, input } = options;
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd,
      env: { ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      detached: !IS_WINDOWS,
      windowsHide: true,
    });
    const release = endWithParent(child);
    const output: Buffer[] = [];
    let [size, said] = [0, ''];
    const finish = (result: ProgramResult): void => {
      clearTimeout(timer);
      release();
      killGroup(child);
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => finish({ ok: false, why: 'slow' }), timeout);
    child.stdout?.on('data', (piece: Buffer) => {
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
    // Its children would keep the output open.
    child.once('exit', () => killGroup(child));
    child.once('close', (code, signal) => {
      if (code === 0) return finish({ ok: true, output: Buffer.concat(output) });
      finish({ ok: false, why: 'failed', end: String(code ?? signal), words: said });
    });
    child.stdin?.on('error', () => {
      // A program that does not read its input says why in its own words.
    });
    child.stdin?.end(input);
  });
}

/** Ends a group when this process does; a signal of the terminal reaches this process alone. */
function endWithParent(child: ChildProcess): () => void {
  const kill = (): void => killGroup(child);
  const onSignal = (signal: NodeJS.Signals): void => {
    kill();
    release();
    // Others that handle the signal decide what happens then.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const release = (): void => {
    process.off('exit', kill);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.on('exit', kill);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return release;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (IS_WINDOWS) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
