import { spawn } from 'node:child_process';
import path from 'node:path';
import { runCommand } from '../../src/node/cli/cli.ts';
import { createTerminal } from '../../src/node/terminal.ts';

/** What a run of the program ended with. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

const SANDBOX_NOTE = /^The browser runs without its sandbox: .*\n/gm;
const BIN = path.resolve(import.meta.dirname, '../../bin/rostrum.mjs');
const IN_TURN = path.join(import.meta.dirname, 'run-in-turn.mjs');

/** Runs the command line in a folder without a process of its own; not for projects that configure Vite. */
export async function callRostrum(words: string[], { cwd }: { cwd: string }): Promise<Ended> {
  const ended: Ended = { code: null, out: '', err: '' };
  const terminal = createTerminal({
    out: { write: (text) => (ended.out += text) },
    err: { write: (text) => (ended.err += text) },
    env: {},
  });
  ended.code = await runCommand(words, { terminal, root: cwd });
  return dropSandboxNote(ended);
}

/** Runs the command line in a folder; `env` is added to what the test itself was given. */
export function runRostrum(
  words: string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<Ended> {
  return runNode([BIN, ...words], { cwd, env });
}

/** One of several commands that a process runs. */
export interface Turn {
  words: string[];
  cwd: string;
  env?: Record<string, string>;
}

/** Runs commands one after the other in one process, up to the first that fails, which takes half the time of a process each. */
export function runInTurn(turns: readonly Turn[], env: Record<string, string>): Promise<Ended> {
  return runNode([IN_TURN, JSON.stringify(turns)], { env });
}

function runNode(
  args: string[],
  { cwd, env }: { cwd?: string; env: Record<string, string> },
): Promise<Ended> {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env } });
  return new Promise((resolve) => {
    const result = { out: '', err: '' };
    child.stdout.on('data', (text) => (result.out += String(text)));
    child.stderr.on('data', (text) => (result.err += String(text)));
    child.on('close', (code) => resolve(dropSandboxNote({ ...result, code })));
  });
}

/** Takes out what a command says where its user, or the machine, gives browsers no sandbox. */
function dropSandboxNote(ended: Ended): Ended {
  return { ...ended, err: ended.err.replace(SANDBOX_NOTE, '') };
}
