import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Licences that Rostrum may be given on with. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
];

interface LockedPackage {
  license?: string;
  dev?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
  resolved?: string;
  integrity?: string;
}

/** The packages of the lockfile that lie in `node_modules`, by their place there. */
function listPackages(): [string, LockedPackage][] {
  const text = readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> };
  return Object.entries(packages).filter(
    ([place, { link }]) => place.includes('node_modules/') && link !== true,
  );
}

/** Tells whether some way to read an SPDX expression is allowed: one side of OR, all sides of AND. */
function isAllowed(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/g, '');
  const choices = bare.split(' OR ').map((choice) => choice.split(' AND '));
  return choices.some((licences) => licences.every((licence) => ALLOWED.includes(licence)));
}

test('every package that comes along has a licence that is allowed', () => {
  const shipped = listPackages().filter(([, { dev }]) => dev !== true);
  expect(shipped.length).toBeGreaterThan(50);
  const others = shipped.filter(([, { license }]) => !isAllowed(license ?? ''));
  expect(others.map(([place, { license }]) => `${place}: ${license}`)).toEqual([]);
  expect(['GPL-3.0', 'MIT AND GPL-3.0', ''].filter(isAllowed)).toEqual([]);
});

test('no package runs a script when it is installed, and each is held by its hash', () => {
  const packages = listPackages();
  const withScript = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(withScript.map(([place]) => place)).toEqual([]);
  const elsewhere = packages.filter(
    ([, { resolved = '', integrity = '' }]) =>
      (resolved !== '' && !resolved.startsWith('https://registry.npmjs.org/')) ||
      !integrity.startsWith('sha512-'),
  );
  expect(elsewhere.map(([place]) => place)).toEqual([]);
});
