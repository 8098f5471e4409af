import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { isRunning } from '../../cache-file.ts';
import { MachineError } from '../../errors.ts';
import { describeReason, hasCode } from '../../system-error.ts';

/** The process that holds a lock. */
interface Holder {
  pid: number;
  host: string;
  since: string;
}

const MAX_TRIES = 3;
/** No refresh takes this long: an older lock is stale, even when its process id is in use again. */
const MAX_AGE_MS = 10 * 60_000;

/** Thrown when another process has the lock. */
export class LockHeldError extends MachineError {}

/** Options of waiting for a lock. */
export interface LockWait {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Milliseconds until the wait for another process is reported. */
  patience: number;
}

const RETRY_DELAY_MS = 100;

/** Takes a lock as `takeLock` does, and waits a moment when it is held. */
export async function waitForLock(file: string, wait: LockWait): Promise<() => void> {
  for (let waited = 0; ; waited += RETRY_DELAY_MS) {
    try {
      return takeLock(file, wait.now());
    } catch (error) {
      if (!(error instanceof LockHeldError) || waited >= wait.patience) throw error;
      await wait.sleep(RETRY_DELAY_MS);
    }
  }
}

/** Takes a lock, and returns the function that frees it; takes over the lock of a process that has ended. */
export function takeLock(file: string, now: number): () => void {
  const me: Holder = { pid: process.pid, host: hostname(), since: new Date(now).toISOString() };
  const text = JSON.stringify(me);
  mkdirSync(path.dirname(file), { recursive: true });
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const draft = `${file}.${process.pid}.draft`;
    try {
      writeFileSync(draft, text);
      // A link fails when the file exists, so only one of two processes gets it, and it is never half written.
      linkSync(draft, file);
      return () => release(file, text);
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw notTaken(error);
      removeStale(file, now);
    } finally {
      rmSync(draft, { force: true });
    }
  }
  throw notTaken(undefined);
}

function release(file: string, text: string): void {
  if (readText(file) === text) rmSync(file, { force: true });
}

function removeStale(file: string, now: number): void {
  const text = readText(file);
  const holder = text === null ? null : readHolder(text);
  if (holder && isHolding(holder, now)) throw isHeld(holder);
  // Moved away first: if another process replaced the lock in between, it comes back.
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readText(aside) === text) rmSync(aside, { force: true });
    else renameSync(aside, file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/** Returns whether the holder is alive; a process of another machine counts as alive. */
function isHolding({ pid, host, since }: Holder, now: number): boolean {
  if (now - Date.parse(since) > MAX_AGE_MS) return false;
  return host !== hostname() || isRunning(pid);
}

function isHeld({ pid, host, since }: Holder): LockHeldError {
  const where = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`;
  return new LockHeldError(`Another refresh is running: ${where}, since ${since}.`, {
    hint: 'Wait for it to end.',
  });
}

function notTaken(cause: unknown): MachineError {
  const reason = describeReason(cause);
  return new MachineError(
    `The lock of the refresh could not be taken${reason ? `: ${reason}` : ''}.`,
    {
      hint: 'Look at who may write in the project, and whether the disk has room.',
      cause,
    },
  );
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function readHolder(text: string): Holder | null {
  try {
    const { pid, host, since } = JSON.parse(text) as Partial<Holder>;
    return pid && Number.isInteger(pid) && host && since ? { pid, host, since } : null;
  } catch {
    return null;
  }
}
