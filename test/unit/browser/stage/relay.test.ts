import { afterEach, expect, test, vi } from 'vitest';
import { openRelay, parseLetter, useRelay } from '../../../../src/browser/stage/relay.ts';

const OWN = '0123456789abcdef';
const OTHER = 'fedcba9876543210';

afterEach(() => vi.unstubAllGlobals());

/** Stands in for the socket of a dev server, and for the storage of a browser. */
function open(stored: Map<string, string> | null) {
  const getItem = (key: string): string | null => {
    if (!stored) throw new Error('This browser keeps nothing.');
    return stored.get(key) ?? null;
  };
  vi.stubGlobal('localStorage', {
    getItem,
    setItem: (key: string, value: string) => stored?.set(key, value),
  });
  const sent: unknown[] = [];
  const heard: unknown[] = [];
  let hear = (_data: unknown): void => {};
  useRelay({
    on: (_event, listener) => (hear = listener),
    send: (_event, data) => sent.push(data),
  });
  const send = openRelay('c', (message) => heard.push(message));
  return { send, sent, heard, hear: (data: unknown) => hear(data) };
}

test('takes letters of other browsers on its channel, and of no others', () => {
  const { heard, hear } = open(new Map([['rostrum:browser', OWN]]));
  hear({ browser: OWN, channel: 'c', message: 'own' });
  hear({ browser: OTHER, channel: 'd', message: 'of another channel' });
  hear({ browser: OTHER, channel: 'c', message: 'heard' });
  for (const strange of [
    undefined,
    null,
    1,
    'x',
    [],
    {},
    { browser: OTHER },
    { browser: 'x', channel: 'c' },
  ]) {
    expect(parseLetter(strange)).toBe(null);
    hear(strange);
  }
  expect(heard).toEqual(['heard']);
});

test('all windows of a browser send by one id, which it keeps', () => {
  const stored = new Map<string, string>();
  const [one, two] = [open(stored), open(stored)];
  one.send('a');
  two.send('b');
  const browser = stored.get('rostrum:browser');
  expect(browser).toMatch(/^[\da-f]{16}$/);
  expect([...one.sent, ...two.sent]).toEqual([
    { browser, channel: 'c', message: 'a' },
    { browser, channel: 'c', message: 'b' },
  ]);
});

test('a browser that keeps nothing sends nothing, since its own windows would get it twice', () => {
  const { send, sent, heard, hear } = open(null);
  send('a');
  hear({ browser: OTHER, channel: 'c', message: 'b' });
  expect([sent, heard]).toEqual([[], []]);
});
