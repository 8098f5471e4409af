import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { locateEngine } from '../engine.ts';
import { MachineError } from '../errors.ts';

const TEMPLATE = 'deploy/follow';
const SECRET_BYTES = 24;
const OWNER_ONLY = 0o600;
const IGNORED = 'secret.*\n';

/** Writes the configuration of a relay with a new secret into a folder that is new or empty, and lists its files. */
export function writeRelay(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) {
    throw new MachineError(`The folder ${folder} is not empty.`, {
      hint: 'A new secret would replace one that speakers use. Name a new folder.',
    });
  }
  const template = path.join(locateEngine(), TEMPLATE);
  const files = readdirSync(template).map((name): [string, string] => [
    name,
    readFileSync(path.join(template, name), 'utf8'),
  ]);
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const secrets: [string, string][] = [
    ['secret.conf', renderSecret(secret)],
    ['secret.txt', `${secret}\n`],
  ];
  for (const [name, text] of [...files, ['.gitignore', IGNORED] as const]) {
    writeFileSync(path.join(folder, name), text, { flag: 'wx' });
  }
  for (const [name, text] of secrets) {
    writeFileSync(path.join(folder, name), text, { flag: 'wx', mode: OWNER_ONLY });
  }
  return readdirSync(folder).sort();
}

/** Renders how nginx recognises the secret; a text alone would be compared without regard to case. */
export function renderSecret(secret: string): string {
  return `map $http_authorization $is_leader {\n  "~^Bearer ${secret}$" 1;\n}\n`;
}
