import { expect, test } from 'vitest';
import { describeRefusal } from '../../../src/node/system-error.ts';

const refusal = (code: string, syscall: string): Error =>
  Object.assign(new Error(`${code}: …`), { code, syscall, path: '/talks/a.md' });

test('says which file the system would not give, and why', () => {
  expect(describeRefusal(refusal('EACCES', 'open'))).toBe(
    '"/talks/a.md" cannot be opened: permission denied.',
  );
  expect(describeRefusal(refusal('EROFS', 'mkdir'))).toBe(
    '"/talks/a.md" cannot be written: the disk is read-only.',
  );
});

test('says that the folder is gone', () => {
  const gone = Object.assign(new Error('ENOENT: …'), { code: 'ENOENT', syscall: 'uv_cwd' });
  expect(describeRefusal(gone)).toBe('The folder this runs in is gone.');
});

test('leaves other errors alone', () => {
  expect(describeRefusal(new Error('EACCES'))).toBeNull();
  expect(describeRefusal(refusal('ENOENT', 'open'))).toBeNull();
  expect(describeRefusal(null)).toBeNull();
});

test('says why a write failed that names no file', () => {
  const full = Object.assign(new Error('ENOSPC: …'), { code: 'ENOSPC', syscall: 'write' });
  expect(describeRefusal(full)).toBe('A file cannot be written: the disk is full.');
});
