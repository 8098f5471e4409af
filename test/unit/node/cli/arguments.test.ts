import { expect, test } from 'vitest';
import { readAsOf, readPort, refuseUnknown } from '../../../../src/node/cli/arguments.ts';

const ARGS = {
  talk: { type: 'positional', required: false },
  port: { type: 'string', valueHint: 'N' },
  host: { type: 'string', valueHint: '[ADDRESS]' },
  output: { type: 'string', alias: 'o' },
  open: { type: 'boolean' },
} as const;

const refuse =
  (...words: string[]) =>
  () =>
    refuseUnknown(words, ARGS, 'show');

test('lets pass what a verb takes', () => {
  expect(refuse('talk', '--port', '1', '-o', 'file', '--no-open')).not.toThrow();
  expect(refuse('--port=1', '--output=-')).not.toThrow();
});

test('takes what comes after two dashes for words, whatever they begin with', () => {
  expect(refuse('--port=1', '--', '-talk')).not.toThrow();
  expect(refuse('--', '-talk', '--port')).toThrow('rostrum show has no use for "--port".');
});

test('refuses options it does not know, with the nearest', () => {
  expect(refuse('--prot', '1')).toThrow('rostrum show has no option --prot.');
  expect(refuse('-x')).toThrow('rostrum show has no option -x.');
});

test('refuses an option whose value is missing, but for those that need none', () => {
  const message = '--port needs a value: --port N.';
  expect(refuse('--port')).toThrow(message);
  expect(refuse('--port=')).toThrow(message);
  expect(refuse('--port', '--open')).toThrow(message);
  expect(refuse('-o')).toThrow('-o needs a value: -o VALUE.');
  expect(refuse('--host', '--open')).not.toThrow();
});

test('reads ports and days, and says what they would be', () => {
  expect(readPort(undefined)).toBeUndefined();
  expect(readPort('0')).toBe(0);
  expect(() => readPort('80a')).toThrow('"80a" is not a port.');
  expect(readAsOf('2024-02-29')).toBe('2024-02-29');
  for (const day of ['2023-02-29', '2024-9-1', '2024-13-01', 'today']) {
    expect(() => readAsOf(day), day).toThrow(`"${day}" is not a date.`);
  }
});
