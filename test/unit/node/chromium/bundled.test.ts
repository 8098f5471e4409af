import { mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  findBundledPackage,
  listCaches,
  unpackBundled,
  type BundledPackage,
} from '../../../../src/node/chromium/bundled.ts';

const EMPTY_ARCHIVE = brotliCompressSync(Buffer.alloc(1024));

let folder = '';
let found: BundledPackage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-bundled-'));
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'chromium.br'), brotliCompressSync(Buffer.from('#!/bin/sh\n')));
  await writeFile(join(bin, 'al2023.tar.br'), EMPTY_ARCHIVE);
  await writeFile(join(bin, 'fonts.tar.br'), EMPTY_ARCHIVE);
  found = { bin, modules: folder, version: '1.2.3' };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('unpacks once into a folder of its own that only its owner may enter', async () => {
  const cache = join(folder, 'cache');
  const unpacked = await unpackBundled(found, [cache]);
  expect(unpacked).toBe(join(cache, 'chromium-1.2.3'));
  expect((await stat(unpacked)).mode & 0o777).toBe(0o700);
  expect(await readFile(join(unpacked, 'chromium'), 'utf8')).toBe('#!/bin/sh\n');
  await rm(found.bin, { recursive: true });
  expect(await unpackBundled(found, [cache])).toBe(unpacked);
});

test('two runs at once agree on one folder and leave nothing else', async () => {
  const cache = join(folder, 'cache');
  const both = await Promise.all([unpackBundled(found, [cache]), unpackBundled(found, [cache])]);
  expect(new Set(both).size).toBe(1);
  expect(await readdir(cache)).toEqual(['chromium-1.2.3']);
});

test('does not believe in what a killed run left, and clears it away later', async () => {
  const cache = join(folder, 'cache');
  const abandoned = join(cache, 'chromium-1.2.3.99999-abc');
  await mkdir(abandoned, { recursive: true });
  await writeFile(join(abandoned, 'chromium'), 'half');
  const longAgo = new Date(Date.now() - 3_600_000);
  await utimes(abandoned, longAgo, longAgo);
  const unpacked = await unpackBundled(found, [cache]);
  expect(await readFile(join(unpacked, 'chromium'), 'utf8')).toBe('#!/bin/sh\n');
  expect(await readdir(cache)).toEqual(['chromium-1.2.3']);
});

test('leaves nothing behind when the package is damaged', async () => {
  await writeFile(join(found.bin, 'chromium.br'), 'not brotli at all');
  const cache = join(folder, 'cache');
  await expect(unpackBundled(found, [cache])).rejects.toThrow();
  expect(await readdir(cache)).toEqual([]);
});

test('goes to the next cache when one cannot be written', async () => {
  // A file where a folder should be stops everyone, root as well.
  const locked = join(folder, 'locked');
  await writeFile(locked, '');
  const unpacked = await unpackBundled(found, [join(locked, 'cache'), join(folder, 'second')]);
  expect(unpacked).toBe(join(folder, 'second', 'chromium-1.2.3'));
});

test('names the caches from the project to the user', () => {
  const caches = listCaches('/project/node_modules', { XDG_CACHE_HOME: '/home/ada/.cache' });
  expect(caches).toEqual(['/project/node_modules/.cache/rostrum', '/home/ada/.cache/rostrum']);
});

test('ships a browser for Linux on x64 alone', () => {
  expect(findBundledPackage({ platform: 'darwin', architecture: 'arm64' })).toBeUndefined();
  expect(findBundledPackage({ platform: 'linux', architecture: 'arm64' })).toBeUndefined();
  expect(findBundledPackage({ platform: 'linux', architecture: 'x64' })?.version).toMatch(
    /^\d+\.\d+\.\d+$/,
  );
});

test('where a project is not trusted, its own package is passed over', async () => {
  const root = join(folder, 'hostile');
  const own = join(root, 'node_modules/@sparticuz/chromium');
  await mkdir(join(own, 'bin'), { recursive: true });
  await writeFile(join(own, 'package.json'), '{"version":"6.6.6","main":"index.js"}');
  await writeFile(join(own, 'index.js'), '');
  await writeFile(join(own, 'bin/chromium.br'), '');
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue(root);
  const linux = { platform: 'linux', architecture: 'x64' } as const;
  expect(findBundledPackage(linux)?.version).toBe('6.6.6');
  expect(findBundledPackage({ ...linux, isSafe: true })?.version).not.toBe('6.6.6');
  cwd.mockRestore();
});
