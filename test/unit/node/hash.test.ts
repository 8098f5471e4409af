import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hash, hashFile } from '../../../src/node/hash.ts';

test('a hash is the start of the SHA-256 of a text or of bytes', () => {
  expect(hash('abc')).toBe('ba7816bf8f01cfea');
  expect(hash(Buffer.from('abc'), 6)).toBe('ba7816');
});

test('a file has the hash of its content, and a missing file none', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'rostrum-test-')), 'a.txt');
  expect(hashFile(file)).toBe('');
  writeFileSync(file, 'abc');
  expect(hashFile(file)).toBe(hash('abc'));
});
