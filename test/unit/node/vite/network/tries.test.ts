import { expect, test } from 'vitest';
import { createToken, isToken } from '../../../../../src/node/vite/network/token.ts';
import { createTries, MAX_TRIES, WAIT_S } from '../../../../../src/node/vite/network/tries.ts';
import { createRate } from '../../../../../src/node/vite/network/stage-relay.ts';

test('a token is 128 random bits, and only itself is the same', () => {
  const tokens = new Set(Array.from({ length: 100 }, createToken));
  expect(tokens.size).toBe(100);
  for (const token of tokens) {
    expect(token).toMatch(/^[\w-]{22}$/);
    expect(isToken(token, token)).toBe(true);
    for (const other of ['', token.slice(1), `${token}x`, `${token}\0`, token.toUpperCase() + 'x'])
      expect(isToken(other, token)).toBe(false);
  }
});

test('an address waits after some different wrong tokens, and no other address with it', () => {
  let now = 0;
  const tries = createTries(() => now);
  expect(tries.record('a', '1')).toBe(true);
  for (let again = 0; again < 20; again++) expect(tries.record('a', '1')).toBe(false);
  expect(tries.isBlocked('a')).toBe(false);
  for (let tried = 2; tried <= MAX_TRIES; tried++) tries.record('a', String(tried));
  expect([tries.isBlocked('a'), tries.isBlocked('b')]).toEqual([true, false]);
  now += WAIT_S * 1000;
  expect(tries.isBlocked('a')).toBe(false);
  expect(tries.record('a', '1')).toBe(false);
});

test('keeps a bounded number of addresses, the last ones', () => {
  const tries = createTries();
  for (let tried = 0; tried < MAX_TRIES; tried++) tries.record('first', String(tried));
  for (let count = 0; count < 1000; count++) tries.record(`a${count}`, 'x');
  expect(tries.isBlocked('first')).toBe(false);
  expect(tries.record('a999', 'x')).toBe(false);
});

test('messages beyond the rate are held back, and later ones are not', () => {
  let now = 0;
  const isWithin = createRate(() => now);
  const sent = Array.from({ length: 300 }, isWithin);
  expect(sent.filter(Boolean)).toHaveLength(200);
  now = 1000;
  expect(Array.from({ length: 100 }, isWithin).filter(Boolean)).toHaveLength(50);
});
