import { expect, test } from 'vitest';
import { parseSpeakerMessage } from '../../../../src/browser/speaker/speaker-channel.ts';

const STATE = { type: 'state', slide: 'one', step: -1, isPaused: false, notes: '<p>Slowly</p>' };
const KEY = { type: 'key', key: 'PageDown', keyCode: 34, shiftKey: false };

test('messages of the right shape are taken, without what else they hold', () => {
  expect(parseSpeakerMessage({ ...STATE, method: 'configure' })).toEqual(STATE);
  expect(parseSpeakerMessage({ ...KEY, args: [] })).toEqual(KEY);
  expect(parseSpeakerMessage({ type: 'hello' })).toEqual({ type: 'hello' });
});

test('messages of any other shape are nothing', () => {
  const wrong: unknown[] = [
    undefined,
    null,
    'hello',
    '{"method":"configure"}',
    [],
    { method: 'slide', args: [1] },
    { ...STATE, slide: 1 },
    { ...STATE, step: 0.5 },
    { ...STATE, notes: { html: '' } },
    { ...STATE, isPaused: 'true' },
    { ...KEY, key: 'x'.repeat(21) },
    { ...KEY, keyCode: '34' },
    { ...KEY, shiftKey: 1 },
  ];
  for (const message of wrong) expect(parseSpeakerMessage(message)).toBe(null);
});
