import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Ended } from './run.ts';

/** The repository's folder. */
export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

const BIN = 'node_modules/rostrum/bin/rostrum.mjs';
const SANDBOX_NOTE = /^The browser runs without its sandbox: .*\n/gm;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\//;
const WAIT_MS = 60_000;
const run = promisify(execFile);

/** Packs a package as `npm publish` does, and returns the tarball's path. */
export async function packTarball(source: string, target: string): Promise<string> {
  const words = ['pack', '--json', '--loglevel=error', '--pack-destination', target];
  const shell = process.platform === 'win32';
  const { stdout } = await run('npm', words, { cwd: source, shell, timeout: 150_000 });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as { filename: string }[];
  if (!packed) throw new Error('npm packed nothing.');
  return path.join(target, packed.filename);
}

/** Unpacks a tarball as a package of a folder; tar is on Linux, macOS and Windows. */
export async function unpackTarball(tarball: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components', '1']);
}

/** Links packages of this repository into a project, which then needs no registry. */
export function linkPackages(root: string, names: readonly string[]): void {
  for (const name of names) {
    const link = path.join(root, 'node_modules', name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(REPOSITORY, 'node_modules', name), link, 'junction');
  }
}

/** Lists what an installation of the package brings. */
export function listDependencies(): string[] {
  const text = readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  return Object.keys(dependencies);
}

/** A project in which Rostrum is installed, and the Node that runs it. */
export interface Installed {
  root: string;
  node: string;
}

/** Runs the installed command line; a run that takes too long ends without a code. */
export function runInstalled({ root, node }: Installed, words: string[]): Promise<Ended> {
  const child = spawn(node, [BIN, ...words], { cwd: root, timeout: WAIT_MS });
  return new Promise((resolve) => {
    const ended = { out: '', err: '' };
    child.stdout.on('data', (text) => (ended.out += String(text)));
    child.stderr.on('data', (text) => (ended.err += String(text)));
    child.on('error', (error) => resolve({ code: null, out: '', err: String(error) }));
    child.on('close', (code) =>
      resolve({ code, out: ended.out, err: ended.err.replace(SANDBOX_NOTE, '') }),
    );
  });
}

/** A dev server of an installed Rostrum. */
export interface Dev extends AsyncDisposable {
  base: string;
}

/** Starts `rostrum dev` and waits for its address. */
export async function startDev({ root, node }: Installed): Promise<Dev> {
  return watchDev(spawn(node, [BIN, 'dev', '--offline'], { cwd: root }));
}

/** Waits for the address of a running dev server. */
export async function watchDev(child: ChildProcess): Promise<Dev> {
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill();
    await closed;
  };
  const base = await readAddress(child).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { base, [Symbol.asyncDispose]: stop };
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (text: unknown): void => {
      output += String(text);
      const address = ADDRESS.exec(output)?.[0];
      if (address !== undefined) resolve(address);
    };
    const fail = (): void => reject(new Error(`"rostrum dev" names no address: ${output}`));
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('close', fail);
    setTimeout(fail, WAIT_MS).unref();
  });
}

/** Checks the types of a project with this repository's TypeScript, and returns what it prints. */
export function checkTypes({ root, node }: Installed): Promise<string> {
  const tsc = path.join(REPOSITORY, 'node_modules/typescript/bin/tsc');
  return run(node, [tsc, '-p', 'tsconfig.json'], { cwd: root, timeout: WAIT_MS }).then(
    () => '',
    (error: { stdout?: string; stderr?: string }) => `${error.stdout}${error.stderr}` || 'failed',
  );
}
