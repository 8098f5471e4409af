import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { isSamePath, isWithin, toInnerPath, toSlashes } from '../../../src/node/paths.ts';

test('on Windows a path is the same with either stroke, and in either case', () => {
  expect(isSamePath('C:/talks/a.css', 'C:\\talks\\a.css', win32)).toBe(true);
  expect(isSamePath('c:\\Talks\\a.css', 'C:\\talks\\a.css', win32)).toBe(true);
  expect(isSamePath('C:\\talks\\a.css', 'D:\\talks\\a.css', win32)).toBe(false);
  expect(isSamePath('/talks/a', '/talks/A', posix)).toBe(false);
});

test('on Windows a file lies below a folder that Vite wrote with slashes', () => {
  expect(toInnerPath('C:/my talks', 'C:\\my talks\\slides\\talks\\a.md', win32)).toBe(
    'slides/talks/a.md',
  );
  expect(isWithin('C:\\talks-2\\a.md', 'C:/talks', win32)).toBe(false);
  expect(isWithin('D:\\talks\\a.md', 'C:/talks', win32)).toBe(false);
  expect(isWithin('C:\\', 'C:/talks', win32)).toBe(false);
  expect(isWithin('C:\\talks', 'C:/talks', win32)).toBe(false);
  expect(isWithin('C:\\talks\\..a', 'C:/talks', win32)).toBe(true);
});

test('elsewhere a backslash is a letter', () => {
  expect(toInnerPath('/talks', '/talks/a\\b.md', posix)).toBe('a\\b.md');
  expect(toSlashes('a\\b', posix)).toBe('a\\b');
  expect(toSlashes('a\\b', win32)).toBe('a/b');
  expect(isWithin('/talks-2/a.md', '/talks', posix)).toBe(false);
  expect(isWithin('/talks/a.md', '/', posix)).toBe(true);
});
