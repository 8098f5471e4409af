import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openQuotedFiles } from '../../../../src/node/code/quoted-files.ts';
import { stampFile } from '../../../../src/node/project/read-folder.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'rostrum-quoted-'));
  mkdirSync(path.join(root, 'src'));
  writeFileSync(path.join(root, 'src/a.rs'), 'one\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const open = () => openQuotedFiles(root, (file) => stampFile(root, file));

test('reads a file again when it changed, and gives the same value until then', () => {
  const read = open();
  const first = read('src/a.rs');
  expect(first).toEqual({ text: 'one\n' });
  expect(read('src/a.rs')).toBe(first);
  writeFileSync(path.join(root, 'src/a.rs'), 'one and two\n');
  expect(read('src/a.rs')).toEqual({ text: 'one and two\n' });
});

test('lists the files beside a missing one', () => {
  expect(open()('src/b.rs')).toEqual({ why: 'missing', names: ['src/a.rs'] });
  expect(open()('nowhere/b.rs')).toEqual({ why: 'missing', names: [] });
});

test('shows nothing outside the project, by a link either, and no secrets', () => {
  const outside = mkdtempSync(path.join(tmpdir(), 'rostrum-outside-'));
  writeFileSync(path.join(outside, 'key.txt'), 'secret');
  symlinkSync(path.join(outside, 'key.txt'), path.join(root, 'src/link.txt'));
  symlinkSync(outside, path.join(root, 'folder'));
  mkdirSync(path.join(root, '.git'));
  for (const file of ['.env', '.env.local', '.git/config', 'src/server.pem', 'src/id_rsa']) {
    writeFileSync(path.join(root, file), 'secret');
  }
  symlinkSync(path.join(root, '.env'), path.join(root, 'src/harmless.txt'));
  const files = ['../a', '/etc/passwd', 'src/link.txt', 'folder/key.txt', 'src/harmless.txt'];
  for (const file of [
    ...files,
    '.env',
    '.env.local',
    '.git/config',
    'src/server.pem',
    'src/id_rsa',
  ]) {
    expect(open()(file), file).toEqual({ why: 'private' });
  }
  rmSync(outside, { recursive: true });
});

test('says that a file is no text, or too large', () => {
  writeFileSync(path.join(root, 'src/a.bin'), Buffer.from([65, 0, 66]));
  writeFileSync(path.join(root, 'src/large.txt'), 'a'.repeat(2_000_001));
  expect(open()('src/a.bin')).toEqual({ why: 'binary' });
  expect(open()('src/large.txt')).toEqual({ why: 'large' });
});
