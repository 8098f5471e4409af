import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowsers, type FindOptions } from '../../../../src/node/chromium/find-browser.ts';
import { openBrowser } from '../../../../src/node/chromium/chromium.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-find-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('takes the browser that the environment names, and no other', async () => {
  const named = await addProgram('my-browser');
  await addProgram('chromium');
  expect(await list({ env: { ROSTRUM_BROWSER: named, PATH: folder } })).toEqual([`named ${named}`]);
});

test('says so when the browser that the environment names is none', async () => {
  const missing = join(folder, 'nothing');
  await expect(list({ env: { ROSTRUM_BROWSER: missing } })).rejects.toThrow(
    `ROSTRUM_BROWSER names "${missing}", which is not a program that can be started.`,
  );
  await expect(list({ env: { ROSTRUM_BROWSER: folder } })).rejects.toThrow('not a program');
});

test('takes the one that is shipped when the environment asks for it', async () => {
  await addProgram('chromium');
  const env = { ROSTRUM_BROWSER: 'bundled', PATH: folder };
  expect(await list({ env, platform: 'darwin', bundled: null })).toEqual([]);
});

test('finds an installed browser by its name', async () => {
  const installed = await addProgram('chromium');
  const [first] = await list({ env: { PATH: folder }, platform: 'linux', bundled: null });
  expect(first).toBe(`installed ${installed}`);
});

test('says what to do when no browser is there at all', async () => {
  const options: FindOptions = { env: { PATH: folder }, platform: 'darwin', bundled: null };
  await expect(openBrowser(options)).rejects.toMatchObject({
    name: 'MachineError',
    message: 'No browser was found on this machine.',
    hint: expect.stringContaining('ROSTRUM_BROWSER'),
  });
});

test('lists what was tried and how it failed when no browser starts', async () => {
  const broken = await addProgram('chromium', 'echo "libnss3.so is missing" >&2; exit 127');
  const env = { ROSTRUM_BROWSER: broken };
  await expect(openBrowser({ env })).rejects.toThrow(
    `${broken}: The browser ended with code 127: libnss3.so is missing.`,
  );
});

test('does not wait for a program that is no browser', async () => {
  const silent = await addProgram('chromium', 'exec sleep 60');
  const options = { env: { ROSTRUM_BROWSER: silent }, deadline: 200 };
  await expect(openBrowser(options)).rejects.toThrow(
    'The browser did not answer within 0.2 seconds.',
  );
});

async function list(options: FindOptions): Promise<string[]> {
  const found: string[] = [];
  for await (const { origin, path } of findBrowsers(options)) found.push(`${origin} ${path}`);
  return found;
}

async function addProgram(name: string, script = 'exit 1'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}
