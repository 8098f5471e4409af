import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Installs missing packages of the lock file; sends no request when none is missing. */
export function installMissing() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (wanted && present && isInstalled(wanted, present)) return;
  process.stderr.write('Installing the packages Rostrum needs; this happens once.\n');
  const verb = wanted && !present ? 'ci' : 'install';
  const flags = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const { status } = spawnSync('npm', [verb, ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  process.stderr.write(`npm ${verb} did not succeed; the reason stands above.\n`);
  process.exit(3);
}

function readPackages(name) {
  try {
    return JSON.parse(readFileSync(path.join(ROOT, name), 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Packages for other machines are optional in the lock file and rightly absent. */
function isInstalled(wanted, present) {
  return Object.entries(wanted).every(([name, { version, optional }]) => {
    if (name === '') return true;
    const found = present[name];
    return found ? found.version === version : Boolean(optional);
  });
}
