import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { MachineError } from '../errors.ts';
import { makeTemporary } from '../cache-file.ts';
import { listArguments } from './chromium-arguments.ts';
import type { BrowserBinary } from './find-browser.ts';
import { connect, type Connection } from './pipe.ts';

/** A started browser process. */
export interface BrowserProcess {
  connection: Connection;
  /** Ends it at once with all its children and removes its profile; may be called twice. */
  kill(): void;
  /** Ends it and settles when it is gone; one that has a profile is asked first, so that nothing of it writes on. */
  end(): Promise<void>;
  /** Settles when the process is gone. */
  gone: Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const MAX_ERROR_LENGTH = 2000;
/** Milliseconds that killed processes get to be gone. */
const EXIT_GRACE_MS = 30;
/** Milliseconds that a browser gets to end by itself. */
const EXIT_TIMEOUT_MS = 1000;
/** How often a killed browser's profile is removed, a last moment apart. */
const MAX_REMOVALS = 15;

/** Starts a browser that ends with this process, however this process ends. */
export function startProcess(binary: BrowserBinary): BrowserProcess {
  // The bundled headless build needs none; any other would open its user's own.
  const needsProfile = binary.origin !== 'bundled';
  const profile = needsProfile ? makeProfile() : undefined;
  const kill = (): void => killGroup(child);
  // Before the start: a signal that comes while it starts would leave the browser alone.
  const release = endWithParent({ kill, whenGone: () => gone, profile });
  const child = spawn(binary.path, listArguments(binary, profile), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // Its temporary files are removed with the profile.
    env: { ...process.env, ...(profile ? { TMPDIR: profile } : {}), ...binary.env },
    // A group of its own: Ctrl-C reaches us alone, and its children can be ended with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const connection = connect(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const words = collectWords(child);
  const gone = new Promise<void>((resolve) => {
    const finish = (reason: string, wasKilled: boolean): void => {
      release();
      // Its children may outlive it by a moment, and would write into the profile.
      kill();
      removeProfile(profile, wasKilled);
      resolve();
      connection.end(new MachineError(reason));
    };
    child.once('error', (error) =>
      finish(`The browser cannot be started: ${error.message}.`, false),
    );
    child.once('close', (code, signal) =>
      finish(describeEnd(code ?? signal, words.join('')), code !== 0),
    );
  });
  const end = async (): Promise<void> => {
    if (profile) {
      connection.send('Browser.close').catch(() => {});
      await Promise.race([gone, setTimeout(EXIT_TIMEOUT_MS, null, { ref: false })]);
    }
    kill();
    await gone;
  };
  return { connection, kill, end, gone };
}

function makeProfile(): string {
  try {
    return makeTemporary('browser');
  } catch (cause) {
    const hint = 'Make room there, or name another folder with TMPDIR.';
    throw new MachineError(`The browser finds no room in "${tmpdir()}".`, { hint, cause });
  }
}

/** Removes a profile, with retries: child processes of a killed browser may write for a moment and create the folder again. */
function removeProfile(profile: string | undefined, wasKilled: boolean): void {
  if (!profile) return;
  for (let left = wasKilled ? MAX_REMOVALS : 1; left > 0; left--) {
    try {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: EXIT_GRACE_MS });
    } catch {
      // Something was written into it meanwhile; the next round takes that too.
    }
    if (left > 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, EXIT_GRACE_MS);
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

interface Ending {
  kill: () => void;
  whenGone: () => Promise<void>;
  profile: string | undefined;
}

/** Ends the browser when this process is told to end or ends by itself; the returned function stops that. */
function endWithParent({ kill, whenGone, profile }: Ending): () => void {
  const onExit = (): void => {
    kill();
    removeProfile(profile, true);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    kill();
    // Without listeners the signal has its default effect.
    void whenGone().then(
      () => process.listenerCount(signal) === 0 && process.kill(process.pid, signal),
    );
  };
  const release = (): void => {
    process.off('exit', onExit);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.on('exit', onExit);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return release;
}

function collectWords({ stderr }: ChildProcess): string[] {
  const words: string[] = [];
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (words.length < MAX_ERROR_LENGTH) words.push(text);
  });
  return words;
}

function describeEnd(cause: number | string | null, words: string): string {
  const lines = words.split('\n').map((line) => line.replace(/^\[[^\]]*\] ?/, '').trim());
  const last = lines.filter((line) => line !== '' && !line.startsWith('DevTools')).slice(0, 3);
  const reason = typeof cause === 'string' ? `was ended by ${cause}` : `ended with code ${cause}`;
  return `The browser ${reason}${last.length > 0 ? `: ${last.join(' ')}` : ''}.`.replace(
    /\.\.$/,
    '.',
  );
}
