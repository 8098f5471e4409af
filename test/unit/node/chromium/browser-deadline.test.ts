import { expect, test } from 'vitest';
import {
  hasSharedMemory,
  listArguments,
} from '../../../../src/node/chromium/chromium-arguments.ts';
import { DeadlineError, waitForBrowser } from '../../../../src/node/chromium/browser-deadline.ts';
import { findSandboxObstacle } from '../../../../src/node/chromium/sandbox.ts';
import { nameSlides } from '../../../../src/node/print/print.ts';
import { compileMarkdown } from '../../../support/slide.ts';

const never = new Promise<never>(() => {});

test('an answer that does not come is an error that says what was wanted', async () => {
  await expect(waitForBrowser(never, 1, 'print')).rejects.toThrow(
    'The browser did not print within 0.001 seconds.',
  );
  expect(await waitForBrowser(Promise.resolve(1), 1000, 'print')).toBe(1);
  await expect(waitForBrowser(Promise.reject(new Error('No.')), 1000, 'print')).rejects.toThrow(
    'No.',
  );
});

test('an answer about slides that is late names them, and other errors stay as they are', async () => {
  const [talk] = compileMarkdown('# One\n\n---\n\n# Two\n').talks;
  if (!talk) throw new Error('There is no talk.');
  await expect(nameSlides(talk, waitForBrowser(never, 1, 'print'))).rejects.toThrow(
    /slides "one" to "two": The browser did not print/,
  );
  const other = new Error('No.');
  await expect(nameSlides(talk, Promise.reject(other))).rejects.toBe(other);
  expect(new DeadlineError('x')).toBeInstanceOf(Error);
});

test('a browser runs in its sandbox where it can, and says why where it cannot', () => {
  const installed = { path: 'chrome', origin: 'installed', env: {} } as const;
  expect(findSandboxObstacle(installed, false)).toBe(null);
  expect(findSandboxObstacle(installed, true)).toContain('root');
  expect(findSandboxObstacle({ origin: 'bundled' }, false)).toContain('none');
  expect(listArguments(installed, undefined, false)).not.toContain('--no-sandbox');
  expect(listArguments(installed, undefined, true)).toContain('--no-sandbox');
});

test('a browser uses files in place of shared memory where a machine has little of it', () => {
  expect(hasSharedMemory('/no/such/folder')).toBe(false);
  const installed = { path: 'chrome', origin: 'installed', env: {} } as const;
  const isReplaced = listArguments(installed, undefined).includes('--disable-dev-shm-usage');
  expect(isReplaced).toBe(!hasSharedMemory());
});
