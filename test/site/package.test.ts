import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { testInstalled } from '../support/installed.ts';
import {
  linkPackages,
  listDependencies,
  packTarball,
  REPOSITORY,
  unpackTarball,
} from '../support/package.ts';

/** A package of ES modules alone serves what reads them: Node, and bundlers. */
const MODULES = ['node16-esm', 'bundler'];

let browser: Browser;
let around: string;
let root: string;
let tarball: string;

beforeAll(async () => {
  around = mkdtempSync(path.join(tmpdir(), 'rostrum-package-'));
  root = path.join(around, 'talks');
  const packing = packTarball(REPOSITORY, around);
  [browser, tarball] = await Promise.all([launchBrowser(), packing]);
  await unpackTarball(tarball, path.join(root, 'node_modules/rostrum'));
  linkPackages(root, [...listDependencies(), '@sparticuz/chromium']);
});
afterAll(async () => {
  await browser.close();
  rmSync(around, { recursive: true, force: true });
});

test('publint has nothing to say against the tarball', async () => {
  const file = readFileSync(tarball);
  const data = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: data }, strict: true });
  const texts = messages
    .filter(({ type }) => type !== 'suggestion')
    .map((message) => formatMessage(message, pkg));
  expect(texts).toEqual([]);
});

test('the types of the tarball are found by all that load ES modules', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
  if (analysis.types === false) throw new Error('The tarball has no types.');
  const problems = analysis.problems.filter(
    (problem) => !('resolutionKind' in problem) || MODULES.includes(problem.resolutionKind),
  );
  expect(problems).toEqual([]);
  expect(Object.keys(analysis.entrypoints)).toEqual(expect.arrayContaining(['.', './kernel']));
});

test('the bundled engine holds nothing of the guest', () => {
  const folder = path.join(root, 'node_modules/rostrum/dist/engine');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
  expect(texts.length).toBeGreaterThan(2);
  expect(texts.filter((text) => /block-commits|min-tool-version/.test(text))).toEqual([]);
});

testInstalled('unpacked', {
  installed: () => ({ root, node: process.execPath }),
  browser: () => browser,
});
