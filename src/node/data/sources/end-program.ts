import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** A variable that a program and all that it starts have, by which they are found when it is over. */
export const MARK = 'ROSTRUM_PROGRAM';

const IS_WINDOWS = process.platform === 'win32';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A process that is being ended may start another one. */
const MAX_ROUNDS = 50;

/** Makes the mark of one program. */
export function makeMark(): string {
  return randomUUID();
}

/** Ends a program with its group, and with what left the group, as by `setsid`, where Linux lists the processes. */
export function endProgram(child: ChildProcess, mark: string): void {
  killGroup(child);
  if (process.platform !== 'linux') return;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const left = listMarked(mark);
    if (left.length === 0) return;
    for (const pid of left) kill(pid);
  }
}

/** Ends a program when this process ends; a signal of the terminal reaches this process alone. */
export function endWithParent(child: ChildProcess, mark: string): () => void {
  const end = (): void => endProgram(child, mark);
  const onSignal = (signal: NodeJS.Signals): void => {
    end();
    release();
    // Others that handle the signal decide what happens then.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const release = (): void => {
    process.off('exit', end);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.on('exit', end);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return release;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (IS_WINDOWS) child.kill('SIGKILL');
  else kill(-child.pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** Lists the processes that have the mark, of those that this user may look at. */
function listMarked(mark: string): number[] {
  const entry = `${MARK}=${mark}`;
  return listProcesses().filter((pid) => readEnvironment(pid).includes(entry));
}

function listProcesses(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Reads the environment that a process was started with; one that has ended has none. */
function readEnvironment(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return '';
  }
}
