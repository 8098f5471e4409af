import { spawn } from 'node:child_process';

/** A package manager by the name of its command. */
export type Manager = 'npm' | 'pnpm' | 'yarn' | 'bun';

const MANAGERS: readonly Manager[] = ['npm', 'pnpm', 'yarn', 'bun'];
/** npm waits 70 seconds before it reports that there is no network. */
const NPM_OPTIONS = [
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=2000',
];
const NO_NETWORK = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/;
const DETAIL = /^npm error (?!code\b|errno\b|syscall\b)(.+)$/m;

/** Returns the package manager that runs this process; npm by default. */
export function findManager(agent: string | undefined): Manager {
  return MANAGERS.find((name) => agent?.startsWith(`${name}/`)) ?? 'npm';
}

/** Installs the packages of a folder; returns null, or in a few words why that failed. */
export function installPackages(folder: string, manager: Manager): Promise<string | null> {
  const words = ['install', ...(manager === 'npm' ? NPM_OPTIONS : [])];
  const child = spawn(manager, words, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    // On Windows these commands are scripts, which only a shell can start.
    shell: process.platform === 'win32',
  });
  let told = '';
  child.stderr?.on('data', (text) => (told += String(text)));
  return new Promise((resolve) => {
    child.on('error', () => resolve(`"${manager}" is not installed`));
    child.on('close', (code) => resolve(code === 0 ? null : explainInstall(told, manager)));
  });
}

/** Says in a few words why a package manager failed. */
export function explainInstall(told: string, manager: Manager): string {
  if (NO_NETWORK.test(told)) return `${manager} did not reach the registry`;
  const detail = DETAIL.exec(told)?.[1] ?? told.trim().split('\n')[0] ?? '';
  return `${manager} install failed${detail === '' ? '' : `: ${detail.trim()}`}`;
}
