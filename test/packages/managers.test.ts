import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { testInstalled } from '../support/installed.ts';
import { linkPackages, packTarball, REPOSITORY, unpackTarball } from '../support/package.ts';

/* What "npm test" cannot do, since it needs the registry: true installations, by two package managers, on three Nodes. */

const NODES = ['20.19', '22', '24'];
const MANAGERS = { npm: ['install'], pnpm: ['add'] };
const INSTALL_MS = 200_000;
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];
const shell = process.platform === 'win32';
const run = promisify(execFile);

let browser: Browser;
let around: string;
let tarballs: { rostrum: string; create: string };

beforeAll(async () => {
  around = mkdtempSync(path.join(tmpdir(), 'rostrum-packages-'));
  browser = await launchBrowser();
  const rostrum = await packTarball(REPOSITORY, around);
  const create = await packTarball(path.join(REPOSITORY, 'create-rostrum'), around);
  tarballs = { rostrum, create };
  await fetchPackage('pnpm@10');
}, INSTALL_MS);
afterAll(async () => {
  await browser.close();
  rmSync(around, { recursive: true, force: true });
});

describe.each(NODES)('Node %s', (version) => {
  let node: string;
  beforeAll(async () => {
    const folder = await fetchPackage(`node@${version}`);
    node = path.join(folder, 'node_modules/node/bin', shell ? 'node.exe' : 'node');
  }, INSTALL_MS);

  test('is the one that was asked for', async () => {
    const { stdout } = await run(node, ['--version']);
    expect(stdout.startsWith(`v${version}`)).toBe(true);
  });

  test('create-rostrum writes a project without the network', async () => {
    const folder = path.join(around, `create-${version}`);
    await unpackTarball(tarballs.create, folder);
    const words = ['create-rostrum.mjs', 'my-talks', '--yes', '--no-install'];
    await run(node, words, { cwd: folder });
    const manifest = readFileSync(path.join(folder, 'my-talks/package.json'), 'utf8');
    expect(JSON.parse(manifest)).toMatchObject({ name: 'my-talks', type: 'module' });
    expect(existsSync(path.join(folder, 'my-talks/slides/talks/my-first-talk.md'))).toBe(true);
  });

  describe.each(Object.entries(MANAGERS))('%s', (manager, verb) => {
    let root: string;
    beforeAll(async () => {
      root = path.join(around, `${manager}-${version}`);
      mkdirSync(root);
      writeFileSync(path.join(root, 'package.json'), '{ "private": true }\n');
      const bins = [path.dirname(node), path.join(around, 'pnpm', 'node_modules/.bin')];
      const PATH = [...bins, process.env['PATH']].join(path.delimiter);
      const env = { ...process.env, PATH };
      const words = [...verb, tarballs.rostrum, ...(manager === 'npm' ? QUIET : [])];
      await run(manager, words, { cwd: root, env, shell, timeout: INSTALL_MS });
      linkPackages(root, ['@sparticuz/chromium']);
    }, INSTALL_MS);

    testInstalled(`${manager} with Node ${version}`, {
      installed: () => ({ root, node }),
      browser: () => browser,
    });
  });
});

/** Installs a package of the registry into a folder of its own, which is called like it. */
async function fetchPackage(name: string): Promise<string> {
  const folder = path.join(around, name.startsWith('pnpm') ? 'pnpm' : name);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const words = ['install', name, ...QUIET];
  await run('npm', words, { cwd: folder, shell, timeout: INSTALL_MS });
  return folder;
}
