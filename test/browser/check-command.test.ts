import path from 'node:path';
import { expect, test } from 'vitest';
import { BROWSER_VARIABLE } from '../../src/node/chromium/find-browser.ts';
import { testFolder } from '../support/cases.ts';
import { runRostrum, type Ended } from '../support/run.ts';

const FAULTY = path.join(testFolder('check'), 'content-overflow');
const CLEAN = path.join(testFolder('check'), 'clean');

function check(words: string[], cwd: string, env: Record<string, string> = {}): Promise<Ended> {
  return runRostrum(['check', ...words], { cwd, env });
}

test('check opens the slides, prints what is wrong with them and ends with 1', async () => {
  const { code, out, err } = await check([], FAULTY);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toMatch(/^slides\/talks\/talk\.md:37:3 {2}content-overflow\n/);
  expect(err).toMatch(/\d errors\n$/);
});

test('without a browser it sees no slide', async () => {
  expect(await check(['--no-browser'], FAULTY)).toMatchObject({ code: 0, err: 'No problems.\n' });
});

test('where nothing is wrong it ends with 0, in words and in JSON', async () => {
  expect(await check([], CLEAN)).toMatchObject({ code: 0, out: '', err: 'No problems.\n' });
  expect(await check(['--json'], CLEAN)).toMatchObject({ code: 0, out: '[]\n', err: '' });
});

test('a browser that does not start ends it with 3', async () => {
  const { code, err } = await check([], CLEAN, { [BROWSER_VARIABLE]: '/nowhere/chrome' });
  expect(code).toBe(3);
  expect(err).toContain(BROWSER_VARIABLE);
});
