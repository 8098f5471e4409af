import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { MachineError } from '../errors.ts';
import { listArguments } from './arguments.ts';
import type { BrowserBinary } from './find.ts';
import { connect, type Connection } from './pipe.ts';

/** A started browser process. */
export interface BrowserProcess {
  connection: Connection;
  /** Ends it at once with all its children and removes its profile; may be called twice. */
  kill(): void;
  /** Settles when the process is gone. */
  gone: Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const LAST_WORDS = 2000;
/** Milliseconds that killed processes get to be gone. */
const LAST_MOMENT = 30;
const MOST_REMOVALS = 10;

/** Starts a browser that ends with this process, however this process ends. */
export function startProcess(binary: BrowserBinary): BrowserProcess {
  // The bundled headless build needs none; any other would open its user's own.
  const needsProfile = binary.origin !== 'bundled';
  const profile = needsProfile ? mkdtempSync(join(tmpdir(), 'rostrum-browser-')) : undefined;
  const child = spawn(binary.path, listArguments(binary, profile), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // What it leaves in its temporary folder goes with the profile.
    env: { ...process.env, ...(profile ? { TMPDIR: profile } : {}), ...binary.env },
    // A group of its own: Ctrl-C reaches us alone, and its children can be ended with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const connection = connect(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const kill = (): void => killGroup(child);
  const words = collectWords(child);
  const gone = new Promise<void>((resolve) => {
    const finish = (reason: string): void => {
      release();
      // Its children may outlive it by a moment, and would write into the profile.
      kill();
      removeProfile(profile);
      resolve();
      connection.end(new MachineError(reason));
    };
    child.once('error', (error) => finish(`The browser cannot be started: ${error.message}.`));
    child.once('close', (code, signal) => finish(describeEnd(code ?? signal, words.join(''))));
  });
  const release = endWithParent({ kill, gone, profile });
  return { connection, kill, gone };
}

/** Removes a profile for good: what is killed may for a moment make its folder anew. */
function removeProfile(profile: string | undefined): void {
  if (!profile) return;
  for (let left = MOST_REMOVALS; left > 0 && existsSync(profile); left--) {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LAST_MOMENT);
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
  gone: Promise<void>;
  profile: string | undefined;
}

/** Ends the browser when this process is told to end or ends by itself; the returned function stops that. */
function endWithParent({ kill, gone, profile }: Ending): () => void {
  const onExit = (): void => {
    kill();
    removeProfile(profile);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    kill();
    // With the last listener gone the signal does what it does to a process that does not listen.
    void gone.then(() => process.listenerCount(signal) === 0 && process.kill(process.pid, signal));
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
    if (words.length < LAST_WORDS) words.push(text);
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
