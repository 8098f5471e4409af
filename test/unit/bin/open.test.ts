import { expect, test } from 'vitest';
// @ts-expect-error The launchers are plain JavaScript.
import { startWords } from '../../../bin/open.mjs';

const DESK = { isTTY: true, env: { DISPLAY: ':0' }, platform: 'linux' };
const start = startWords as (words: string[], world: object) => string[];

test('opens the browser for a person at a screen', () => {
  expect(start(['--port', '4000'], DESK)).toEqual(['dev', '--port', '4000', '--open']);
  expect(start([], { isTTY: true, env: {}, platform: 'darwin' })).toEqual(['dev', '--open']);
});

test('opens none where there is no screen, no terminal or another program runs it', () => {
  expect(start([], { ...DESK, env: {} })).toEqual(['dev']);
  expect(start([], { ...DESK, isTTY: false })).toEqual(['dev']);
  expect(start([], { ...DESK, env: { DISPLAY: ':0', CI: 'true' } })).toEqual(['dev']);
  expect(start([], { ...DESK, env: { DISPLAY: ':0', SSH_CONNECTION: '1 2' } })).toEqual(['dev']);
});

test('does what the author says', () => {
  expect(start(['--no-open'], DESK)).toEqual(['dev']);
  expect(start(['--open'], DESK)).toEqual(['dev', '--open']);
});
