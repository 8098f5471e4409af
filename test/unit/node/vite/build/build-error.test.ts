import { expect, test } from 'vitest';
import { isWritingFault } from '../../../../../src/node/vite/build/build-error.ts';

test('a build that cannot be written is no fault of its own', () => {
  const full =
    'Something went wrong inside rolldown.\nFailed to write file in /x/a.woff2\n\nCaused by:';
  expect(isWritingFault(new Error(full))).toBe(true);
  expect(isWritingFault(new Error('EROFS: read-only file system, mkdir'))).toBe(true);
  expect(isWritingFault(new Error('x is not a function'))).toBe(false);
});
